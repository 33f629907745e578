//! How others failed (`docs/regressions.md`), where no other test shows it.

use std::time::Duration;

use keyholder_contract::{problem::ErrorCode, profile::ProposeCorrection};
use keyholder_domain::{
    permission::{Permission, PermissionSet},
    role::BuiltInRole,
};
use keyholder_store::{memberships, on_both_databases};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Browser, Device, House, Member, PASSWORD, Person, requests::verified};

const WRONG: &str = "Wrong-Horse-7-Battery";
const NEW: &str = "Vorhang-77-Tulpe-wKq";

/// Asks for a reset link, as anybody can for anybody.
async fn forget(house: &House, person: &Person) {
    let body = Some(json!({ "sign_in_name": person.name }));
    let reply = Device::new(house)
        .call(Method::POST, "/v1/password-resets", body)
        .await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
}

on_both_databases! {
    // Keycloak 94001 and 97177: the same effect by another path asked for another right.
    async fn reg_same_effect_same_right_no_way_to_a_password_without_it(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let almost = house.member(&merchant, Member::new("almost", BuiltInRole::Cashier)).await;
        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let pending = house.member(&merchant, Member::new("pending", BuiltInRole::Cashier).pending()).await;
        let locked = house.member(&merchant, Member::new("locked", BuiltInRole::Cashier)).await;
        for _ in 0..5 {
            Device::new(&house).try_sign_in(&locked.name, WRONG).await;
        }
        // Everything but the one right.
        let all = PermissionSet::all() - Permission::UsersManage;
        let tx = house.app.database.begin_write().await.unwrap();
        memberships::set_permissions(&tx, merchant.id, almost.id, all).await.unwrap();
        tx.commit().await.unwrap();
        let session = house.sign_in(&almost).await;
        let id = merchant.id;
        let version = session.read_user(id, maria.id).await.unwrap().version;
        let request = ProposeCorrection {
            given_name: None,
            family_name: None,
            email: Some("almost@example.org".to_owned()),
        };
        let again = verified("maria", merchant.roles["cashier"]);
        let before = house.dump().await;
        let ways = [
            ("reset link", session.send_reset_link(id, maria.id, None).await.err()),
            ("reset link for oneself", session.send_reset_link(id, almost.id, None).await.err()),
            ("invitation", session.invite_user(id, pending.id, None).await.err()),
            ("unlocking", session.unlock_user(id, locked.id, version).await.err()),
            ("another address", session.propose_correction(id, maria.id, &request).await.err()),
            ("switching off", session.deactivate_user(id, maria.id, version).await.err()),
            ("switching on", session.reactivate_user(id, maria.id, version).await.err()),
            ("adding once more", session.create_user(id, &again, None).await.err()),
        ];
        for (way, refusal) in ways {
            let code = refusal.and_then(|error| error.code());
            assert_eq!(code, Some(ErrorCode::PermissionMissing), "{way}");
        }
        let after = house.dump().await;
        for table in ["password_credentials", "reset_links", "invitations", "data_changes", "outbox", "users"] {
            assert_eq!(after[table], before[table], "{table}");
        }
        assert!(house.mails().await.is_empty());
    }

    // Keycloak 9798 and 16103, Vaultwarden 27802 and 95814: a lock or a status was looked at on one way
    // in and not on another.
    async fn reg_locked_user_every_grant_a_status_counts_on_every_way_in(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let cashier = BuiltInRole::Cashier;
        let off = house.member(&merchant, Member::new("off", cashier)).await;
        let device = Device::of(&house, &off).await;
        let refresh = device.refresh.clone().unwrap();
        forget(&house, &off).await;
        let link = house.link_for(&off.name).await;
        let mut open = Browser::new(&house);
        let token = crate::support::browser::form_token(&open.open(&link).await);
        house.deactivate(&merchant, &off).await;
        assert_eq!(device.get("/v1/me").await.code(), "sign_in_required", "the session");
        assert_eq!(device.try_refresh(&refresh).await.code(), "sign_in_required", "a refresh");
        let known = device.try_sign_in(&off.name, PASSWORD).await;
        assert_eq!(known.code(), "sign_in_failed", "a known device");
        let strange = Device::new(&house).try_sign_in(&off.name, PASSWORD).await;
        assert_eq!(strange.code(), "sign_in_failed", "another device");
        let fields = [("form_token", token.as_str()), ("password", NEW), ("repeat", NEW)];
        let sent = open.send(&link, &fields, &[]).await;
        assert_eq!(sent.status, StatusCode::GONE, "a form that was open already");
        let mails = house.mails().await.len();
        forget(&house, &off).await;
        assert_eq!(house.mails().await.len(), mails, "a new link");

        let pending = house.member(&merchant, Member::new("pending", cashier).pending()).await;
        let reply = Device::new(&house).try_sign_in(&pending.name, PASSWORD).await;
        assert_eq!(reply.code(), "sign_in_failed", "not there yet");
        forget(&house, &pending).await;
        assert_eq!(house.mails().await.len(), mails, "a link for somebody not there yet");

        // Locked on one device: there, and nowhere else, also with the right password.
        let locked = house.member(&merchant, Member::new("locked", cashier)).await;
        let device = Device::of(&house, &locked).await;
        for _ in 0..5 {
            device.try_sign_in(&locked.name, WRONG).await;
        }
        assert_eq!(device.try_sign_in(&locked.name, PASSWORD).await.code(), "sign_in_failed");
        let body = Some(json!({ "current_password": PASSWORD, "new_password": NEW }));
        let change = device.call(Method::PUT, "/v1/me/password", body).await;
        assert_eq!(change.code(), "too_many_requests", "guessing goes on nowhere else");

        let away = house.member(&merchant, Member::new("away", cashier)).await;
        let device = Device::of(&house, &away).await;
        let refresh = device.refresh.clone().unwrap();
        house.clock.advance(Duration::from_hours(91 * 24));
        assert_eq!(device.get("/v1/me").await.code(), "sign_in_required");
        assert_eq!(device.try_refresh(&refresh).await.code(), "sign_in_required");
        let known = device.try_sign_in(&away.name, PASSWORD).await;
        assert_eq!(known.code(), "locked_inactivity", "a known device is away as well");
    }
}
