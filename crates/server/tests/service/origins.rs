//! Users whatever door they came through, and how many there are.

use std::time::Duration;

use keyholder_contract::{
    problem::ErrorCode,
    user::{ChangeRoles, UserAction},
    user_list::{UserCountQuery, UserCounts, UserQuery},
};
use keyholder_domain::{
    audit::AuditAction, role::BuiltInRole, user::Origin, user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;

use crate::support::{
    House, Member, Merchant, Person,
    phone::Enrolled,
    refusal::code,
    requests::{about, only, verified},
};

/// Lets somebody have come through another door.
async fn came_by(house: &House, merchant: &Merchant, person: &Person, origin: Origin) {
    for table in ["memberships", "directory"] {
        let sql = format!(
            "UPDATE {table} SET origin = '{}' WHERE customer_id = '{}' AND user_id = '{}'",
            origin.code(),
            merchant.id,
            person.id
        );
        house.database.run(&sql).await.unwrap();
    }
}

fn of(counts: &UserCounts, status: UserStatusKind) -> u32 {
    let found = counts.statuses.iter().find(|each| each.status == status);
    found.unwrap().count
}

on_both_databases! {
    async fn l11_s119_users_of_every_origin_set_a_second_factor_up(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        for origin in Origin::ALL {
            let name = format!("by-{}", origin.code().replace('_', "-"));
            let person = house.member(&merchant, Member::new(name, BuiltInRole::Cashier)).await;
            came_by(&house, &merchant, &person, origin).await;
            let Enrolled { phone, .. } = house.enrol(&person).await;
            house.clock.advance(Duration::from_secs(30));
            house.sign_in_with(&person, &phone).await;
        }
    }

    async fn s011_l03_every_door_is_listed_and_a_foreign_user_is_read_only_until_adopted(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut doors = Vec::new();
        for origin in Origin::ALL {
            let name = format!("by-{}", origin.code().replace('_', "-"));
            let person = house.member(&merchant, Member::new(name, BuiltInRole::Cashier)).await;
            came_by(&house, &merchant, &person, origin).await;
            doors.push((origin, person));
        }
        let everybody = admin.list_users(merchant.id, &UserQuery::default()).await.unwrap();
        assert_eq!(everybody.items.len(), 7);
        let support = ChangeRoles { role_ids: vec![merchant.roles["support"]] };
        for (origin, person) in doors {
            let query = UserQuery { origin: vec![origin], count: true, ..UserQuery::default() };
            let page = admin.list_users(merchant.id, &query).await.unwrap();
            assert!(page.items.iter().any(|row| row.id == person.id && row.origin == origin));

            let user = admin.read_user(merchant.id, person.id).await.unwrap();
            let refusal = |action| user.actions.iter().find(|state| state.action == action).unwrap().refusal;
            if !origin.has_other_keeper() {
                assert_eq!(refusal(UserAction::Adopt), Some(ErrorCode::AdoptedAlready));
                continue;
            }
            assert_eq!(refusal(UserAction::Adopt), None);
            assert_eq!(refusal(UserAction::SendResetLink), None, "help is given before");
            for action in [UserAction::ChangeRoles, UserAction::Deactivate, UserAction::Delete] {
                assert_eq!(refusal(action), Some(ErrorCode::AdoptFirst), "{origin:?} {action:?}");
            }
            let before = house.dump().await;
            for refused in [
                admin.change_user_roles(merchant.id, person.id, user.version, &support).await,
                admin.deactivate_user(merchant.id, person.id, user.version).await,
                admin.delete_user(merchant.id, person.id, user.version).await,
            ] {
                assert_eq!(code(&refused.unwrap_err()), Some(ErrorCode::AdoptFirst));
            }
            let mut after = house.dump().await;
            after.insert("proof_ids".to_owned(), before["proof_ids"].clone());
            assert!(after == before, "a refused change changed something");

            let adopted = admin.adopt_user(merchant.id, person.id, user.version).await.unwrap();
            assert_eq!((adopted.origin, adopted.adopted_at), (origin, Some(house.clock.now())));
            let again = admin.adopt_user(merchant.id, person.id, adopted.version).await;
            assert_eq!(code(&again.unwrap_err()), Some(ErrorCode::AdoptedAlready));
            let log = admin.list_audit_events(merchant.id, &about(person.id)).await.unwrap();
            assert_eq!(log.items[0].action, AuditAction::UserAdopted);
            let user = admin.change_user_roles(merchant.id, person.id, adopted.version, &support).await.unwrap();
            assert_eq!(user.roles[0].built_in, Some(BuiltInRole::Support));
        }
    }

    async fn l03_who_added_and_who_invited_is_told_to_who_may_know_of_them(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let berta = house.member(&merchant, Member::new("berta", BuiltInRole::MerchantAdministrator)).await;
        let place = merchant.locations[0];
        let limited = Member::new("limited", BuiltInRole::LocationAdministrator).at(place);
        let limited = house.member(&merchant, limited).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        request.scope = only(&[place]);
        let ada = admin.create_user(merchant.id, &request, None).await.unwrap();
        let name = |colleague: &Option<keyholder_contract::user::Colleague>| {
            colleague.as_ref().map(|colleague| colleague.name.clone())
        };
        assert_eq!((name(&ada.added_by), name(&ada.invited_by)), (Some("anna Example".to_owned()), None));
        house.sign_in(&berta).await.invite_user(merchant.id, ada.id, None).await.unwrap();
        let seen = admin.read_user(merchant.id, ada.id).await.unwrap();
        assert_eq!(name(&seen.invited_by).as_deref(), Some("berta Example"));
        // Whoever is limited to a place may know of neither.
        let seen = house.sign_in(&limited).await.read_user(merchant.id, ada.id).await.unwrap();
        assert_eq!((seen.added_by, seen.invited_by), (None, None));
    }

    async fn s049_users_are_counted_by_status_within_ones_sight_and_the_other_filters(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let place = merchant.locations[0];
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let limited = Member::new("limited", BuiltInRole::LocationAdministrator).at(place);
        let limited = house.member(&merchant, limited).await;
        for number in 0..3 {
            let off = Member::new(format!("off-{number}"), BuiltInRole::Cashier).at(place).deactivated();
            house.member(&merchant, off).await;
            let pending = Member::new(format!("pending-{number}"), BuiltInRole::Support).pending();
            house.member(&merchant, pending).await;
        }
        let admin = house.sign_in(&anna).await;
        let gone = house.member(&merchant, Member::new("gone", BuiltInRole::Cashier)).await;
        let user = admin.read_user(merchant.id, gone.id).await.unwrap();
        admin.delete_user(merchant.id, gone.id, user.version).await.unwrap();

        let counts = admin.count_users(merchant.id, &UserCountQuery::default()).await.unwrap();
        assert!(counts.complete);
        let expected = [
            (UserStatusKind::Active, 2),
            (UserStatusKind::NotInvited, 3),
            (UserStatusKind::Deactivated, 3),
            (UserStatusKind::Deleted, 1),
            (UserStatusKind::LockedAttempts, 0),
        ];
        for (status, count) in expected {
            assert_eq!(of(&counts, status), count, "{status:?}");
        }
        // Each number is that of the list behind it.
        for each in &counts.statuses {
            let query = UserQuery { status: vec![each.status], count: true, ..UserQuery::default() };
            let page = admin.list_users(merchant.id, &query).await.unwrap();
            assert_eq!(page.page.total, Some(each.count), "{:?}", each.status);
        }
        for (query, active, off, deleted) in [
            (UserCountQuery { search: Some("off-".to_owned()), ..UserCountQuery::default() }, 0, 3, 0),
            (UserCountQuery { role: vec![merchant.roles["cashier"]], ..UserCountQuery::default() }, 0, 3, 1),
            (UserCountQuery { location: vec![place], ..UserCountQuery::default() }, 2, 3, 1),
            (UserCountQuery { origin: vec![Origin::Scim], ..UserCountQuery::default() }, 0, 0, 0),
        ] {
            let counts = admin.count_users(merchant.id, &query).await.unwrap();
            let found = [UserStatusKind::Active, UserStatusKind::Deactivated, UserStatusKind::Deleted]
                .map(|status| of(&counts, status));
            assert_eq!(found, [active, off, deleted], "{query:?}");
        }
        // The limited one counts those of the place, and nobody else.
        let counts = house.sign_in(&limited).await;
        let counts = counts.count_users(merchant.id, &UserCountQuery::default()).await.unwrap();
        assert_eq!(counts.statuses.iter().map(|each| each.count).sum::<u32>(), 4);
        // Whoever was away for too long is counted as locked, like whoever guessed wrong (S46, S80).
        let moment = (house.clock.now() - Duration::from_hours(24 * 90)).as_micros();
        house.database.run(&format!(
            "UPDATE directory SET last_sign_in_at = {moment}, sort_last_sign_in_at = {moment} \
             WHERE user_id = '{}'", limited.id
        )).await.unwrap();
        let counts = admin.count_users(merchant.id, &UserCountQuery::default()).await.unwrap();
        assert_eq!(of(&counts, UserStatusKind::LockedInactivity), 1, "{counts:?}");
    }
}
