//! Passkeys: setting them up and using them on the account pages, with a security key that others wrote.

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    second_factor::{BeginPasskeyCheck, RenamePasskey, ShowSecondFactor},
    session::{NextStep, SignIn},
};
use keyholder_domain::{ids::SignInId, second_factor::FactorMethod};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::{
    second_factors::{refused, scene},
    support::{
        Browser, House, PASSWORD, Person, Reply, SecurityKey,
        browser::{form_token, html},
        passkey_page::{STATE, make, options, proof, show, stands},
        phone::{begin, by_app, by_recovery_code, step_up},
    },
};

fn back_to(port: u16) -> BeginPasskeyCheck {
    BeginPasskeyCheck {
        return_port: port,
        return_state: STATE.to_owned(),
    }
}

fn by_passkey(proof: &str) -> ShowSecondFactor {
    ShowSecondFactor {
        method: FactorMethod::Passkey,
        code: proof.to_owned(),
    }
}

/// Somebody with a security key: the session that set it up, and the recovery codes.
pub(crate) async fn enrol(house: &House, person: &Person) -> (Session, SecurityKey, Vec<String>) {
    let session = house.sign_in(person).await;
    let mut key = SecurityKey::new();
    let link = session.begin_passkey_setup().await.unwrap();
    let done = make(house, &link, &mut key, "Blue key").await;
    assert_eq!(done.status, StatusCode::OK, "{}", html(&done));
    let html = html(&done);
    let codes = html
        .split("<li>")
        .skip(4)
        .map(|rest| rest.split("</li>").next().unwrap());
    (session, key, codes.map(str::to_owned).collect())
}

async fn password_step(client: &Client, person: &Person) -> (SignInId, Vec<FactorMethod>) {
    let waiting = begin(client, person, PASSWORD).await;
    let NextStep::SecondFactor { methods, .. } = waiting.next else {
        panic!("the second factor is asked for");
    };
    (waiting.id, methods)
}

async fn session_of(client: Client, done: SignIn) -> Session {
    let NextStep::Session { tokens } = done.next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

fn is_gone(reply: &Reply) -> bool {
    reply.status == StatusCode::GONE
}

on_both_databases! {
    async fn s109_a_passkey_is_set_up_on_a_page_and_signing_in_asks_for_it(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let elsewhere = house.sign_in(&maria).await;
        let (session, mut key, codes) = enrol(&house, &maria).await;
        assert_eq!(codes.len(), 10, "with the first factor of all come recovery codes");
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!(own.passkeys.len(), 1);
        assert_eq!((own.passkeys[0].name.as_str(), own.recovery_codes_left), ("Blue key", 10));
        assert!(elsewhere.read_me().await.is_err(), "other sessions end");
        let mail = house.mails().await.pop().unwrap();
        assert_eq!((mail.to, mail.subject.contains("passkey")), (maria.name.clone(), true));

        let client = house.client();
        let (id, methods) = password_step(&client, &maria).await;
        assert_eq!(methods, [FactorMethod::Passkey, FactorMethod::RecoveryCode]);
        let link = client.begin_sign_in_passkey_check(id, &back_to(50_000)).await.unwrap();
        let proof = proof(&show(&house, &link, &mut key).await);
        let done = client.show_second_factor(id, &by_passkey(&proof)).await.unwrap();
        let session = session_of(client, done).await;
        // The session has shown it: it may change what rests on it.
        let name = RenamePasskey { name: "Green key".to_owned() };
        let renamed = session.rename_passkey(own.passkeys[0].id, &name).await.unwrap();
        assert_eq!(renamed.passkeys[0].name, "Green key");
        let left = session.remove_passkey(own.passkeys[0].id).await.unwrap();
        assert_eq!((left.passkeys.len(), left.recovery_codes_left), (0, 0));
        house.sign_in(&maria).await;
    }

    async fn s109_either_factor_does_and_the_last_one_switches_it_off(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let enrolled = house.enrol(&maria).await;
        let mut key = SecurityKey::new();
        let link = enrolled.session.begin_passkey_setup().await.unwrap();
        let done = make(&house, &link, &mut key, "Blue key").await;
        assert!(!html(&done).contains("<ol class=\"codes\""), "recovery codes are there already");
        let client = house.client();
        let (_, methods) = password_step(&client, &maria).await;
        assert_eq!(
            methods,
            [FactorMethod::Authenticator, FactorMethod::Passkey, FactorMethod::RecoveryCode]
        );
        house.clock.advance(Duration::from_secs(30));
        let by_code = by_app(&enrolled.phone.code(house.clock.now()));
        enrolled.session.step_up(&step_up(Some(by_code))).await.unwrap();
        let own = enrolled.session.list_own_second_factors().await.unwrap();
        let app = own.authenticators[0].id;
        let left = enrolled.session.remove_authenticator(app).await.unwrap();
        assert_eq!((left.passkeys.len(), left.recovery_codes_left), (1, 10), "one is left");
        let (_, methods) = password_step(&house.client(), &maria).await;
        assert_eq!(methods, [FactorMethod::Passkey, FactorMethod::RecoveryCode]);
        let left = enrolled.session.remove_passkey(own.passkeys[0].id).await.unwrap();
        assert_eq!((left.passkeys.len(), left.recovery_codes_left), (0, 0));
        house.sign_in(&maria).await;
    }

    async fn c20_a_passkey_is_shown_once_more_in_the_middle_of_a_session(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (session, mut key, codes) = enrol(&house, &maria).await;
        house.clock.advance(Duration::from_mins(5));
        assert_eq!(refused(session.begin_passkey_setup().await), "step_up_required");
        let link = session.begin_passkey_check(&back_to(50_000)).await.unwrap();
        let proof = proof(&show(&house, &link, &mut key).await);
        session.step_up(&step_up(Some(by_passkey(&proof)))).await.unwrap();
        session.begin_passkey_setup().await.unwrap();
        // Once.
        let again = session.step_up(&step_up(Some(by_passkey(&proof)))).await;
        assert_eq!(refused(again), "second_factor.code: wrong_code");
        // A recovery code does as well.
        session.step_up(&step_up(Some(by_recovery_code(&codes[0])))).await.unwrap();
    }

    async fn threat_08_a_proof_counts_on_the_device_that_asked_once_and_for_a_minute(
        database: TestDatabase
    ) {
        let (house, _, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        // Somebody who knows the password sends the owner their own link: the proof stays with the owner.
        let attacker = house.client();
        let (theirs, _) = password_step(&attacker, &maria).await;
        let link = attacker.begin_sign_in_passkey_check(theirs, &back_to(50_000)).await.unwrap();
        let proof_of_owner = proof(&show(&house, &link, &mut key).await);
        let owner = house.client();
        let (own, _) = password_step(&owner, &maria).await;
        let outcome = owner.show_second_factor(own, &by_passkey(&proof_of_owner)).await;
        assert_eq!(refused(outcome), "code: wrong_code", "another device");

        let link = owner.begin_sign_in_passkey_check(own, &back_to(50_000)).await.unwrap();
        let late = proof(&show(&house, &link, &mut key).await);
        house.clock.advance(Duration::from_mins(1));
        let outcome = owner.show_second_factor(own, &by_passkey(&late)).await;
        assert_eq!(refused(outcome), "code: wrong_code", "too late");
        let link = owner.begin_sign_in_passkey_check(own, &back_to(50_000)).await.unwrap();
        let in_time = proof(&show(&house, &link, &mut key).await);
        house.clock.advance(Duration::from_secs(59));
        owner.show_second_factor(own, &by_passkey(&in_time)).await.unwrap();
    }

    async fn c16_a_link_opens_for_a_minute_and_is_answered_once(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let session = house.sign_in(&maria).await;
        let link = session.begin_passkey_setup().await.unwrap();
        let mut browser = Browser::new(&house);
        // Opening changes nothing, however often.
        for _ in 0..3 {
            assert_eq!(browser.open(&link.url).await.status, StatusCode::OK);
        }
        let page = browser.open(&link.url).await;
        house.clock.advance(Duration::from_mins(1));
        assert!(is_gone(&browser.open(&link.url).await), "opens no more");
        let mut key = SecurityKey::new();
        let answer = key.create(&stands(&house), &options(&page)).await.unwrap();
        let token = form_token(&page);
        let fields = [("form_token", token.as_str()), ("name", "Key"), ("answer", &answer)];
        // A form of somebody else's making is none.
        let other = [("form_token", ""), ("name", "Key"), ("answer", answer.as_str())];
        assert_eq!(browser.send(&link.url, &other, &[]).await.status, StatusCode::FORBIDDEN);
        let sent = join_all((0..10).map(|_| browser.send(&link.url, &fields, &[]))).await;
        let taken = sent.iter().filter(|reply| reply.status == StatusCode::OK).count();
        assert_eq!(taken, 1, "once");
        assert!(sent.iter().all(|reply| reply.status == StatusCode::OK || is_gone(reply)));

        // Whoever is too late with the form begins anew, and so does whoever asked for another link.
        let late = session.begin_passkey_setup().await.unwrap();
        let page = browser.open(&late.url).await;
        let answer = SecurityKey::new().create(&stands(&house), &options(&page)).await.unwrap();
        let token = form_token(&page);
        let fields = [("form_token", token.as_str()), ("name", "Key"), ("answer", &answer)];
        session.begin_passkey_setup().await.unwrap();
        assert!(is_gone(&browser.send(&late.url, &fields, &[]).await), "replaced");
        let last = session.begin_passkey_setup().await.unwrap();
        house.clock.advance(Duration::from_mins(5));
        assert!(is_gone(&browser.send(&last.url, &fields, &[]).await), "too late");
    }

    async fn s109_answers_of_no_passkey_of_the_person_change_nothing(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let otto = crate::support::Member::new("otto", keyholder_domain::role::BuiltInRole::Cashier);
        let otto = house.member(&merchant, otto).await;
        let (_, mut key_of_maria, _) = enrol(&house, &maria).await;
        let (_, mut key, _) = enrol(&house, &otto).await;
        let client = house.client();
        let (id, _) = password_step(&client, &otto).await;
        let link = client.begin_sign_in_passkey_check(id, &back_to(50_000)).await.unwrap();
        let mut browser = Browser::new(&house);
        let page = browser.open(&link.url).await;
        assert!(key_of_maria.get(&stands(&house), &options(&page)).await.is_err(), "not asked for");
        // An answer to another question, another person's, garbage, and nothing at all.
        let other = client.begin_sign_in_passkey_check(id, &back_to(50_000)).await.unwrap();
        let asked = browser.open(&other.url).await;
        let stale = key.get(&stands(&house), &options(&asked)).await.unwrap();
        let link = client.begin_sign_in_passkey_check(id, &back_to(50_000)).await.unwrap();
        let page = browser.open(&link.url).await;
        let tampered = key.get(&stands(&house), &options(&page)).await.unwrap();
        let tampered = tampered.replace("\"signature\":\"M", "\"signature\":\"N");
        let token = form_token(&page);
        for answer in [stale.as_str(), tampered.as_str(), "{}", "", "\u{0}", "[1,2"] {
            let fields = [("form_token", token.as_str()), ("answer", answer)];
            let reply = browser.send(&link.url, &fields, &[]).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{answer}");
            assert!(html(&reply).contains("no passkey that fits"), "{answer}");
        }
        // The right one still does.
        let right = key.get(&stands(&house), &options(&page)).await.unwrap();
        let fields = [("form_token", token.as_str()), ("answer", right.as_str())];
        let reply = browser.send(&link.url, &fields, &[]).await;
        client.show_second_factor(id, &by_passkey(&proof(&reply))).await.unwrap();
    }

    async fn s109_a_link_ends_with_the_session_or_the_passkey(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (session, mut key, _) = enrol(&house, &maria).await;
        let client = house.client();
        let (id, _) = password_step(&client, &maria).await;
        let link = client.begin_sign_in_passkey_check(id, &back_to(50_000)).await.unwrap();
        let own = session.list_own_second_factors().await.unwrap();
        session.remove_passkey(own.passkeys[0].id).await.unwrap();
        assert!(is_gone(&Browser::new(&house).open(&link.url).await), "with the last factor");
        let setup = session.begin_passkey_setup().await.unwrap();
        session.sign_out().await.unwrap();
        let mut browser = Browser::new(&house);
        let page = browser.open(&setup.url).await;
        let done = make(&house, &setup, &mut key, "Key").await;
        assert!(is_gone(&page) || is_gone(&done), "with the session");
        house.sign_in(&maria).await;
    }

    async fn s109_what_is_asked_for_has_to_lead_back_to_the_app(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (session, ..) = enrol(&house, &maria).await;
        let outcome = session.begin_passkey_check(&back_to(80)).await;
        assert_eq!(refused(outcome), "return_port: out_of_range");
        for state in ["short", "with&more=parameters"] {
            let body = BeginPasskeyCheck { return_state: state.to_owned(), ..back_to(50_000) };
            assert_eq!(refused(session.begin_passkey_check(&body).await), "return_state: malformed");
        }
    }
}
