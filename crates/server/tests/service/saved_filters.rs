//! Filters that people keep: their own, at one customer, and still true when things are gone.

use keyholder_client::Error;
use keyholder_contract::{
    audit::AuditQuery,
    problem::{ErrorCode, FieldCode},
    role::{DeleteRole, SaveRole},
    saved_filter::{SaveFilter, UserListFilter},
    user::ChangeScope,
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{LocationId, RoleId},
    permission::Permission,
    role::BuiltInRole,
    user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::support::{House, Member, requests::only};

fn named(name: &str, filter: UserListFilter) -> SaveFilter {
    SaveFilter {
        name: name.to_owned(),
        filter,
    }
}

/// Each fault as its field and code.
fn faults(error: Error) -> Vec<(String, FieldCode)> {
    match error {
        Error::Problem(problem) => problem
            .errors
            .into_iter()
            .map(|fault| (fault.field, fault.code))
            .collect(),
        other => panic!("{other}"),
    }
}

on_both_databases! {
    async fn filters_are_kept_renamed_and_given_up_by_whoever_made_them(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let elsewhere = house.merchant("200002").await;
        let administrator = || BuiltInRole::MerchantAdministrator;
        let anna = house.member(&merchant, Member::new("anna", administrator())).await;
        house.join(&elsewhere, &anna, Member::new("anna", administrator())).await;
        let berta = house.member(&merchant, Member::new("berta", administrator())).await;
        let (own, other) = (house.sign_in(&anna).await, house.sign_in(&berta).await);
        let filter = UserListFilter {
            search: Some("till".to_owned()),
            status: vec![UserStatusKind::Active, UserStatusKind::Deactivated],
            role: vec![merchant.roles["cashier"]],
            location: vec![merchant.locations[0]],
            never_signed_in: true,
            idle_days: Some(90),
            ..UserListFilter::default()
        };
        let tills = named(" Tills ", filter.clone());
        let kept = own.create_saved_filter(merchant.id, &tills, Some("once")).await.unwrap();
        assert_eq!((kept.name.as_str(), kept.version, kept.left_out), ("Tills", 1, 0));
        assert_eq!(kept.filter, filter);
        // Sent again, it is kept once.
        let again = own.create_saved_filter(merchant.id, &tills, Some("once")).await.unwrap();
        assert_eq!(again, kept);
        own.create_saved_filter(merchant.id, &named("Away", UserListFilter::default()), None).await.unwrap();
        let names = async || {
            let all = own.list_saved_filters(merchant.id).await.unwrap().items;
            all.into_iter().map(|each| each.name).collect::<Vec<_>>()
        };
        assert_eq!(names().await, ["Away", "Tills"]);

        // Nobody else sees them, and they are of one customer.
        assert_eq!(other.list_saved_filters(merchant.id).await.unwrap().items, []);
        assert_eq!(own.list_saved_filters(elsewhere.id).await.unwrap().items, []);
        let change = other.change_saved_filter(merchant.id, kept.id, 1, &tills).await.unwrap_err();
        let delete = own.delete_saved_filter(elsewhere.id, kept.id, 1).await.unwrap_err();
        assert_eq!((change.code(), delete.code()), (Some(ErrorCode::NotFound), Some(ErrorCode::NotFound)));

        // A name in any spelling stands once; an edit needs the version that is there.
        let taken = own.change_saved_filter(merchant.id, kept.id, 1, &named("AWAY", filter.clone())).await;
        assert_eq!(faults(taken.unwrap_err()), [("name".to_owned(), FieldCode::Taken)]);
        let renamed = named("Counters", filter.clone());
        let changed = own.change_saved_filter(merchant.id, kept.id, 1, &renamed).await.unwrap();
        assert_eq!((changed.name.as_str(), changed.version), ("Counters", 2));
        let same = own.change_saved_filter(merchant.id, kept.id, 2, &renamed).await.unwrap();
        assert_eq!(same.version, 2);
        let stale = own.delete_saved_filter(merchant.id, kept.id, 1).await.unwrap_err();
        assert_eq!(stale.code(), Some(ErrorCode::Stale));
        own.delete_saved_filter(merchant.id, kept.id, 2).await.unwrap();
        assert_eq!(names().await, ["Away"]);

        let actions = vec![AuditAction::FilterSaved, AuditAction::FilterDeleted];
        let log = AuditQuery { action: actions, ..AuditQuery::default() };
        let log = own.list_audit_events(merchant.id, &log).await.unwrap().items;
        let told: Vec<_> = log.iter().map(|entry| (entry.action, entry.actor_id)).collect();
        let saved = (AuditAction::FilterSaved, Some(anna.id));
        assert_eq!(told, [(AuditAction::FilterDeleted, Some(anna.id)), saved, saved, saved]);
    }

    async fn what_a_kept_filter_names_and_is_gone_is_left_out_and_counted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let (harbour, station) = (merchant.locations[0], merchant.locations[1]);
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour);
        let luc = house.member(&merchant, luc).await;
        let (admin, limited) = (house.sign_in(&anna).await, house.sign_in(&luc).await);
        let reach = async |locations: &[LocationId]| {
            let version = admin.read_user(merchant.id, luc.id).await.unwrap().version;
            let scope = ChangeScope { scope: only(locations) };
            admin.change_user_scope(merchant.id, luc.id, version, &scope).await.unwrap();
        };
        reach(&[harbour, station]).await;
        let desk = SaveRole { name: "Desk".to_owned(), permissions: vec![Permission::ReportsView] };
        let desk = admin.create_role(merchant.id, &desk, None).await.unwrap();
        let filter = UserListFilter {
            role: vec![desk.id, merchant.roles["cashier"]],
            location: vec![harbour, station],
            ..UserListFilter::default()
        };
        for session in [&admin, &limited] {
            let kept = session.create_saved_filter(merchant.id, &named("Both", filter.clone()), None).await;
            assert_eq!(kept.unwrap().left_out, 0);
        }
        let nothing = DeleteRole { replacement_id: None };
        admin.delete_role(merchant.id, desk.id, desk.version, &nothing).await.unwrap();
        reach(&[harbour]).await;

        let [everywhere] = admin.list_saved_filters(merchant.id).await.unwrap().items.try_into().unwrap();
        assert_eq!(everywhere.left_out, 1);
        assert_eq!(everywhere.filter.role, [merchant.roles["cashier"]]);
        assert_eq!(everywhere.filter.location.len(), 2);
        let [here] = limited.list_saved_filters(merchant.id).await.unwrap().items.try_into().unwrap();
        assert_eq!(here.left_out, 2);
        assert_eq!(here.filter.location, [harbour]);
        // What is left can be asked for.
        let query = UserQuery { role: here.filter.role, location: here.filter.location, ..UserQuery::default() };
        limited.list_users(merchant.id, &query).await.unwrap();
    }

    async fn a_filter_that_will_not_do_is_named_field_by_field_and_fifty_are_enough(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let foreign = house.merchant("200002").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let harbour = merchant.locations[0];
        let luc = Member::new("luc", BuiltInRole::LocationAdministrator).at(harbour);
        let luc = house.member(&merchant, luc).await;
        let admin = house.sign_in(&anna).await;
        let nowhere = LocationId::from_uuid(Uuid::from_u128(9));
        let nobody = RoleId::from_uuid(Uuid::from_u128(9));
        for (name, filter, expected) in [
            (" ", UserListFilter::default(), vec![("name", FieldCode::Required)]),
            ("a\u{202e}", UserListFilter::default(), vec![("name", FieldCode::ForbiddenCharacter)]),
            (
                "Both",
                UserListFilter { search: Some("a".repeat(101)), idle_days: Some(0), ..UserListFilter::default() },
                vec![("filter.search", FieldCode::TooLong), ("filter.idle_days", FieldCode::OutOfRange)],
            ),
            (
                "Gone",
                UserListFilter {
                    role: vec![merchant.roles["cashier"], nobody, foreign.roles["cashier"]],
                    location: vec![nowhere, foreign.locations[0]],
                    ..UserListFilter::default()
                },
                vec![
                    ("filter.role.1", FieldCode::Unknown),
                    ("filter.role.2", FieldCode::Unknown),
                    ("filter.location.0", FieldCode::Unknown),
                    ("filter.location.1", FieldCode::Unknown),
                ],
            ),
        ] {
            let refused = admin.create_saved_filter(merchant.id, &named(name, filter), None).await;
            let expected: Vec<_> = expected.iter().map(|(field, code)| ((*field).to_owned(), *code)).collect();
            assert_eq!(faults(refused.unwrap_err()), expected, "{name}");
        }
        // Who is limited to locations learns nothing of another one.
        let limited = house.sign_in(&luc).await;
        let elsewhere = UserListFilter { location: vec![merchant.locations[1]], ..UserListFilter::default() };
        let refused = limited.create_saved_filter(merchant.id, &named("x", elsewhere), None).await;
        assert_eq!(faults(refused.unwrap_err()), [("filter.location.0".to_owned(), FieldCode::Unknown)]);

        for number in 0..50 {
            let one = named(&format!("Filter {number}"), UserListFilter::default());
            admin.create_saved_filter(merchant.id, &one, None).await.unwrap();
        }
        let more = named("One more", UserListFilter::default());
        let refused = admin.create_saved_filter(merchant.id, &more, None).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::TooManySavedFilters));
        assert_eq!(admin.list_saved_filters(merchant.id).await.unwrap().items.len(), 50);
    }
}
