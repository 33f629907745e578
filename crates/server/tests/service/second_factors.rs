//! Authenticator apps: setting them up, signing in with them, changing and removing them.

use std::time::Duration;

use keyholder_client::Error;
use keyholder_contract::{
    problem::ErrorCode,
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup, RenameAuthenticator},
    session::NextStep,
};
use keyholder_domain::{
    audit::AuditAction,
    role::BuiltInRole,
    second_factor::{FactorMethod, time_code::TimeCodeAlgorithm},
};
use keyholder_store::{on_both_databases, testing::TestDatabase};

use crate::support::{
    House, Member, Merchant, PASSWORD, Person,
    phone::{Enrolled, Phone, begin, by_app, by_recovery_code, step_up},
    requests::unverified,
};

const STEP: Duration = Duration::from_secs(30);
const WRONG: &str = "Wrong-Horse-7-Battery";

pub(crate) async fn scene(database: TestDatabase) -> (House, Merchant, Person) {
    let house = House::on(database).await;
    let merchant = house.merchant("200001").await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    (house, merchant, maria)
}

/// What was refused: the code, or the field and what is wrong with it.
pub(crate) fn refused<T>(outcome: keyholder_client::Result<T>) -> String {
    let Some(Error::Problem(problem)) = outcome.err() else {
        panic!("not refused");
    };
    match problem.errors.first() {
        Some(fault) => {
            let code = serde_json::to_value(fault.code).unwrap();
            format!("{}: {}", fault.field, code.as_str().unwrap())
        }
        None => problem.code.code().to_owned(),
    }
}

/// The ways to show the second factor that a refusal asks for.
fn asked_for<T>(outcome: keyholder_client::Result<T>) -> String {
    let Some(Error::Problem(problem)) = outcome.err() else {
        panic!("not refused");
    };
    assert_eq!(problem.code, ErrorCode::StepUpRequired);
    problem.params["methods"].clone()
}

/// How often something stands in the activity.
async fn noted(house: &House, action: AuditAction) -> usize {
    let events = house.dump().await.remove("audit_events").unwrap();
    events
        .iter()
        .filter(|event| event.contains(action.code()))
        .count()
}

on_both_databases! {
    async fn s106_s107_code_and_password_set_it_up_and_signing_in_asks_from_then_on(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let session = house.sign_in(&maria).await;
        let elsewhere = house.sign_in(&maria).await;
        let setup = session
            .begin_authenticator_setup(&BeginAuthenticatorSetup::default())
            .await
            .unwrap();
        assert_eq!((setup.digits, setup.period_seconds), (6, 30));
        assert!(setup.uri.contains(&format!("secret={}", setup.secret)), "one and the same");
        let phone = Phone::scan(&setup.uri);
        let code = phone.code(house.clock.now());
        let add = |password: &str, code: &str| AddAuthenticator {
            setup_id: setup.id,
            name: "  Phone ".to_owned(),
            code: code.to_owned(),
            current_password: password.to_owned(), built_in: false, };
        // Neither alone is enough, and until both are right nothing is active.
        let outcome = session.add_authenticator(&add(WRONG, &code)).await;
        assert_eq!(refused(outcome), "current_password: wrong_password");
        let outcome = session.add_authenticator(&add(PASSWORD, "000000")).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        assert_eq!(session.list_own_second_factors().await.unwrap().authenticators, []);
        house.sign_in(&maria).await;
        // Nor does the set-up belong to another session.
        let outcome = elsewhere.add_authenticator(&add(PASSWORD, &code)).await;
        assert_eq!(refused(outcome), "not_found");

        let grouped = format!("{} {}", &code[..3], &code[3..]);
        let added = session.add_authenticator(&add(PASSWORD, &grouped)).await.unwrap();
        assert_eq!(added.authenticator.name, "Phone");
        assert_eq!(added.recovery_codes.len(), 10);
        let again = session.add_authenticator(&add(PASSWORD, &grouped)).await;
        assert_eq!(refused(again), "not_found", "once");
        assert!(elsewhere.read_me().await.is_err(), "other sessions end");
        assert!(session.read_me().await.is_ok());
        let mail = house.mails().await.pop().unwrap();
        assert_eq!((mail.to, mail.subject.contains("authenticator")), (maria.name.clone(), true));
        assert_eq!(noted(&house, AuditAction::AuthenticatorAdded).await, 1);

        // From the next sign-in: first the password, then the code, on one and the same device.
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let NextStep::SecondFactor { methods, .. } = &waiting.next else {
            panic!("the code is asked for");
        };
        assert_eq!(methods, &[FactorMethod::Authenticator, FactorMethod::RecoveryCode]);
        let outcome = client.show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "code: code_used", "threat 8: the set-up code is spent");
        house.clock.advance(STEP);
        let code = phone.code(house.clock.now());
        let outcome = house.client().show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "not_found", "another device");
        let done = client.show_second_factor(waiting.id, &by_app(&code)).await.unwrap();
        assert!(matches!(done.next, NextStep::Session { .. }));
        let outcome = client.show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "not_found", "once");
        // And again the next time: no device is remembered (S114).
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert!(matches!(waiting.next, NextStep::SecondFactor { .. }));
    }

    async fn s108_every_algorithm_and_length_works_and_others_are_refused(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        for (digits, algorithm) in [
            (8, TimeCodeAlgorithm::Sha1),
            (6, TimeCodeAlgorithm::Sha256),
            (8, TimeCodeAlgorithm::Sha512),
        ] {
            let request = BeginAuthenticatorSetup { algorithm, digits };
            let setup = session.begin_authenticator_setup(&request).await.unwrap();
            let other = Phone::scan(&setup.uri);
            let code = other.code(house.clock.now());
            assert_eq!(code.len(), usize::from(digits));
            let request = AddAuthenticator {
                setup_id: setup.id,
                name: format!("{algorithm:?}"),
                code,
                current_password: PASSWORD.to_owned(), built_in: false, };
            let added = session.add_authenticator(&request).await.unwrap();
            assert_eq!(added.recovery_codes.len(), 0, "those that there are go on working");
            let kept = added.authenticator;
            assert_eq!((kept.digits, kept.algorithm), (digits, algorithm));
            house.clock.advance(STEP);
            house.sign_in_with(&maria, &other).await;
            house.sign_in_with(&maria, &phone).await;
        }
        let seven = BeginAuthenticatorSetup { digits: 7, ..BeginAuthenticatorSetup::default() };
        let outcome = session.begin_authenticator_setup(&seven).await;
        assert_eq!(refused(outcome), "digits: unknown");
        assert_eq!(session.list_own_second_factors().await.unwrap().authenticators.len(), 4);
    }

    async fn l12_a_recovery_code_stands_in_once_and_its_owner_is_told(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.enrol(&maria).await;
        let code = by_recovery_code(&enrolled.recovery_codes[3].to_uppercase());
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let outcome = client.show_second_factor(waiting.id, &by_recovery_code("0000-0000")).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        let done = client.show_second_factor(waiting.id, &code).await.unwrap();
        assert!(matches!(done.next, NextStep::Session { .. }));
        assert!(house.mails().await.last().unwrap().subject.contains("recovery code"));
        assert_eq!(noted(&house, AuditAction::RecoveryCodeUsed).await, 1);
        let waiting = begin(&client, &maria, PASSWORD).await;
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "code: wrong_code", "once");
        let left = enrolled.session.list_own_second_factors().await.unwrap();
        assert_eq!(left.recovery_codes_left, 9);

        // New ones replace the old ones.
        let fresh = enrolled.session.renew_recovery_codes().await.unwrap();
        assert_eq!(fresh.codes.len(), 10);
        let old = by_recovery_code(&enrolled.recovery_codes[4]);
        let outcome = client.show_second_factor(waiting.id, &old).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        let new = by_recovery_code(&fresh.codes[4]);
        client.show_second_factor(waiting.id, &new).await.unwrap();
    }

    async fn c20_changing_a_factor_needs_a_fresh_proof(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { session, phone, .. } = house.enrol(&maria).await;
        let own = session.list_own_second_factors().await.unwrap();
        let id = own.authenticators[0].id;
        let name = RenameAuthenticator { name: "Tablet".to_owned() };
        house.clock.advance(Duration::from_mins(5));
        let stale = ErrorCode::StepUpRequired.code();
        let begun = session.begin_authenticator_setup(&BeginAuthenticatorSetup::default()).await;
        assert_eq!(refused(begun), stale);
        assert_eq!(refused(session.rename_authenticator(id, &name).await), stale);
        assert_eq!(refused(session.renew_recovery_codes().await), stale);
        assert_eq!(refused(session.remove_authenticator(id).await), stale);
        let methods = asked_for(session.renew_recovery_codes().await);
        assert_eq!(methods, "authenticator recovery_code");

        // The password alone is no proof, nor is a wrong code.
        let outcome = session.step_up(&step_up(None)).await;
        assert_eq!(refused(outcome), "second_factor.code: required");
        let outcome = session.step_up(&step_up(Some(by_app("000000")))).await;
        assert_eq!(refused(outcome), "second_factor.code: wrong_code");
        assert_eq!(refused(session.remove_authenticator(id).await), stale);
        let code = phone.code(house.clock.now());
        let proven = session.step_up(&step_up(Some(by_app(&code)))).await.unwrap();
        assert_eq!(proven.fresh_until, house.clock.now() + Duration::from_mins(5));
        let renamed = session.rename_authenticator(id, &name).await.unwrap();
        assert_eq!(renamed.authenticators[0].name, "Tablet");
        // The code of the proof is spent for a sign-in as well.
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let outcome = client.show_second_factor(waiting.id, &by_app(&code)).await;
        assert_eq!(refused(outcome), "code: code_used");
        house.clock.advance(STEP);
        let elsewhere = house.sign_in_with(&maria, &phone).await;

        let left = session.remove_authenticator(id).await.unwrap();
        assert_eq!((left.authenticators.len(), left.recovery_codes_left), (0, 0));
        assert!(elsewhere.read_me().await.is_err(), "other sessions end");
        assert!(house.mails().await.last().unwrap().subject.contains("removed"));
        assert_eq!(noted(&house, AuditAction::AuthenticatorRemoved).await, 1);
        house.sign_in(&maria).await;
        // Nothing is left of it.
        let dump = house.dump().await;
        for table in ["authenticators", "authenticator_setups", "recovery_codes", "code_attempts"] {
            assert_eq!(dump[table], Vec::<String>::new(), "{table}");
        }
    }

    async fn s107_an_expired_password_comes_after_the_code_and_no_step_can_be_skipped(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { phone, .. } = house.enrol(&maria).await;
        house.clock.advance(Duration::from_hours(24 * 60));
        house.sign_in_with(&maria, &phone).await;
        house.clock.advance(Duration::from_hours(24 * 30));
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert!(matches!(waiting.next, NextStep::SecondFactor { .. }));
        let new = keyholder_contract::password::SetExpiredPassword {
            new_password: "Vorhang-77-Tulpe-wKq".to_owned(),
        };
        let skipped = client.set_expired_password(waiting.id, &new).await;
        assert_eq!(refused(skipped), "not_found");
        let code = by_app(&phone.code(house.clock.now()));
        let shown = client.show_second_factor(waiting.id, &code).await.unwrap();
        assert!(matches!(shown.next, NextStep::PasswordExpired { .. }));
        let twice = client.show_second_factor(shown.id, &code).await;
        assert_eq!(refused(twice), "not_found", "nothing is left to show");
        let done = client.set_expired_password(shown.id, &new).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("the last step");
        };
        let sink = keyholder_client::TokenSink::none();
        let session = keyholder_client::Session::start(client, tokens, sink).await;
        // The session has shown both: it may change factors.
        session.renew_recovery_codes().await.unwrap();
    }

    async fn c12_an_unverified_user_sets_an_app_up_and_c20_password_is_their_proof_before(
        database: TestDatabase
    ) {
        let (house, merchant, _) = scene(database).await;
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let admin = house.sign_in(&anna).await;
        let created = admin
            .create_user(merchant.id, &unverified(merchant.roles["cashier"]), None)
            .await
            .unwrap();
        let invited = admin.invite_user(merchant.id, created.id, None).await.unwrap();
        let link = invited.activation_link.unwrap();
        let code = invited.code.unwrap();
        let mut browser = crate::support::Browser::new(&house);
        browser.set_password_with_code(&link, &code, PASSWORD).await;
        let till = Person { id: created.id, name: created.sign_in_name };
        let session = house.sign_in(&till).await;
        house.clock.advance(Duration::from_mins(5));
        // Nobody has a factor: the password is the whole proof.
        assert_eq!(asked_for(session.renew_recovery_codes().await), "");
        session.step_up(&step_up(None)).await.unwrap();
        let Enrolled { phone, .. } = house.enrol(&till).await;
        house.clock.advance(STEP);
        house.sign_in_with(&till, &phone).await;
    }
}
