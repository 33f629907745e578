//! Creating users, switching them off and on, and changing their roles.

use keyholder_contract::role::RoleQuery;
use keyholder_contract::{
    problem::ErrorCode,
    user::{ChangeRoles, CreateUser, UserAction},
};
use keyholder_domain::{
    audit::AuditAction, permission::Permission, role::BuiltInRole, user_status::UserStatusKind,
};
use keyholder_store::on_both_databases;
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Browser, Device, House, Member, PASSWORD,
    requests::{about, everywhere, only, unverified, verified},
    try_sign_in,
};

on_both_databases! {
    async fn s017_s023_s024_s034_s039_s041_s043_s044_c16_from_creation_to_the_first_sign_in(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;

        let mut request = verified("ada", merchant.roles["cashier"]);
        request.role_ids.push(merchant.roles["support"]);
        request.invite = true;
        let user = admin.create_user(merchant.id, &request, None).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::ActivationLinkSent);
        assert_eq!(user.roles.len(), 2);
        assert!(user.permissions.contains(&Permission::TransactionsMoto));
        assert!(user.permissions.contains(&Permission::InvoicesView));
        assert!(try_sign_in(&house.client(), "ada@example.com", PASSWORD).await.is_err());

        let link = house.link_for("ada@example.com").await;
        assert!(link.starts_with(house.app.origin.as_str()));
        let mut browser = Browser::new(&house);
        for _ in 0..5 {
            assert_eq!(browser.open(&link).await.status, StatusCode::OK);
        }
        let done = browser.set_password(&link, PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
        let user = admin.read_user(merchant.id, user.id).await.unwrap();
        assert_eq!(user.status.kind, UserStatusKind::Active);
        house.tokens_by_mail(&house.client(), "ada@example.com", PASSWORD).await;

        let log = admin
            .list_audit_events(merchant.id, &about(user.id))
            .await
            .unwrap();
        let actions: Vec<_> = log.items.iter().rev().map(|entry| entry.action).collect();
        assert_eq!(
            actions,
            [
                AuditAction::UserCreated,
                AuditAction::UserInvited,
                AuditAction::UserActivated,
                AuditAction::SignedIn,
            ]
        );
    }

    async fn s026_s040_an_unverified_user_signs_in_with_a_generated_name(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let request = unverified(merchant.roles["cashier"]);
        let user = admin.create_user(merchant.id, &request, None).await.unwrap();
        assert!(user.sign_in_name.starts_with("u-"));
        assert_eq!(user.status.kind, UserStatusKind::NotInvited);

        let invited = admin.invite_user(merchant.id, user.id, None).await.unwrap();
        let link = invited.activation_link.unwrap();
        assert!(house.mails().await.is_empty(), "no mail for who has no mailbox");
        let code = invited.code.unwrap();
        assert!(!format!("{:?}", house.dump().await).contains(&code));
        let found = Browser::new(&house).set_password(&link, PASSWORD).await;
        assert_eq!(found.status, StatusCode::UNPROCESSABLE_ENTITY, "the link alone is not enough");
        let done = Browser::new(&house).set_password_with_code(&link, &code, PASSWORD).await;
        assert_eq!(done.status, StatusCode::OK);
        try_sign_in(&house.client(), &user.sign_in_name.to_uppercase(), PASSWORD).await.unwrap();
    }

    async fn s024_an_address_is_used_once_at_a_customer(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        admin.create_user(merchant.id, &request, None).await.unwrap();
        request.email = Some("ADA@Example.COM".to_owned());
        let again = admin.create_user(merchant.id, &request, None).await.unwrap_err();
        assert_eq!(again.code(), Some(ErrorCode::UserExists));
    }

    async fn s025_a_mailbox_that_several_read_is_marked(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        for (mailbox, marked) in [("office", true), ("ada", false)] {
            let request = verified(mailbox, merchant.roles["cashier"]);
            let user = admin.create_user(merchant.id, &request, None).await.unwrap();
            assert_eq!(user.group_mailbox, marked, "{mailbox}");
        }
    }

    async fn s045_s048_switched_off_is_out_at_the_next_request_and_on_again(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;
        session.read_customer(merchant.id).await.unwrap();

        let before = admin.read_user(merchant.id, ben.id).await.unwrap();
        let off = admin.deactivate_user(merchant.id, ben.id, before.version).await.unwrap();
        assert_eq!(off.status.kind, UserStatusKind::Deactivated);
        let refused = session.read_customer(merchant.id).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::SignInRequired));
        let refused = try_sign_in(&house.client(), &ben.name, PASSWORD).await.err().unwrap();
        assert_eq!(refused.code(), Some(ErrorCode::SignInFailed));
        let twice = admin.deactivate_user(merchant.id, ben.id, off.version).await.unwrap_err();
        assert_eq!(twice.code(), Some(ErrorCode::WrongStatus));

        let on = admin.reactivate_user(merchant.id, ben.id, off.version).await.unwrap();
        assert_eq!(on.status.kind, UserStatusKind::Active);
        try_sign_in(&house.client(), &ben.name, PASSWORD).await.unwrap();
    }

    async fn c18_switching_off_at_one_customer_changes_nothing_at_another(database: TestDatabase) {
        let house = House::on(database).await;
        let here = house.merchant("200001").await;
        let there = house.merchant("200002").await;
        let anna = house.member(&here, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&here, Member::new("ben", BuiltInRole::Support)).await;
        house.join(&there, &ben, Member::new("ben", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;
        let version = admin.read_user(here.id, ben.id).await.unwrap().version;
        admin.deactivate_user(here.id, ben.id, version).await.unwrap();
        session.read_customer(there.id).await.unwrap();
        let refused = session.read_customer(here.id).await.unwrap_err();
        assert_eq!(refused.code(), Some(ErrorCode::NotFound));
    }

    async fn s022_roles_add_up_and_hold_at_the_next_request(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let admin = house.sign_in(&anna).await;
        let session = house.sign_in(&ben).await;
        let nothing = session.list_roles(merchant.id, &RoleQuery::default()).await.unwrap_err();
        assert_eq!(nothing.code(), Some(ErrorCode::PermissionMissing));

        let version = admin.read_user(merchant.id, ben.id).await.unwrap().version;
        let roles = ChangeRoles {
            role_ids: vec![merchant.roles["cashier"], merchant.roles["support"]],
        };
        let changed = admin.change_user_roles(merchant.id, ben.id, version, &roles).await.unwrap();
        assert!(changed.permissions.contains(&Permission::TransactionsMoto));
        assert!(changed.permissions.contains(&Permission::UsersView));
        session.list_roles(merchant.id, &RoleQuery::default()).await.unwrap();

        let stale = admin.change_user_roles(merchant.id, ben.id, version, &roles).await.unwrap_err();
        assert_eq!(stale.code(), Some(ErrorCode::Stale));
        // The same roles again change nothing, not even the version.
        let same = admin
            .change_user_roles(merchant.id, ben.id, changed.version, &roles)
            .await
            .unwrap();
        assert_eq!(same.version, changed.version);
    }

    async fn edits_say_what_they_have_read(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Cashier)).await;
        let device = Device::of(&house, &anna).await;
        let user = format!("/v1/customers/{}/users/{}", merchant.id, ben.id);
        let read = device.get(&user).await;
        assert_eq!(read.header("etag"), format!("\"{}\"", read.json()["version"]));
        let body = json!({ "role_ids": [merchant.roles["support"]] });
        for (method, path, body) in [
            (Method::POST, "deactivate", None),
            (Method::POST, "reactivate", None),
            (Method::PUT, "roles", Some(body)),
        ] {
            let reply = device.call(method, &format!("{user}/{path}"), body).await;
            assert_eq!(reply.code(), "if_match_required", "{path}");
        }
    }

    async fn what_creating_answers_is_what_reading_answers(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let here = merchant.locations[0];
        let lea = house.member(&merchant, Member::new("lea", BuiltInRole::LocationAdministrator).at(here)).await;
        for (mailbox, person, scope) in [("ada", &anna, everywhere()), ("bob", &lea, only(&[here]))] {
            let admin = house.sign_in(person).await;
            let plain = verified(mailbox, merchant.roles["cashier"]);
            let invited = CreateUser { invite: true, ..verified(&format!("{mailbox}2"), merchant.roles["cashier"]) };
            for request in [plain, invited, unverified(merchant.roles["cashier"])] {
                let request = CreateUser { scope: scope.clone(), ..request };
                let created = admin.create_user(merchant.id, &request, None).await.unwrap();
                let read = admin.read_user(merchant.id, created.id).await.unwrap();
                assert_eq!(created, read);
                assert!(created.added_by.is_some());
            }
        }
    }

    async fn a_creation_that_is_sent_twice_happens_once(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = unverified(merchant.roles["cashier"]);
        let first = admin.create_user(merchant.id, &request, Some("k1")).await.unwrap();
        let again = admin.create_user(merchant.id, &request, Some("k1")).await.unwrap();
        assert_eq!(first, again);
        "Bea".clone_into(&mut request.given_name);
        let other = admin.create_user(merchant.id, &request, Some("k1")).await.unwrap_err();
        assert_eq!(other.code(), Some(ErrorCode::IdempotencyKeyReused));

        let link = admin.invite_user(merchant.id, first.id, Some("k2")).await.unwrap();
        assert!(link.activation_link.is_some());
        let repeated = admin.invite_user(merchant.id, first.id, Some("k2")).await.unwrap();
        assert_eq!(repeated.activation_link, None, "a link is shown once");
        let dump = house.dump().await;
        let secret = link.activation_link.unwrap();
        let secret = secret.rsplit('/').next().unwrap();
        assert!(!format!("{dump:?}").contains(secret));
    }

    async fn what_is_offered_is_what_works(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let ben = house.member(&merchant, Member::new("ben", BuiltInRole::Support)).await;
        let admin = house.sign_in(&anna).await;
        let support = house.sign_in(&ben).await;
        let states = |user: keyholder_contract::user::User| {
            user.actions
                .into_iter()
                .map(|state| (state.action, state.refusal))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            states(admin.read_user(merchant.id, ben.id).await.unwrap()),
            [
                (UserAction::Invite, Some(ErrorCode::WrongStatus)),
                (UserAction::Deactivate, None),
                (UserAction::Reactivate, Some(ErrorCode::WrongStatus)),
                (UserAction::Delete, None),
                (UserAction::Restore, Some(ErrorCode::WrongStatus)),
                (UserAction::Convert, Some(ErrorCode::AlreadyVerified)),
                (UserAction::Adopt, Some(ErrorCode::AdoptedAlready)),
                (UserAction::ChangeRoles, None),
                (UserAction::ChangePermissions, None),
                (UserAction::ChangeScope, None),
                (UserAction::SendResetLink, None),
                (UserAction::Unlock, Some(ErrorCode::WrongStatus)),
                (UserAction::EndSessions, None),
                (UserAction::ResetSecondFactor, Some(ErrorCode::NoSecondFactor)),
            ]
        );
        let own = states(admin.read_user(merchant.id, anna.id).await.unwrap());
        assert!(own.iter().all(|(_, refusal)| *refusal == Some(ErrorCode::OwnAccess)));
        let seen = states(support.read_user(merchant.id, anna.id).await.unwrap());
        assert!(seen.iter().all(|(_, refusal)| *refusal == Some(ErrorCode::PermissionMissing)));
    }
}
