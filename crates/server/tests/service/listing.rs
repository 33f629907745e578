//! Lists: pages, filters, search, and that they show exactly what a detail page shows.

use std::collections::BTreeSet;

use keyholder_contract::role::RoleQuery;
use keyholder_contract::{
    audit::AuditQuery,
    location::LocationQuery,
    problem::ErrorCode,
    user_list::{UserCountQuery, UserQuery},
};
use keyholder_domain::{
    directory_query::{SortKey, SortOrder},
    ids::UserId,
    permission::Permission,
    role::BuiltInRole,
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::support::{
    House, Member,
    requests::{about, verified},
};

on_both_databases! {
    async fn pages_walk_the_whole_list_both_ways(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for index in 0..11 {
            let mut request = verified(&format!("ada{index}"), merchant.roles["cashier"]);
            request.family_name = format!("Person {}", (index * 7) % 11);
            admin.create_user(merchant.id, &request, None).await.unwrap();
        }
        for sort in [SortKey::Name, SortKey::SignInName, SortKey::CreatedAt, SortKey::LastSignInAt] {
            for order in [SortOrder::Ascending, SortOrder::Descending] {
                let all = UserQuery { sort, order, count: true, ..UserQuery::default() };
                let whole = admin.list_users(merchant.id, &all).await.unwrap();
                assert_eq!(whole.page.total, Some(12));
                let mut query = UserQuery { limit: Some(5), count: false, ..all };
                let mut seen = Vec::new();
                let mut last = admin.list_users(merchant.id, &query).await.unwrap();
                assert_eq!(last.page.previous_cursor, None);
                loop {
                    seen.extend(last.items.iter().map(|row| row.id));
                    let Some(next) = last.page.next_cursor.clone() else { break };
                    query.cursor = Some(next);
                    last = admin.list_users(merchant.id, &query).await.unwrap();
                }
                let expected: Vec<_> = whole.items.iter().map(|row| row.id).collect();
                assert_eq!(seen, expected, "{sort:?} {order:?}");
                query.cursor = last.page.previous_cursor.clone();
                let back = admin.list_users(merchant.id, &query).await.unwrap();
                let back: Vec<_> = back.items.iter().map(|row| row.id).collect();
                assert_eq!(back, expected[5..10], "{sort:?} {order:?}");
            }
        }
    }

    async fn a_cursor_belongs_to_its_own_list(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let request = verified("ada", merchant.roles["cashier"]);
        admin.create_user(merchant.id, &request, None).await.unwrap();
        let first = UserQuery { limit: Some(1), ..UserQuery::default() };
        let page = admin.list_users(merchant.id, &first).await.unwrap();
        let other = UserQuery {
            order: SortOrder::Descending,
            cursor: page.page.next_cursor,
            ..first
        };
        let refused = admin.list_users(merchant.id, &other).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
    }

    async fn who_never_signed_in_or_not_for_long_is_listed_and_counted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let long = house.away(&merchant, "long").await;
        let never = house.member(&merchant, Member::new("never", BuiltInRole::Cashier)).await;
        let pending = house.member(&merchant, Member::new("pending", BuiltInRole::Cashier).pending()).await;
        for (never_signed_in, idle_days, expected) in [
            (false, None, vec![anna.id, long.id, never.id, pending.id]),
            (true, None, vec![never.id, pending.id]),
            (false, Some(400), vec![long.id]),
            (false, Some(401), vec![]),
            (true, Some(30), vec![long.id, never.id, pending.id]),
        ] {
            for sort in [SortKey::Name, SortKey::LastSignInAt] {
                let query = UserQuery { never_signed_in, idle_days, sort, count: true, ..UserQuery::default() };
                let page = admin.list_users(merchant.id, &query).await.unwrap();
                let found: BTreeSet<_> = page.items.iter().map(|row| row.id).collect();
                assert_eq!(found, expected.iter().copied().collect(), "{query:?}");
                assert_eq!(page.page.total, u32::try_from(expected.len()).ok());
            }
            let query = UserCountQuery { never_signed_in, idle_days, ..UserCountQuery::default() };
            let counts = admin.count_users(merchant.id, &query).await.unwrap();
            let sum: u32 = counts.statuses.iter().map(|each| each.count).sum();
            assert_eq!(sum, u32::try_from(expected.len()).unwrap());
        }
        let wrong = UserQuery { idle_days: Some(0), ..UserQuery::default() };
        let refused = admin.list_users(merchant.id, &wrong).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::InvalidFields));
    }

    async fn s049_filters_narrow_the_list(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).at(merchant.locations[0])).await;
        house.member(&merchant, Member::new("cleo", BuiltInRole::Cashier).deactivated()).await;
        house.member(&merchant, Member::new("dora", BuiltInRole::Support).pending()).await;
        let admin = house.sign_in(&anna).await;
        let names = async |query: UserQuery| {
            let page = admin.list_users(merchant.id, &query).await.unwrap();
            page.items.into_iter().map(|row| row.given_name).collect::<Vec<_>>()
        };
        let all = UserQuery::default;
        assert_eq!(names(all()).await, ["anna", "ben", "cleo", "dora"]);
        let by_status = UserQuery { status: vec![UserStatusKind::Deactivated], ..all() };
        assert_eq!(names(by_status).await, ["cleo"]);
        let by_role = UserQuery { role: vec![merchant.roles["cashier"]], ..all() };
        assert_eq!(names(by_role).await, ["ben", "cleo"]);
        let by_place = UserQuery { location: vec![merchant.locations[1]], ..all() };
        assert_eq!(names(by_place).await, ["anna", "cleo", "dora"]);
        let by_word = UserQuery { search: Some("EN exam".to_owned()), ..all() };
        assert_eq!(names(by_word).await, Vec::<String>::new(), "short words are prefixes");
        let by_fragment = UserQuery { search: Some("xamp BEN".to_owned()), ..all() };
        assert_eq!(names(by_fragment).await, ["ben"]);
    }

    async fn l08_a_list_shows_what_a_detail_page_shows(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let mut everybody = Vec::new();
        for (name, role, place) in [
            ("anna", BuiltInRole::MerchantAdministrator, None),
            ("luc", BuiltInRole::LocationAdministrator, Some(harbour)),
            ("ben", BuiltInRole::Cashier, Some(harbour)),
            ("cleo", BuiltInRole::Cashier, Some(station)),
            ("dora", BuiltInRole::Support, None),
        ] {
            let mut member = Member::new(name, role);
            if let Some(place) = place {
                member = member.at(place);
            }
            everybody.push(house.member(&merchant, member).await);
        }
        let limited = house.sign_in(&everybody[1]).await;
        let query = UserQuery { count: true, ..UserQuery::default() };
        let page = limited.list_users(merchant.id, &query).await.unwrap();
        let listed: BTreeSet<_> = page.items.iter().map(|row| row.id).collect();
        let mut readable = BTreeSet::new();
        for person in &everybody {
            if limited.read_user(merchant.id, person.id).await.is_ok() {
                readable.insert(person.id);
            }
        }
        assert_eq!(listed, readable);
        assert_eq!(page.page.total, Some(2));
    }

    async fn s061_s065_locations_are_those_that_one_reaches(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).at(merchant.locations[0])).await;
        let admin = house.sign_in(&anna).await;
        let limited = house.sign_in(&ben).await;
        let all = LocationQuery::default();
        assert_eq!(admin.list_locations(merchant.id, &all).await.unwrap().items.len(), 2);
        let own = limited.list_locations(merchant.id, &all).await.unwrap();
        assert_eq!(own.items.len(), 1);
        assert_eq!(own.items[0].id, merchant.locations[0]);
        limited.read_location(merchant.id, merchant.locations[0]).await.unwrap();
        let outside = limited.read_location(merchant.id, merchant.locations[1]).await.unwrap_err();
        assert_eq!(outside.code(), Some(ErrorCode::NotFound));
        let search = LocationQuery { search: Some("stat".to_owned()), ..all };
        let found = admin.list_locations(merchant.id, &search).await.unwrap();
        assert_eq!(found.items.len(), 1);
        assert_eq!(found.items[0].name, "Station");
    }

    async fn roles_say_whether_the_caller_may_give_them(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(merchant.locations[0]);
        let luc = house.member(&merchant, luc).await;
        let limited = house.sign_in(&luc).await;
        let roles = limited.list_roles(merchant.id, &RoleQuery::default()).await.unwrap();
        let giveable: Vec<_> = roles
            .items
            .iter()
            .filter(|role| role.grantable)
            .map(|role| role.built_in.unwrap())
            .collect();
        assert_eq!(giveable, [BuiltInRole::LocationAdministrator, BuiltInRole::Cashier]);
        let catalogue = limited.list_permissions().await.unwrap();
        assert_eq!(catalogue.items.len(), Permission::all().count());
    }

    async fn l08_activity_shows_nobody_whom_the_list_hides(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let eyes = Member::new("eyes", BuiltInRole::Auditor).at(merchant.locations[0]);
        let eyes = house.member(&merchant, eyes).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier).at(merchant.locations[0])).await;
        let cleo = house.member(&merchant, Member::new("cleo", BuiltInRole::Cashier).at(merchant.locations[1])).await;
        let admin = house.sign_in(&anna).await;
        for person in [&ben, &cleo] {
            let version = admin.read_user(merchant.id, person.id).await.unwrap().version;
            admin.deactivate_user(merchant.id, person.id, version).await.unwrap();
        }
        let limited = house.sign_in(&eyes).await;
        let log = limited.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        let targets: BTreeSet<_> = log.items.iter().filter_map(|entry| entry.target_id).collect();
        assert_eq!(targets, BTreeSet::from([ben.id, eyes.id]));
        assert!(log.items.iter().all(|entry| entry.actor_name.as_deref() != Some("anna Example")));
        // Nobody and somebody hidden are answered alike.
        for nobody in [cleo.id, UserId::from_uuid(Uuid::from_u128(7))] {
            let hidden = limited.list_audit_events(merchant.id, &about(nobody)).await.unwrap();
            assert_eq!(hidden.items, []);
        }
        assert!(log.items.iter().all(|entry| entry.sequence.is_none()), "gaps would tell");
        let whole = admin.list_audit_events(merchant.id, &AuditQuery::default()).await.unwrap();
        assert!(whole.items.len() > log.items.len());
        let ben_is_no_auditor = admin.list_audit_events(merchant.id, &about(ben.id)).await.unwrap();
        assert_eq!(ben_is_no_auditor.items.len(), 1);
    }
}
