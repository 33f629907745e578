//! What codes withstand: guessing, repeating, racing, a wrong clock, a copy of the database.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_contract::{
    problem::ErrorCode,
    second_factor::{AddAuthenticator, BeginAuthenticatorSetup},
    session::NextStep,
};
use keyholder_domain::{audit::AuditAction, role::BuiltInRole};
use keyholder_store::on_both_databases;

use crate::{
    second_factors::{refused, scene},
    support::{
        House, Member, PASSWORD, Person,
        depth::times,
        phone::{Enrolled, Phone, begin, by_app, by_recovery_code, step_up},
    },
};

const STEP: Duration = Duration::from_secs(30);

/// Types wrong codes, each in a sign-in of its own; gives what was answered.
async fn guess(house: &House, person: &Person, count: usize) -> Vec<String> {
    let mut answers = Vec::new();
    for _ in 0..count {
        let client = house.client();
        let waiting = begin(&client, person, PASSWORD).await;
        let outcome = client
            .show_second_factor(waiting.id, &by_app("000000"))
            .await;
        answers.push(refused(outcome));
    }
    answers
}

on_both_databases! {
    async fn threat_08_a_hundred_at_once_with_one_code_are_one(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let other = house.beside().await;
        let Enrolled { phone, .. } = house.enrol(&maria).await;
        house.clock.advance(STEP);
        let count = times(20, 100, 100);
        let mut waiting = Vec::new();
        for number in 0..count {
            let at = if number % 2 == 0 { &house } else { &other };
            let client = at.client();
            let id = begin(&client, &maria, PASSWORD).await.id;
            waiting.push((client, id));
        }
        let code = by_app(&phone.code(house.clock.now()));
        let shown = join_all(waiting.iter().map(|(client, id)| client.show_second_factor(*id, &code)));
        let sessions = shown
            .await
            .into_iter()
            .filter(|outcome| {
                outcome.as_ref().is_ok_and(|done| matches!(done.next, NextStep::Session { .. }))
            })
            .count();
        assert_eq!(sessions, 1);
    }

    async fn goal_10_set_ups_at_once_leave_one_whose_recovery_codes_work(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let mut ready = Vec::new();
        for _ in 0..times(4, 10, 20) {
            let session = house.sign_in(&maria).await;
            let setup = session.begin_authenticator_setup(&BeginAuthenticatorSetup::default()).await.unwrap();
            let request = AddAuthenticator {
                setup_id: setup.id,
                name: "Phone".to_owned(),
                code: Phone::scan(&setup.uri).code(house.clock.now()),
                current_password: PASSWORD.to_owned(), built_in: false, };
            ready.push((session, request));
        }
        let added = join_all(ready.iter().map(|(session, request)| session.add_authenticator(request)));
        let added: Vec<_> = added.await.into_iter().filter_map(Result::ok).collect();
        let [only] = added.as_slice() else {
            panic!("{} of them", added.len());
        };
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let code = by_recovery_code(&only.recovery_codes[9]);
        client.show_second_factor(waiting.id, &code).await.unwrap();
    }

    async fn threat_08_neither_an_earlier_code_nor_one_of_a_clock_set_back_is_taken(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { phone, .. } = house.enrol(&maria).await;
        house.clock.advance(STEP * 2);
        let before = phone.code(house.clock.now());
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let ahead = by_app(&phone.code(house.clock.now() + STEP));
        let outcome = client.show_second_factor(waiting.id, &ahead).await;
        assert_eq!(refused(outcome), "code: wrong_code", "none ahead of the clock");
        let now = by_app(&phone.code(house.clock.now()));
        client.show_second_factor(waiting.id, &now).await.unwrap();
        // Known from now on: how often its address was refused does not matter.
        let waiting = begin(&client, &maria, PASSWORD).await;
        let outcome = client.show_second_factor(waiting.id, &by_app(&before)).await;
        assert_eq!(refused(outcome), "code: code_used", "the step before the newest");
        let late = house.clock.now();
        house.clock.set(late - Duration::from_hours(1));
        let waiting = begin(&client, &maria, PASSWORD).await;
        let old = by_app(&phone.code(house.clock.now()));
        let outcome = client.show_second_factor(waiting.id, &old).await;
        assert_eq!(refused(outcome), "code: code_used");
        // The step before the present one is taken from who types slowly.
        house.clock.set(late + STEP);
        let slow = by_app(&phone.code(house.clock.now()));
        house.clock.advance(STEP);
        let waiting = begin(&client, &maria, PASSWORD).await;
        client.show_second_factor(waiting.id, &slow).await.unwrap();
    }

    async fn threat_06_wrong_codes_end_the_sign_in_and_waits_grow_whatever_is_restarted(
        database: TestDatabase
    ) {
        let (mut house, _, maria) = scene(database).await;
        let Enrolled { phone, session, .. } = house.enrol(&maria).await;
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        for _ in 0..5 {
            let outcome = client.show_second_factor(waiting.id, &by_app("000000")).await;
            assert_eq!(refused(outcome), "code: wrong_code");
        }
        // The sign-in is over, and a new one has to wait: so does a right code, and a step-up.
        let right = by_app(&phone.code(house.clock.now()));
        let outcome = client.show_second_factor(waiting.id, &right).await;
        assert_eq!(refused(outcome), "not_found");
        let waits = ErrorCode::TooManyRequests.code();
        let waiting = begin(&client, &maria, PASSWORD).await;
        assert_eq!(refused(client.show_second_factor(waiting.id, &right).await), waits);
        assert_eq!(refused(session.step_up(&step_up(Some(right.clone()))).await), waits);
        house.restart().await;
        assert_eq!(guess(&house, &maria, 1).await, [waits]);
        house.clock.advance(Duration::from_mins(1));
        assert_eq!(guess(&house, &maria, 2).await, ["code: wrong_code", waits]);
        house.clock.advance(Duration::from_mins(1));
        assert_eq!(guess(&house, &maria, 1).await, [waits], "twice as long");
        house.clock.advance(Duration::from_mins(1));
        house.sign_in_with(&maria, &phone).await;
        // A right code forgets the wrong ones.
        house.clock.advance(STEP);
        assert_eq!(guess(&house, &maria, 4).await, ["code: wrong_code"; 4]);
        house.sign_in_with(&maria, &phone).await;
        let events = house.dump().await["audit_events"].join("\n");
        assert!(events.contains(AuditAction::SecondFactorFailed.code()));
    }

    async fn threat_06_many_guesses_at_once_are_five(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        house.enrol(&maria).await;
        let mut waiting = Vec::new();
        for _ in 0..times(20, 100, 200) {
            let client = house.client();
            let id = begin(&client, &maria, PASSWORD).await.id;
            waiting.push((client, id));
        }
        let code = by_app("000000");
        let guesses = join_all(waiting.iter().map(|(client, id)| client.show_second_factor(*id, &code)));
        let looked_at = guesses
            .await
            .into_iter()
            .filter(|outcome| {
                outcome.as_ref().err().and_then(keyholder_client::Error::code) == Some(ErrorCode::InvalidFields)
            })
            .count();
        assert_eq!(looked_at, 5);
    }

    async fn threat_06_the_hundredth_wrong_code_shuts_the_app_and_a_recovery_code_still_opens(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let Enrolled { phone, recovery_codes, .. } = house.enrol(&maria).await;
        let mut seen = 0;
        while seen < 100 {
            house.clock.advance(Duration::from_mins(30));
            let answers = guess(&house, &maria, 1).await;
            seen += answers.iter().filter(|answer| *answer == "code: wrong_code").count();
        }
        house.clock.advance(Duration::from_mins(31));
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let right = by_app(&phone.code(house.clock.now()));
        let outcome = client.show_second_factor(waiting.id, &right).await;
        assert_eq!(refused(outcome), "second_factor_shut");
        let code = by_recovery_code(&recovery_codes[0]);
        client.show_second_factor(waiting.id, &code).await.unwrap();
    }

    async fn threat_05_a_name_with_a_second_factor_is_refused_like_any_other(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        house.enrol(&maria).await;
        let wrong = |name: String| {
            let house = &house;
            async move {
                let device = crate::support::Device::new(house);
                let reply = device.try_sign_in(&name, "Wrong-Horse-7-Battery").await;
                (reply.status, reply.code(), reply.json()["title"].clone())
            }
        };
        let known = wrong(maria.name.clone()).await;
        assert_eq!(known, wrong("nobody@example.com".to_owned()).await);
        // Switched off: a right password does not even lead to the code.
        house.deactivate(&merchant, &maria).await;
        let device = crate::support::Device::new(&house);
        let reply = device.try_sign_in(&maria.name, PASSWORD).await;
        assert_eq!((reply.status, reply.code()), (known.0, known.1));
    }

    async fn threat_30_who_is_switched_off_while_the_code_is_asked_for_stays_out(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let Enrolled { phone, .. } = house.enrol(&maria).await;
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        house.deactivate(&merchant, &maria).await;
        let code = by_app(&phone.code(house.clock.now()));
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "sign_in_failed");
    }

    async fn goal_15_what_belongs_to_one_person_opens_nothing_for_another(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let paul = Member::new("paul", BuiltInRole::Cashier);
        let paul = house.member(&merchant, paul).await;
        house.enrol(&maria).await;
        let his = house.enrol(&paul).await;
        // Whoever can write into the database puts what is Paul's in the place of what is Maria's.
        for statement in [
            format!(
                "UPDATE authenticators SET last_step = 0, sealed_secret = (SELECT sealed_secret \
                 FROM authenticators WHERE user_id = '{}') WHERE user_id = '{}'",
                paul.id, maria.id
            ),
            format!("DELETE FROM recovery_codes WHERE user_id = '{}'", maria.id),
            format!(
                "UPDATE recovery_codes SET user_id = '{}' WHERE user_id = '{}'",
                maria.id, paul.id
            ),
        ] {
            house.database.run(&statement).await.unwrap();
        }
        house.clock.advance(STEP);
        let client = house.client();
        let waiting = begin(&client, &maria, PASSWORD).await;
        let code = by_recovery_code(&his.recovery_codes[0]);
        let outcome = client.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        let code = by_app(&his.phone.code(house.clock.now()));
        assert!(client.show_second_factor(waiting.id, &code).await.is_err());
        // His own goes on working.
        house.sign_in_with(&paul, &his.phone).await;
    }

    async fn goal_15_a_copy_of_the_database_makes_no_code(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.enrol(&maria).await;
        let setup = enrolled.session.begin_authenticator_setup(&BeginAuthenticatorSetup::default()).await.unwrap();
        let dump = house.dump().await;
        assert_eq!((dump["authenticators"].len(), dump["recovery_codes"].len()), (1, 10));
        let everything = dump.values().flatten().cloned().collect::<Vec<_>>().join("\n").to_lowercase();
        let totp = totp_rs::Totp::from_url(&setup.uri).unwrap();
        let hex = |bytes: &[u8]| {
            bytes.iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
        };
        let secret = hex(totp.secret().as_bytes());
        for canary in [setup.secret.to_lowercase(), secret] {
            assert!(!everything.contains(&canary), "{canary}");
        }
        for code in &enrolled.recovery_codes {
            for canary in [code.clone(), code.replace('-', ""), hex(code.replace('-', "").as_bytes())] {
                assert!(!everything.contains(&canary), "{canary}");
            }
        }
    }
}
