//! One person at several customers: offers, consent, leaving, and what nobody may learn.

use keyholder_client::Error;
use keyholder_contract::{
    audit::AuditQuery,
    customer::ChangeAlias,
    problem::{ErrorCode, FieldCode},
    profile::AcceptMembership,
    user::User,
    user_list::UserQuery,
};
use keyholder_domain::{
    audit::AuditAction, ids::UserId, role::BuiltInRole, user_status::UserStatusKind,
};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::support::{
    Browser, House, Member, Merchant, PASSWORD, Person,
    refusal::code,
    requests::{about, verified},
    try_sign_in,
};

/// Bakery and kiosk, each with an administrator; Paula works at the bakery.
struct Scene {
    house: House,
    bakery: Merchant,
    kiosk: Merchant,
    baker: Person,
    keeper: Person,
    paula: Person,
}

async fn scene(database: TestDatabase) -> Scene {
    let house = House::on(database).await;
    let bakery = house.merchant("200001").await;
    let kiosk = house.merchant("200002").await;
    let administrator = BuiltInRole::MerchantAdministrator;
    let baker = house
        .member(&bakery, Member::new("baker", administrator))
        .await;
    let keeper = house
        .member(&kiosk, Member::new("keeper", administrator))
        .await;
    let paula = house
        .member(&bakery, Member::new("paula", BuiltInRole::Cashier))
        .await;
    Scene {
        house,
        bakery,
        kiosk,
        baker,
        keeper,
        paula,
    }
}

fn password() -> AcceptMembership {
    AcceptMembership {
        password: PASSWORD.to_owned(),
    }
}

/// The answer without what differs by nature: ids, and the name that was typed.
fn bare(mut user: User) -> String {
    user.id = UserId::from_uuid(uuid::Uuid::nil());
    user.sign_in_name = user
        .sign_in_name
        .to_lowercase()
        .replace("paula", "x")
        .replace("quinn", "x");
    serde_json::to_string(&user).unwrap()
}

on_both_databases! {
    async fn s097_s098_l13_an_offer_is_accepted_while_signed_in(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let keeper = house.sign_in(&scene.keeper).await;
        let paula = house.sign_in(&scene.paula).await;
        let mut request = verified("paula", scene.kiosk.roles["finance"]);
        let user = keeper.create_user(scene.kiosk.id, &request, None).await.unwrap();
        // Who was entered and not invited yet learns nothing.
        assert!(paula.read_me().await.unwrap().offers.is_empty());
        keeper.invite_user(scene.kiosk.id, user.id, None).await.unwrap();
        let me = paula.read_me().await.unwrap();
        assert_eq!(me.memberships.len(), 1);
        assert_eq!(me.offers[0].customer.name, "Merchant 200002");
        assert_eq!(me.offers[0].roles[0].built_in, Some(BuiltInRole::Finance));
        // Until they accept, the inviter sees their own words and no more.
        let seen = keeper.read_user(scene.kiosk.id, user.id).await.unwrap();
        assert_eq!((seen.given_name.as_str(), seen.last_sign_in_at), ("Ada", None));
        assert_eq!(seen.status.kind, UserStatusKind::ActivationLinkSent);

        let wrong = AcceptMembership { password: "Wrong-Horse-7-Battery".to_owned() };
        let refused = paula.accept_membership(scene.kiosk.id, &wrong).await.unwrap_err();
        assert!(matches!(&refused, Error::Problem(problem)
            if problem.errors[0].code == FieldCode::WrongPassword));
        let me = paula.accept_membership(scene.kiosk.id, &password()).await.unwrap();
        let numbers: Vec<_> = me.memberships.iter().map(|at| at.customer.number.as_str()).collect();
        assert_eq!(numbers, ["200001", "200002"], "one sign-in, both customers");
        assert!(me.offers.is_empty());
        let seen = keeper.read_user(scene.kiosk.id, user.id).await.unwrap();
        assert_eq!((seen.given_name.as_str(), seen.status.kind), ("paula", UserStatusKind::Active));
        // The link in the mail is dead.
        let link = house.link_for("paula@example.com").await;
        assert_eq!(Browser::new(house).open(&link).await.status, reqwest::StatusCode::GONE);
        // Each customer's activity shows its own event only.
        let baker = house.sign_in(&scene.baker).await;
        for (admin, customer, expected) in [
            (&keeper, scene.kiosk.id, true),
            (&baker, scene.bakery.id, false),
        ] {
            let log = admin.list_audit_events(customer, &about(user.id)).await.unwrap();
            let accepted = log.items.iter().any(|event| event.action == AuditAction::MembershipAccepted);
            assert_eq!(accepted, expected);
        }
        request.invite = true;
        let again = keeper.create_user(scene.kiosk.id, &request, None).await.unwrap_err();
        assert_eq!(code(&again), Some(ErrorCode::UserExists), "the own list shows them anyway");
    }

    async fn l13_the_inviter_learns_nothing_of_who_exists(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        house.clock.advance(std::time::Duration::from_hours(24 * 30));
        let keeper = house.sign_in(&scene.keeper).await;
        let role = scene.kiosk.roles["cashier"];
        // Paula exists elsewhere and spells her address in lower case; Quinn does not exist.
        let mut known = verified("PAULA", role);
        let mut fresh = verified("QUINN", role);
        known.invite = true;
        fresh.invite = true;
        let known = keeper.create_user(scene.kiosk.id, &known, None).await.unwrap();
        let fresh = keeper.create_user(scene.kiosk.id, &fresh, None).await.unwrap();
        assert_eq!(known.sign_in_name, "PAULA@example.com", "as it was typed");
        assert_eq!(bare(known.clone()), bare(fresh.clone()));
        // Nor does a later look, at the user or at the list.
        for (id, name) in [(known.id, "PAULA"), (fresh.id, "QUINN")] {
            let seen = keeper.read_user(scene.kiosk.id, id).await.unwrap();
            assert_eq!(seen.sign_in_name, format!("{name}@example.com"));
        }
        let one = bare(keeper.read_user(scene.kiosk.id, known.id).await.unwrap());
        let other = bare(keeper.read_user(scene.kiosk.id, fresh.id).await.unwrap());
        assert_eq!(one, other);
        // An id that tells when somebody first came to any customer would tell that they did.
        assert_ne!(fresh.id.as_uuid().get_version_num(), 7);
        // What Paula does with her address meanwhile stays hers.
        let paula = house.sign_in(&scene.paula).await;
        let change = keyholder_contract::profile::ChangeEmail {
            email: "paula.moved@example.com".to_owned(),
            password: PASSWORD.to_owned(),
        };
        paula.change_email(&change).await.unwrap();
        for address in ["paula@example.com", "paula.moved@example.com"] {
            crate::own_data::answer(house, &house.link_for(address).await, "confirm").await;
        }
        assert_eq!(paula.read_profile().await.unwrap().sign_in_name, "paula.moved@example.com");
        let seen = keeper.read_user(scene.kiosk.id, known.id).await.unwrap();
        assert_eq!(seen.sign_in_name, "PAULA@example.com");
        let found = keeper.list_users(scene.kiosk.id, &UserQuery {
            search: Some("moved".to_owned()),
            ..Default::default()
        }).await.unwrap();
        assert!(found.items.is_empty());
    }

    async fn l13_an_offer_is_declined_and_gone(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let keeper = house.sign_in(&scene.keeper).await;
        let paula = house.sign_in(&scene.paula).await;
        let mut request = verified("paula", scene.kiosk.roles["cashier"]);
        request.invite = true;
        let user = keeper.create_user(scene.kiosk.id, &request, None).await.unwrap();
        let me = paula.decline_membership(scene.kiosk.id).await.unwrap();
        assert!(me.offers.is_empty() && me.memberships.len() == 1);
        let again = paula.accept_membership(scene.kiosk.id, &password()).await.unwrap_err();
        assert_eq!(code(&again), Some(ErrorCode::NotFound));
        let link = house.link_for("paula@example.com").await;
        assert_eq!(Browser::new(house).open(&link).await.status, reqwest::StatusCode::GONE);
        let log = keeper.list_audit_events(scene.kiosk.id, &about(user.id)).await.unwrap();
        assert_eq!(log.items[0].action, AuditAction::MembershipDeclined);
        // A stranger's offer is none of one's business.
        let foreign = keeper.decline_membership(scene.bakery.id).await.unwrap_err();
        assert_eq!(code(&foreign), Some(ErrorCode::NotFound));
    }

    async fn l13_c18_leaving_one_customer_keeps_the_other(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        house.join(&scene.kiosk, &scene.paula, Member::new("paula", BuiltInRole::Support)).await;
        let paula = house.sign_in(&scene.paula).await;
        let me = paula.leave_customer(scene.bakery.id).await.unwrap();
        assert_eq!(me.memberships.len(), 1);
        assert_eq!(me.memberships[0].customer.id, scene.kiosk.id);
        assert!(paula.read_customer(scene.bakery.id).await.is_err());
        assert!(paula.list_users(scene.kiosk.id, &UserQuery::default()).await.is_ok());
        // Its event stands in the activity of the customer that was left, and nowhere else.
        let baker = house.sign_in(&scene.baker).await;
        let keeper = house.sign_in(&scene.keeper).await;
        let left = |log: keyholder_contract::audit::AuditPage| {
            log.items.iter().any(|event| event.action == AuditAction::MembershipLeft)
        };
        let target = about(scene.paula.id);
        assert!(left(baker.list_audit_events(scene.bakery.id, &target).await.unwrap()));
        assert!(!left(keeper.list_audit_events(scene.kiosk.id, &target).await.unwrap()));
        // Leaving the last one ends the session and the sign-in.
        let me = paula.leave_customer(scene.kiosk.id).await.unwrap();
        assert!(me.memberships.is_empty());
        assert!(paula.read_me().await.is_err());
        assert!(try_sign_in(&house.client(), &scene.paula.name, PASSWORD).await.is_err());
    }

    async fn l01_the_last_administrator_does_not_leave(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let baker = house.sign_in(&scene.baker).await;
        let refused = baker.leave_customer(scene.bakery.id).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::LastAdministrator));
        let other = Member::new("other", BuiltInRole::MerchantAdministrator);
        house.member(&scene.bakery, other).await;
        assert!(baker.leave_customer(scene.bakery.id).await.is_ok());
    }

    async fn c18_switched_off_at_one_customer_the_other_goes_on(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        house.join(&scene.kiosk, &scene.paula, Member::new("paula", BuiltInRole::Support)).await;
        let paula = house.sign_in(&scene.paula).await;
        let baker = house.sign_in(&scene.baker).await;
        let before = baker.read_user(scene.bakery.id, scene.paula.id).await.unwrap();
        baker.deactivate_user(scene.bakery.id, scene.paula.id, before.version).await.unwrap();
        let me = paula.read_me().await.unwrap();
        assert_eq!(me.memberships.len(), 1);
        assert_eq!(me.memberships[0].customer.id, scene.kiosk.id);
        assert!(paula.list_users(scene.kiosk.id, &UserQuery::default()).await.is_ok());
        assert!(try_sign_in(&house.client(), &scene.paula.name, PASSWORD).await.is_ok());
        let keeper = house.sign_in(&scene.keeper).await;
        let seen = keeper.read_user(scene.kiosk.id, scene.paula.id).await.unwrap();
        assert_eq!(seen.status.kind, UserStatusKind::Active);
    }

    async fn s099_s102_the_switcher_lists_every_customer_without_a_switch(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let paula = house.sign_in(&scene.paula).await;
        assert_eq!(paula.read_me().await.unwrap().memberships.len(), 1);
        house.join(&scene.kiosk, &scene.paula, Member::new("paula", BuiltInRole::Support)).await;
        // Nobody has to enable it, and the running session has it at its next request.
        let me = paula.read_me().await.unwrap();
        let listed: Vec<_> = me.memberships.iter()
            .map(|at| (at.customer.number.as_str(), at.roles[0].built_in))
            .collect();
        assert_eq!(listed, [
            ("200001", Some(BuiltInRole::Cashier)),
            ("200002", Some(BuiltInRole::Support)),
        ]);
    }

    async fn s100_s101_an_administrator_gives_the_customer_an_alias_that_all_see(
        database: TestDatabase
    ) {
        let scene = scene(database).await;
        let house = &scene.house;
        let baker = house.sign_in(&scene.baker).await;
        let paula = house.sign_in(&scene.paula).await;
        let alias = |alias: &str| ChangeAlias { alias: Some(alias.to_owned()) };
        let customer = baker.change_alias(scene.bakery.id, 1, &alias(" Harbour bakery ")).await.unwrap();
        assert_eq!((customer.alias.as_deref(), customer.settings_version), (Some("Harbour bakery"), 2));
        let seen = paula.read_me().await.unwrap().memberships.remove(0).customer;
        assert_eq!(seen.alias.as_deref(), Some("Harbour bakery"));
        let log = baker.list_audit_events(scene.bakery.id, &AuditQuery::default()).await.unwrap();
        assert!(log.items.iter().any(|event| event.action == AuditAction::AliasChanged));
        // Another customer may have the same: a refusal would tell about it.
        let keeper = house.sign_in(&scene.keeper).await;
        assert!(keeper.change_alias(scene.kiosk.id, 1, &alias("Harbour bakery")).await.is_ok());
        for (text, fault) in [
            ("200002", FieldCode::Malformed),
            (" ", FieldCode::Required),
            ("a\u{202E}b", FieldCode::ForbiddenCharacter),
        ] {
            let refused = baker.change_alias(scene.bakery.id, 2, &alias(text)).await.unwrap_err();
            assert!(matches!(&refused, Error::Problem(problem) if problem.errors[0].code == fault), "{text}");
        }
        let stale = baker.change_alias(scene.bakery.id, 1, &alias("Old")).await.unwrap_err();
        assert_eq!(code(&stale), Some(ErrorCode::Stale));
        let refused = paula.change_alias(scene.bakery.id, 2, &alias("Mine")).await.unwrap_err();
        assert_eq!(code(&refused), Some(ErrorCode::PermissionMissing));
        let none = baker.change_alias(scene.bakery.id, 2, &ChangeAlias { alias: None }).await.unwrap();
        assert_eq!(none.alias, None);
    }
}
