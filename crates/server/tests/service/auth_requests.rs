//! Confirming a sign-in on another device: cases 1 to 12 and 21 of decision 42.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_client::{Session, TokenSink};
use keyholder_contract::{second_factor::RenameAuthenticator, session::NextStep};
use keyholder_domain::{audit::AuditAction, role::BuiltInRole, second_factor::FactorMethod};
use keyholder_store::on_both_databases;

use crate::{
    second_factors::{refused, scene},
    support::{
        House, Member, Person,
        confirming::{asked, by_device, other_than},
        phone::{by_app, step_up},
    },
};

const SECOND: Duration = Duration::from_secs(1);
const MINUTE: Duration = Duration::from_mins(1);

/// How often something stands in the activity.
async fn noted(house: &House, action: AuditAction) -> usize {
    let events = house.dump().await.remove("audit_events").unwrap();
    let of = |event: &&String| event.contains(action.code());
    events.iter().filter(of).count()
}

async fn letters(house: &House, to: &Person, about: &str) -> usize {
    let mails = house.mails().await;
    let of = |mail: &&keyholder_server::mail::ShownMail| {
        mail.to == to.name && mail.subject.contains(about)
    };
    mails.iter().filter(of).count()
}

on_both_databases! {
    async fn c20_enrolling_and_removing_a_device_take_a_fresh_proof_and_a_strong_factor(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let bare = house.sign_in(&maria).await;
        assert_eq!(refused(bare.enrol_confirming_device().await), "second_factor_needed");
        let enrolled = house.enrol(&maria).await;
        let session = &enrolled.session;
        house.clock.advance(MINUTE * 5);
        assert_eq!(refused(session.enrol_confirming_device().await), "step_up_required");
        let code = by_app(&enrolled.phone.code(house.clock.now()));
        session.step_up(&step_up(Some(code))).await.unwrap();
        let own = session.enrol_confirming_device().await.unwrap();
        assert_eq!(session.enrol_confirming_device().await.unwrap(), own, "once is enough");
        assert_eq!((own.devices.len(), own.devices[0].current), (1, true));
        assert_eq!(noted(&house, AuditAction::ConfirmingDeviceAdded).await, 1);
        assert_eq!(letters(&house, &maria, "may now confirm").await, 1);

        // From another device of the person, and never from anybody else's.
        house.clock.advance(MINUTE);
        let other = house.sign_in_with(&maria, &enrolled.phone).await;
        assert!(!other.list_confirming_devices().await.unwrap().devices[0].current);
        let id = own.devices[0].id;
        house.clock.advance(MINUTE * 5);
        assert_eq!(refused(other.remove_confirming_device(id).await), "step_up_required");
        let code = by_app(&enrolled.phone.code(house.clock.now()));
        other.step_up(&step_up(Some(code))).await.unwrap();
        assert_eq!(other.remove_confirming_device(id).await.unwrap().devices, []);
        assert_eq!(refused(other.remove_confirming_device(id).await), "not_found");
        assert_eq!(noted(&house, AuditAction::ConfirmingDeviceRemoved).await, 1);
        assert_eq!(letters(&house, &maria, "no longer confirms").await, 1);
    }

    async fn threat_31_case_1_3_the_number_that_is_shown_is_typed_and_the_sign_in_goes_on(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        assert_eq!(
            elsewhere.methods,
            [FactorMethod::Authenticator, FactorMethod::Device, FactorMethod::RecoveryCode]
        );
        assert_eq!(asked(&device).await, None);
        let raised = elsewhere.raise().await;
        assert_eq!((raised.number.len(), raised.expires_at), (6, house.clock.now() + MINUTE));
        let dump = format!("{:?}", house.dump().await);
        assert!(!dump.contains(&raised.number), "the database does not hold it");
        let prompt = asked(&device).await.unwrap();
        assert_eq!((prompt.id, prompt.tries_left), (raised.id, 3));
        assert_eq!((prompt.sign_in_name, prompt.device_name.as_str()), (maria.name.clone(), "Test"));
        assert_eq!(prompt.address.as_deref(), Some("127.0.0.1"));
        assert!(prompt.program.unwrap().starts_with("Keyholder/"));

        assert_eq!(refused(elsewhere.go_on(raised.id).await), "code: wrong_code", "not yet");
        let wrong = other_than(&raised.number);
        let outcome = device.decide_auth_request(raised.id, Some(&wrong)).await;
        assert_eq!(refused(outcome), "answer: wrong_code");
        assert_eq!(asked(&device).await.unwrap().tries_left, 2);
        assert_eq!(elsewhere.state(raised.id).await, "open");
        let grouped = format!("{} {}", &raised.number[..3], &raised.number[3..]);
        device.decide_auth_request(raised.id, Some(&grouped)).await.unwrap();
        assert_eq!(asked(&device).await, None);
        assert_eq!(elsewhere.state(raised.id).await, "approved");
        assert_eq!(noted(&house, AuditAction::AuthRequestApproved).await, 1);

        let done = elsewhere.go_on(raised.id).await.unwrap();
        let NextStep::Session { tokens } = done.next else {
            panic!("a session");
        };
        let session =
            Session::start(elsewhere.client, tokens, TokenSink::none()).await;
        let listed = session.list_own_sessions().await.unwrap().devices;
        let here = listed.iter().find(|device| device.current).unwrap();
        assert_eq!(here.factor, Some(FactorMethod::Device));
        // A strong factor was shown: what rests on it is open.
        let own = session.list_own_second_factors().await.unwrap();
        let name = RenameAuthenticator { name: "Telephone".to_owned() };
        session.rename_authenticator(own.authenticators[0].id, &name).await.unwrap();
    }

    async fn threat_31_case_2_10_not_me_ends_the_sign_in_and_warns(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let admin = Member::new("olivia", BuiltInRole::MerchantAdministrator);
        let admin = house.member(&merchant, admin).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        let status = device.decide_auth_request(raised.id, None).await.unwrap();
        assert_eq!(status.state.code(), "refused");
        assert_eq!(elsewhere.state(raised.id).await, "refused");
        assert_eq!(refused(elsewhere.go_on(raised.id).await), "not_found", "the sign-in is over");
        let again = elsewhere.client.raise_auth_request(elsewhere.sign_in).await;
        assert_eq!(refused(again), "not_found");
        assert_eq!(noted(&house, AuditAction::AuthRequestRefused).await, 1);
        assert_eq!(letters(&house, &maria, "You refused").await, 1);
        assert_eq!(letters(&house, &admin, "Somebody knows a password").await, 1);
        // Nobody is asked again for ten minutes, however often somebody begins anew.
        let anew = house.elsewhere(&maria).await;
        let outcome = anew.client.raise_auth_request(anew.sign_in).await;
        assert_eq!(refused(outcome), "too_many_requests");
        house.clock.advance(SECOND * 599);
        let anew = house.elsewhere(&maria).await;
        let outcome = anew.client.raise_auth_request(anew.sign_in).await;
        assert_eq!(refused(outcome), "too_many_requests");
        house.clock.advance(SECOND);
        anew.raise().await;
    }

    async fn threat_31_case_4_three_wrong_numbers_void_a_request(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        let wrong = other_than(&raised.number);
        for _ in 0..2 {
            let outcome = device.decide_auth_request(raised.id, Some(&wrong)).await;
            assert_eq!(refused(outcome), "answer: wrong_code");
        }
        let status = device.decide_auth_request(raised.id, Some("nonsense")).await.unwrap();
        assert_eq!(status.state.code(), "void");
        let outcome = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(outcome), "auth_request_over");
        assert_eq!((asked(&device).await, elsewhere.state(raised.id).await), (None, "void"));
        assert_eq!(refused(elsewhere.go_on(raised.id).await), "code: wrong_code");
        assert_eq!(noted(&house, AuditAction::AuthRequestVoided).await, 1);
    }

    async fn threat_31_case_5_6_a_request_lapses_after_a_minute(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        house.clock.advance(SECOND * 59);
        assert!(asked(&device).await.is_some());
        house.clock.advance(SECOND);
        assert_eq!((asked(&device).await, elsewhere.state(raised.id).await), (None, "lapsed"));
        let outcome = device.decide_auth_request(raised.id, Some(&raised.number)).await;
        assert_eq!(refused(outcome), "auth_request_over");
        let outcome = device.decide_auth_request(raised.id, None).await;
        assert_eq!(refused(outcome), "auth_request_over");
    }

    async fn threat_31_case_7_8_9_the_newest_alone_and_fifty_requests_are_three_prompts(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let first = house.elsewhere(&maria).await;
        let superseded = first.raise().await;
        let second = house.elsewhere(&maria).await;
        let newest = second.raise().await;
        assert_eq!(asked(&device).await.unwrap().id, newest.id);
        assert_eq!(first.state(superseded.id).await, "superseded");
        let outcome = device.decide_auth_request(superseded.id, Some(&superseded.number)).await;
        assert_eq!(refused(outcome), "auth_request_over");
        if newest.number != superseded.number {
            let outcome = device.decide_auth_request(newest.id, Some(&superseded.number)).await;
            assert_eq!(refused(outcome), "answer: wrong_code");
        }
        let mut prompts = 2;
        for round in 0..48 {
            // One in three begins anew, on a device of its own.
            let anew = if round % 3 == 0 { &house.elsewhere(&maria).await } else { &second };
            match anew.client.raise_auth_request(anew.sign_in).await {
                Ok(_) => prompts += 1,
                refusal => assert_eq!(refused(refusal), "too_many_requests"),
            }
        }
        assert_eq!(prompts, 3);
        house.clock.advance(MINUTE * 10);
        house.elsewhere(&maria).await.raise().await;
    }

    async fn threat_31_case_11_12_one_of_many_answers_counts(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.confirming(&maria).await;
        house.clock.advance(MINUTE);
        let other = house.sign_in_with(&maria, &enrolled.phone).await;
        other.enrol_confirming_device().await.unwrap();
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        let (one, other) = (&enrolled.session, &other);
        let (id, number) = (raised.id, raised.number.as_str());
        // One device approves, the other refuses, each many times at once.
        let answers = (0..12).map(|n| async move {
            if n % 2 == 0 {
                one.decide_auth_request(id, Some(number)).await
            } else {
                other.decide_auth_request(id, None).await
            }
        });
        let outcomes = join_all(answers).await;
        let counted = outcomes.iter().filter(|outcome| outcome.is_ok()).count();
        assert_eq!(counted, 1, "{outcomes:?}");
        let state = elsewhere.state(id).await;
        assert!(matches!(state, "approved" | "refused"), "{state}");
    }

    async fn threat_31_case_11_21_an_approval_opens_its_sign_in_once(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let elsewhere = house.elsewhere(&maria).await;
        let raised = elsewhere.raise().await;
        device.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        // Another sign-in, another device, a page or a session get nothing for it.
        let another = house.elsewhere(&maria).await;
        assert_eq!(refused(another.go_on(raised.id).await), "code: wrong_code");
        let confirmed = by_device(raised.id);
        let foreign = another.client.show_second_factor(elsewhere.sign_in, &confirmed).await;
        assert_eq!(refused(foreign), "not_found");
        let outcome = another.client.read_raised_auth_request(elsewhere.sign_in, raised.id).await;
        assert_eq!(refused(outcome), "not_found");
        let outcome = device.step_up(&step_up(Some(by_device(raised.id)))).await;
        assert_eq!(refused(outcome), "second_factor.code: wrong_code");
        let many = join_all((0..10).map(|_| elsewhere.go_on(raised.id))).await;
        assert_eq!(many.iter().filter(|outcome| outcome.is_ok()).count(), 1);

        let late = house.elsewhere(&maria).await;
        let raised = late.raise().await;
        house.clock.advance(SECOND * 50);
        device.decide_auth_request(raised.id, Some(&raised.number)).await.unwrap();
        house.clock.advance(MINUTE);
        assert_eq!(late.state(raised.id).await, "lapsed");
        assert_eq!(refused(late.go_on(raised.id).await), "code: wrong_code");
    }
}
