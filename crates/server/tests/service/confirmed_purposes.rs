//! What a device confirms is one thing (decision 61): it names what that is, and the proof opens nothing else.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    audit::{AuditChange, AuditQuery},
    auth_request::{OpenAuthRequest, RaiseStepUpRequest},
    pending_change::AskChange,
    user::ChangeRoles,
};
use keyholder_domain::{
    audit::AuditAction,
    auth_request::{AuthRequestAction, Purpose},
    ids::{CustomerId, UserId},
    pending_change::ChangeState,
    permission::Permission,
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;
use uuid::Uuid;

use crate::{
    pending_changes::{Scene, scene},
    roles::save,
    second_factors::refused,
    step_up_requests::stale,
    support::{
        Member, Merchant, PASSWORD,
        confirming::{asked, by_device},
        phone::{Enrolled, by_app, step_up},
    },
};

const MINUTE: Duration = Duration::from_mins(1);

/// What a call is refused for, as whoever asks a device says it.
fn purpose<T>(outcome: keyholder_client::Result<T>) -> Purpose {
    let Some(keyholder_client::Error::Problem(refusal)) = outcome.err() else {
        panic!("not refused");
    };
    assert_eq!(refusal.code.code(), "step_up_required");
    let param = |name: &str| refusal.params.get(name);
    Purpose {
        action: AuthRequestAction::from_code(&refusal.params["action"]).unwrap(),
        customer_id: param("customer_id").map(|id| id.parse().unwrap()),
        about: param("about").map(|id| id.parse().unwrap()),
    }
}

fn ask(purpose: Purpose) -> RaiseStepUpRequest {
    RaiseStepUpRequest {
        password: PASSWORD.to_owned(),
        purpose,
    }
}

/// Has a device confirm a purpose; gives what it was told.
async fn confirm(device: &Session, other: &Session, purpose: Purpose) -> OpenAuthRequest {
    let raised = other.raise_step_up_request(&ask(purpose)).await.unwrap();
    let prompt = asked(device).await.unwrap();
    device
        .decide_auth_request(raised.id, Some(&raised.number))
        .await
        .unwrap();
    other
        .step_up(&step_up(Some(by_device(raised.id))))
        .await
        .unwrap();
    prompt
}

/// Gives somebody the role of an auditor.
async fn promote(by: &Session, merchant: &Merchant, user: UserId) -> keyholder_client::Result<()> {
    let version = by.read_user(merchant.id, user).await.unwrap().version;
    let body = ChangeRoles {
        role_ids: vec![merchant.roles["auditor"]],
    };
    by.change_user_roles(merchant.id, user, version, &body)
        .await
        .map(drop)
}

on_both_databases! {
    async fn threat_31_a_confirmed_change_is_of_the_user_that_the_device_named(database: TestDatabase) {
        let Scene { house, merchant, anna, carla, .. } = scene(database).await;
        let dora = house.member(&merchant, Member::new("dora", BuiltInRole::Cashier)).await;
        let (Enrolled { session: device, phone, .. }, other) = stale(&house, &anna).await;
        let wanted = purpose(promote(&other, &merchant, carla.id).await);
        let of_carla = Purpose {
            action: AuthRequestAction::ChangeRoles,
            customer_id: Some(merchant.id),
            about: Some(carla.id.as_uuid()),
        };
        assert_eq!(wanted, of_carla);
        let told = confirm(&device, &other, wanted).await;
        let name = other.read_user(merchant.id, carla.id).await.unwrap();
        assert_eq!(told.about, Some(format!("{} {}", name.given_name, name.family_name)));
        assert_eq!(told.customer_name.as_deref(), Some("Merchant 200001"));
        assert!(!told.several);

        // Neither somebody else, nor something else, nor something of one's own.
        assert_eq!(
            purpose(promote(&other, &merchant, dora.id).await).about,
            Some(dora.id.as_uuid())
        );
        assert_eq!(refused(other.renew_recovery_codes().await), "step_up_required");
        promote(&other, &merchant, carla.id).await.unwrap();
        // A code that was typed opens everything, as ever.
        let code = by_app(&phone.code(house.clock.now()));
        other.step_up(&step_up(Some(code))).await.unwrap();
        promote(&other, &merchant, dora.id).await.unwrap();
    }

    async fn c18_the_log_says_what_was_confirmed_where_it_is_done_and_nowhere_else(
        database: TestDatabase
    ) {
        let Scene { house, merchant, anna, carla, .. } = scene(database).await;
        let elsewhere = house.merchant("300001").await;
        house.join(&elsewhere, &anna, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &anna).await;
        let wanted = purpose(promote(&other, &merchant, carla.id).await);
        confirm(&device, &other, wanted).await;
        let own = purpose(other.renew_recovery_codes().await);
        confirm(&device, &other, own).await;
        let told = async |merchant: &Merchant| {
            let query = AuditQuery {
                action: vec![AuditAction::AuthRequestApproved],
                ..AuditQuery::default()
            };
            let log = device.list_audit_events(merchant.id, &query).await.unwrap();
            let of = |change: &AuditChange| (change.field == "purpose").then(|| change.after[0].text.clone());
            log.items
                .iter()
                .map(|entry| entry.changes.iter().find_map(of))
                .collect::<Vec<_>>()
        };
        let (roles, codes) = (Some("change_roles".to_owned()), Some("renew_recovery_codes".to_owned()));
        assert_eq!(told(&merchant).await[..2], [codes.clone(), roles]);
        assert_eq!(told(&elsewhere).await[..2], [codes, None]);
    }

    async fn threat_31_a_device_names_a_role_and_somebody_in_the_bin(database: TestDatabase) {
        let Scene { house, merchant, anna, carla, .. } = scene(database).await;
        let (Enrolled { session: device, phone, .. }, other) = stale(&house, &anna).await;
        let code = by_app(&phone.code(house.clock.now()));
        other.step_up(&step_up(Some(code))).await.unwrap();
        let role = save("Phone desk", &[Permission::ReportsView]);
        let role = other.create_role(merchant.id, &role, None).await.unwrap();
        let user = other.read_user(merchant.id, carla.id).await.unwrap();
        other.delete_user(merchant.id, carla.id, user.version).await.unwrap();
        let name = format!("{} {}", user.given_name, user.family_name);
        for (action, about, name) in [
            (AuthRequestAction::DeleteRole, role.id.as_uuid(), "Phone desk"),
            (AuthRequestAction::RestoreUser, carla.id.as_uuid(), name.as_str()),
        ] {
            let purpose = Purpose { action, customer_id: Some(merchant.id), about: Some(about) };
            other.raise_step_up_request(&ask(purpose)).await.unwrap();
            let told = asked(&device).await.unwrap();
            assert_eq!((told.action, told.about.as_deref()), (action, Some(name)));
        }
    }

    async fn threat_31_several_are_confirmed_as_several(database: TestDatabase) {
        let Scene { house, merchant, anna, berta, carla } = scene(database).await;
        let dora = house.member(&merchant, Member::new("dora", BuiltInRole::Cashier)).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &anna).await;
        let wanted = purpose(promote(&other, &merchant, carla.id).await);
        let told = confirm(&device, &other, Purpose { about: None, ..wanted }).await;
        assert_eq!((told.about, told.several), (None, true));
        for user in [carla.id, dora.id] {
            promote(&other, &merchant, user).await.unwrap();
        }
        let version = other.read_user(merchant.id, berta.id).await.unwrap().version;
        other.deactivate_user(merchant.id, berta.id, version).await.unwrap();
        let version = other.read_user(merchant.id, berta.id).await.unwrap().version;
        let on = other.reactivate_user(merchant.id, berta.id, version).await;
        assert_eq!(purpose(on).action, AuthRequestAction::ReactivateUser);
        // It ends when any other proof would.
        house.clock.advance(MINUTE * 5);
        assert_eq!(refused(promote(&other, &merchant, carla.id).await), "step_up_required");
    }

    async fn threat_31_a_device_names_nobody_whom_the_person_may_not_see(database: TestDatabase) {
        let Scene { house, merchant, anna, carla, .. } = scene(database).await;
        let elsewhere = house.merchant("200002").await;
        let zoe = house.member(&elsewhere, Member::new("zoe", BuiltInRole::Cashier)).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &anna).await;
        let wanted = purpose(promote(&other, &merchant, carla.id).await);
        let nobody = Uuid::from_u128(7);
        for (wrong, field) in [
            (Purpose { about: Some(zoe.id.as_uuid()), ..wanted }, "about"),
            (Purpose { about: Some(nobody), ..wanted }, "about"),
            (Purpose { customer_id: None, ..wanted }, "about"),
            (Purpose { action: AuthRequestAction::ExportActivity, ..wanted }, "about"),
            (Purpose { action: AuthRequestAction::DeleteRole, ..wanted }, "about"),
            (Purpose { action: AuthRequestAction::GrantChange, ..wanted }, "about"),
            (Purpose { customer_id: Some(elsewhere.id), about: None, ..wanted }, "customer_id"),
            (Purpose { customer_id: Some(CustomerId::from_uuid(nobody)), ..wanted }, "customer_id"),
        ] {
            let outcome = other.raise_step_up_request(&ask(wrong)).await;
            assert_eq!(refused(outcome), format!("purpose.{field}: unknown"), "{wrong}");
        }
        assert_eq!(asked(&device).await, None);

        // A cashier may see no users, and learns nobody's name by asking their own device.
        let (Enrolled { session: device, .. }, other) = stale(&house, &carla).await;
        let of_anna = Purpose { about: Some(anna.id.as_uuid()), ..wanted };
        assert_eq!(refused(other.raise_step_up_request(&ask(of_anna)).await), "purpose.about: unknown");
        assert_eq!(asked(&device).await, None);
    }

    async fn threat_31_a_second_administrator_agrees_over_a_request_to_that_change_alone(
        database: TestDatabase
    ) {
        let Scene { house, merchant, anna, berta, carla } = scene(database).await;
        let asker = house.sign_in(&anna).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &berta).await;
        asker.step_up(&step_up(None)).await.unwrap();
        let own = AskChange::OwnAccess {
            role_ids: vec![merchant.roles["auditor"]],
            permissions: Vec::new(),
        };
        let dead = AskChange::DeadMailbox {
            user_id: carla.id,
            email: "carla.new@example.com".to_owned(),
        };
        let own = asker.ask_change(merchant.id, &own, None).await.unwrap().id;
        let dead = asker.ask_change(merchant.id, &dead, None).await.unwrap().id;
        let wanted = purpose(other.grant_pending_change(merchant.id, dead).await);
        assert_eq!(wanted.action, AuthRequestAction::GrantChange);
        assert_eq!(wanted.about, Some(dead.as_uuid()));
        let told = confirm(&device, &other, wanted).await;
        let name = other.read_user(merchant.id, carla.id).await.unwrap();
        assert_eq!(told.about, Some(format!("{} {}", name.given_name, name.family_name)));
        let foreign = other.grant_pending_change(merchant.id, own).await;
        assert_eq!(purpose(foreign).about, Some(own.as_uuid()));
        let granted = other.grant_pending_change(merchant.id, dead).await.unwrap();
        assert_eq!(granted.state, ChangeState::Granted);
    }
}
