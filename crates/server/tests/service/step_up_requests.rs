//! A fresh proof that another device confirms (decision 49), and what a leaked password does to such devices.

use std::time::Duration;

use keyholder_client::Session;
use keyholder_contract::{
    auth_request::{RaiseStepUpRequest, RaisedAuthRequest},
    password::ReportLeakedPassword,
};
use keyholder_domain::{
    audit::AuditAction,
    auth_request::{AuthRequestAction, Purpose},
    role::BuiltInRole,
};
use keyholder_store::on_both_databases;

use crate::{
    second_factors::{refused, scene},
    support::{
        House, Member, PASSWORD, Person,
        confirming::{asked, by_device, other_than},
        phone::{Enrolled, step_up},
    },
};

const MINUTE: Duration = Duration::from_mins(1);

fn own(action: AuthRequestAction) -> Purpose {
    Purpose {
        action,
        customer_id: None,
        about: None,
    }
}

fn ask(password: &str) -> RaiseStepUpRequest {
    RaiseStepUpRequest {
        password: password.to_owned(),
        purpose: own(AuthRequestAction::RenewRecoveryCodes),
    }
}

async fn raise(session: &Session) -> RaisedAuthRequest {
    session.raise_step_up_request(&ask(PASSWORD)).await.unwrap()
}

/// A device that confirms, and another session whose proof is stale.
pub(crate) async fn stale(house: &House, maria: &Person) -> (Enrolled, Session) {
    let enrolled = house.confirming(maria).await;
    house.clock.advance(MINUTE);
    let other = house.sign_in_with(maria, &enrolled.phone).await;
    house.clock.advance(MINUTE * 5);
    (enrolled, other)
}

on_both_databases! {
    async fn c20_a_device_confirms_a_fresh_proof_in_place_of_a_code(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &maria).await;
        let Some(keyholder_client::Error::Problem(refusal)) = other.renew_recovery_codes().await.err()
        else {
            panic!("not refused");
        };
        assert_eq!(refusal.params["methods"], "authenticator device recovery_code");
        assert_eq!(refusal.params["action"], "renew_recovery_codes");

        let raised = raise(&other).await;
        let prompt = asked(&device).await.unwrap();
        assert_eq!((prompt.id, prompt.action), (raised.id, AuthRequestAction::RenewRecoveryCodes));
        let confirmed = || step_up(Some(by_device(raised.id)));
        assert_eq!(refused(other.step_up(&confirmed()).await), "second_factor.code: wrong_code");
        device.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        let status = other.read_step_up_request(raised.id).await.unwrap();
        assert_eq!(status.state.code(), "approved");
        // The password is shown beside it, as beside a code.
        let mut without = confirmed();
        "Wrong-Horse-7-Battery".clone_into(&mut without.password);
        assert_eq!(refused(other.step_up(&without).await), "password: wrong_password");
        // Nobody else gets anything for it, and it counts once.
        assert_eq!(refused(device.step_up(&confirmed()).await), "second_factor.code: wrong_code");
        other.step_up(&confirmed()).await.unwrap();
        assert_eq!(refused(other.step_up(&confirmed()).await), "second_factor.code: wrong_code");
        other.renew_recovery_codes().await.unwrap();
        let own = other.list_own_sessions().await.unwrap().devices;
        assert!(own.iter().any(|device| device.current));
    }

    async fn threat_31_no_device_confirms_its_own_step_up_and_none_is_asked_without_the_password(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (Enrolled { session: device, phone, .. }, other) = stale(&house, &maria).await;
        // Alone it has nobody to ask.
        assert_eq!(refused(device.raise_step_up_request(&ask(PASSWORD)).await), "not_found");
        let wrong = ask("Wrong-Horse-7-Battery");
        assert_eq!(refused(other.raise_step_up_request(&wrong).await), "password: wrong_password");
        assert_eq!(refused(other.raise_step_up_request(&ask("")).await), "password: required");
        let sign_in = RaiseStepUpRequest { purpose: own(AuthRequestAction::SignIn), ..ask(PASSWORD) };
        assert_eq!(refused(other.raise_step_up_request(&sign_in).await), "purpose.action: unknown");
        assert_eq!(asked(&device).await, None);

        // Both confirm now: each is asked about the other, and never about itself.
        let code = crate::support::phone::by_app(&phone.code(house.clock.now()));
        other.step_up(&step_up(Some(code))).await.unwrap();
        other.enrol_confirming_device().await.unwrap();
        let raised = raise(&device).await;
        assert_eq!(asked(&device).await, None);
        let own = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(own), "not_found");
        assert_eq!(refused(other.read_step_up_request(raised.id).await), "not_found");
        // Nor does anybody else of the merchant.
        let otto = house.member(&merchant, Member::new("otto", BuiltInRole::Cashier)).await;
        let theirs = house.confirming(&otto).await.session;
        let foreign = theirs.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(foreign), "not_found");
        other.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        device.step_up(&step_up(Some(by_device(raised.id)))).await.unwrap();
    }

    async fn threat_31_requests_of_sessions_and_sign_ins_share_their_limit(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &maria).await;
        let elsewhere = house.elsewhere(&maria).await;
        let of_sign_in = elsewhere.raise().await;
        let first = raise(&other).await;
        assert_eq!(elsewhere.state(of_sign_in.id).await, "superseded");
        let second = raise(&other).await;
        let status = other.read_step_up_request(first.id).await.unwrap();
        assert_eq!(status.state.code(), "superseded");
        let outcome = other.raise_step_up_request(&ask(PASSWORD)).await;
        assert_eq!(refused(outcome), "too_many_requests");
        let wrong = other_than(&second.number);
        for _ in 0..2 {
            let outcome = device.decide_auth_request(second.id, Some(&wrong)).await;
            assert_eq!(refused(outcome), "answer: wrong_code");
        }
        house.clock.advance(MINUTE);
        let late = device.decide_auth_request(second.id, Some(&second.number)).await;
        assert_eq!(refused(late), "auth_request_over");
        assert_eq!(asked(&device).await, None);
    }

    async fn threat_31_not_me_ends_the_session_that_asks(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (Enrolled { session: device, .. }, other) = stale(&house, &maria).await;
        let raised = raise(&other).await;
        let status = device.decide_auth_request(raised.id, None).await.unwrap();
        assert_eq!(status.state.code(), "refused");
        assert_eq!(refused(other.read_me().await), "sign_in_required");
        device.read_me().await.unwrap();
        let mails = house.mails().await;
        assert!(mails.iter().any(|mail| mail.to == maria.name && mail.subject.contains("You refused")));
    }

    async fn s087_a_leaked_password_ends_the_enrolments_unless_they_are_kept_knowingly(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let otto = house.member(&merchant, Member::new("otto", BuiltInRole::Cashier)).await;
        for (person, keep_confirming_devices) in [(&maria, false), (&otto, true)] {
            let session = house.confirming(person).await.session;
            let report = ReportLeakedPassword {
                current_password: PASSWORD.to_owned(),
                keep_confirming_devices,
            };
            session.report_leaked_password(&report).await.unwrap();
            let own = keyholder_store::confirming_devices::of_user(&house.app.database, person.id);
            assert_eq!(own.await.unwrap().len(), usize::from(keep_confirming_devices));
        }
        let events = house.dump().await.remove("audit_events").unwrap();
        let removed = AuditAction::ConfirmingDeviceRemoved.code();
        assert_eq!(events.iter().filter(|event| event.contains(removed)).count(), 1);
    }
}
