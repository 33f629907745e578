//! Signing in with a passkey in place of name and password (decision 56).

use std::time::Duration;

use keyholder_client::{Client, Session, TokenSink};
use keyholder_contract::{
    passkey_sign_in::{PasskeyProof, PasskeySignIn, StartPasskeySignIn},
    second_factor::{BeginPasskeyCheck, PasskeyLink},
    session::{NextStep, SignIn},
};
use keyholder_domain::{audit::AuditAction, role::BuiltInRole};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::{
    passkeys::enrol,
    required_second_factor::{administrator, require},
    second_factors::{refused, scene},
    support::{
        Browser, House, Member, PASSWORD, Person, Reply, SecurityKey,
        browser::{form_token, html},
        passkey_page::{STATE, options, proof, stands},
        phone::begin,
        try_sign_in,
    },
};

const DAY: Duration = Duration::from_hours(24);
const WRONG: &str = "Wrong-Horse-7-Battery";

pub(crate) async fn start(client: &Client) -> PasskeySignIn {
    let start = StartPasskeySignIn {
        device_name: "Test".to_owned(),
    };
    client.start_passkey_sign_in(&start).await.unwrap()
}

async fn link(client: &Client, begun: &PasskeySignIn) -> PasskeyLink {
    let back = BeginPasskeyCheck {
        return_port: 50_000,
        return_state: STATE.to_owned(),
    };
    let link = client.begin_passkey_sign_in_check(begun.id, &back);
    link.await.unwrap()
}

/// Shows a passkey on the page, with a number.
async fn show(house: &House, link: &PasskeyLink, key: &mut SecurityKey, number: &str) -> Reply {
    let mut browser = Browser::new(house);
    let page = browser.open(&link.url).await;
    let answer = key.get(&stands(house), &options(&page)).await.unwrap();
    let token = form_token(&page);
    let fields = [
        ("form_token", token.as_str()),
        ("number", number),
        ("answer", answer.as_str()),
    ];
    browser.send(&link.url, &fields, &[]).await
}

async fn answer(
    client: &Client,
    begun: &PasskeySignIn,
    proof: &str,
) -> keyholder_client::Result<SignIn> {
    let proof = PasskeyProof {
        proof: proof.to_owned(),
    };
    client.answer_passkey_sign_in(begun.id, &proof).await
}

/// The whole round, on a device.
pub(crate) async fn sign_in(
    house: &House,
    client: &Client,
    key: &mut SecurityKey,
) -> keyholder_client::Result<SignIn> {
    let begun = start(client).await;
    let link = link(client, &begun).await;
    let shown = show(house, &link, key, &begun.number.to_string()).await;
    answer(client, &begun, &proof(&shown)).await
}

async fn session_of(client: Client, done: SignIn) -> Session {
    let NextStep::Session { tokens } = done.next else {
        panic!("a session");
    };
    Session::start(client, tokens, TokenSink::none()).await
}

async fn noted(house: &House, action: AuditAction) -> Vec<String> {
    let mut events = house.dump().await.remove("audit_events").unwrap();
    events.retain(|event| event.contains(action.code()));
    events
}

async fn guess(house: &House, client: &Client, person: &Person, times: usize) {
    for _ in 0..times {
        let outcome = try_sign_in(client, &person.name, WRONG).await;
        assert_eq!(refused(outcome), "sign_in_failed");
    }
    house.clock.advance(Duration::from_secs(1));
}

on_both_databases! {
    async fn s109_a_passkey_stands_in_for_name_password_and_second_factor(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let client = house.client();
        assert!(client.list_sign_in_ways().await.unwrap().passkey);
        let begun = start(&client).await;
        assert_eq!(begun.expires_at, house.clock.now() + Duration::from_mins(10));
        let link = link(&client, &begun).await;
        // The page knows nobody, and does not show what is to be typed.
        let page = html(&Browser::new(&house).open(&link.url).await);
        assert!(page.contains("name=\"number\"") && !page.contains(&maria.name), "{page}");
        assert!(!page.contains(&format!("value=\"{}\"", begun.number)), "{page}");
        let shown = show(&house, &link, &mut key, &begun.number.to_string()).await;
        let proof = proof(&shown);
        let done = answer(&client, &begun, &proof).await.unwrap();
        assert_eq!(done.id, begun.id);
        let session = session_of(client.clone(), done).await;
        assert_eq!(session.read_me().await.unwrap().user_id, maria.id);
        // Both factors were shown: the session may do what takes a fresh proof.
        session.begin_passkey_setup().await.unwrap();
        let own = session.list_own_second_factors().await.unwrap();
        assert_eq!(own.passkeys[0].last_used_at, house.clock.now());
        let written = noted(&house, AuditAction::SignedIn).await;
        let by_passkey = |event: &&String| event.contains("way") && event.contains("passkey");
        assert_eq!(written.iter().filter(by_passkey).count(), 1, "{written:?}");
        // Once.
        assert_eq!(refused(answer(&client, &begun, &proof).await), "proof: wrong_code");
    }

    async fn threat_08_the_link_of_a_stranger_brings_the_stranger_nothing(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let stranger = house.client();
        let theirs = start(&stranger).await;
        let sent = link(&stranger, &theirs).await;
        // The owner has no number, or one of their own; three wrong ones end the link.
        let owner = house.client();
        let begun = start(&owner).await;
        let wrong = (10..100).find(|number| *number != theirs.number).unwrap().to_string();
        for (number, left) in [("", "2 tries are left"), (wrong.as_str(), "One try is left")] {
            let reply = show(&house, &sent, &mut key, number).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(html(&reply).contains(left), "{}", html(&reply));
        }
        let reply = show(&house, &sent, &mut key, &wrong).await;
        assert_eq!(reply.status, StatusCode::GONE);
        assert_eq!(Browser::new(&house).open(&sent.url).await.status, StatusCode::GONE);
        // Even with the number: the proof goes to the owner's computer, and opens nothing from there.
        let sent = link(&stranger, &theirs).await;
        let reply = show(&house, &sent, &mut key, &theirs.number.to_string()).await;
        let proven = proof(&reply);
        assert_eq!(refused(answer(&owner, &theirs, &proven).await), "proof: wrong_code", "device");
        assert_eq!(refused(answer(&owner, &begun, &proven).await), "proof: wrong_code", "sign-in");
        assert_eq!(refused(answer(&stranger, &theirs, "khf_AAAA").await), "proof: wrong_code");
        // Nor is it a second factor of a sign-in with the password.
        let waiting = begin(&owner, &maria, PASSWORD).await;
        let code = keyholder_contract::second_factor::ShowSecondFactor {
            method: keyholder_domain::second_factor::FactorMethod::Passkey,
            code: proven,
        };
        let outcome = owner.show_second_factor(waiting.id, &code).await;
        assert_eq!(refused(outcome), "code: wrong_code");
        // Another device finds neither sign-in nor link.
        let back = BeginPasskeyCheck { return_port: 50_000, return_state: STATE.to_owned() };
        let outcome = owner.begin_passkey_sign_in_check(theirs.id, &back).await;
        assert_eq!(refused(outcome), "not_found");
    }

    async fn s109_a_sign_in_with_a_passkey_waits_for_its_time_and_no_longer(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let client = house.client();
        let begun = start(&client).await;
        let number = begun.number.to_string();
        let former = link(&client, &begun).await;
        let sent = link(&client, &begun).await;
        let gone = |reply: &Reply| reply.status == StatusCode::GONE;
        assert!(gone(&Browser::new(&house).open(&former.url).await), "replaced");
        house.clock.advance(Duration::from_mins(1));
        assert!(gone(&Browser::new(&house).open(&sent.url).await), "opens no more");
        let sent = link(&client, &begun).await;
        let late = proof(&show(&house, &sent, &mut key, &number).await);
        house.clock.advance(Duration::from_mins(1));
        assert_eq!(refused(answer(&client, &begun, &late).await), "proof: wrong_code");
        let sent = link(&client, &begun).await;
        let in_time = proof(&show(&house, &sent, &mut key, &number).await);
        house.clock.advance(Duration::from_secs(59));
        answer(&client, &begun, &in_time).await.unwrap();
        // The proof goes with the passkey.
        let session = house.client();
        let done = sign_in(&house, &session, &mut key).await.unwrap();
        let session = session_of(session, done).await;
        let begun = start(&client).await;
        let sent = link(&client, &begun).await;
        let proven = proof(&show(&house, &sent, &mut key, &begun.number.to_string()).await);
        let own = session.list_own_second_factors().await.unwrap();
        session.remove_passkey(own.passkeys[0].id).await.unwrap();
        assert_eq!(refused(answer(&client, &begun, &proven).await), "proof: wrong_code");
        house.clock.advance(Duration::from_mins(10));
        let back = BeginPasskeyCheck { return_port: 50_000, return_state: STATE.to_owned() };
        let outcome = client.begin_passkey_sign_in_check(begun.id, &back).await;
        assert_eq!(refused(outcome), "not_found", "over");
    }

    async fn threat_05_what_is_no_passkey_of_anybody_is_answered_alike(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (session, mut key, _) = enrol(&house, &maria).await;
        let otto = house.client();
        let begun = start(&otto).await;
        let sent = link(&otto, &begun).await;
        let number = begun.number.to_string();
        let mut browser = Browser::new(&house);
        let page = browser.open(&sent.url).await;
        let asked = options(&page);
        let right = key.get(&stands(&house), &asked).await.unwrap();
        let unverified = asked.replace("\"required\"", "\"discouraged\"");
        let unverified = key.get(&stands(&house), &unverified).await.unwrap();
        let tampered = right.replace("\"signature\":\"M", "\"signature\":\"N");
        let unnamed = right.replace("\"userHandle\":\"", "\"userHandle\":\"AAAA");
        let other_id = right.replacen("\"rawId\":\"", "\"rawId\":\"AAAA", 1);
        let token = form_token(&page);
        let mut answers = Vec::new();
        for (case, answer) in [
            ("not verified", unverified.as_str()),
            ("tampered", &tampered),
            ("of nobody", &unnamed),
            ("unknown", &other_id),
            ("garbage", "[1,2"),
            ("nothing", ""),
        ] {
            let fields = [("form_token", token.as_str()), ("number", &number), ("answer", answer)];
            let reply = browser.send(&sent.url, &fields, &[]).await;
            assert_ne!(right, answer, "{case}");
            answers.push((case, reply.status, html(&reply)));
        }
        for (case, status, page) in &answers {
            assert_eq!(*status, StatusCode::UNPROCESSABLE_ENTITY, "{case}");
            assert_eq!(page, &answers[0].2, "{case}");
        }
        // One that was taken away is one of nobody.
        let own = session.list_own_second_factors().await.unwrap();
        session.remove_passkey(own.passkeys[0].id).await.unwrap();
        let fields = [("form_token", token.as_str()), ("number", &number), ("answer", &right)];
        let reply = browser.send(&sent.url, &fields, &[]).await;
        assert_eq!((reply.status, html(&reply)), (answers[0].1, answers[0].2.clone()));
    }

    async fn s045_s073_s080_who_may_not_come_in_is_told_what_they_are_told_after_the_password(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = scene(database).await;
        let (own, mut key, _) = enrol(&house, &maria).await;
        let own = own.client().clone();
        // Locked by strangers: on a strange device nobody gets in, on her own she does.
        guess(&house, &house.client(), &maria, 5).await;
        let before = noted(&house, AuditAction::SignInFailed).await.len();
        let outcome = sign_in(&house, &house.client(), &mut key).await;
        assert_eq!(refused(outcome), "sign_in_failed");
        assert_eq!(noted(&house, AuditAction::SignInFailed).await.len(), before + 1);
        sign_in(&house, &own, &mut key).await.unwrap();
        // Her own device has its own counter.
        guess(&house, &own, &maria, 5).await;
        assert_eq!(refused(sign_in(&house, &own, &mut key).await), "sign_in_failed");
        house.clock.advance(Duration::from_mins(30));
        sign_in(&house, &own, &mut key).await.unwrap();
        sign_in(&house, &house.client(), &mut key).await.unwrap();

        // The password runs out whatever else she signs in with (S47).
        house.clock.advance(DAY * 50);
        sign_in(&house, &own, &mut key).await.unwrap();
        house.clock.advance(DAY * 40);
        assert_eq!(refused(sign_in(&house, &own, &mut key).await), "password_needed");
        // Away for too long (S80).
        house.clock.advance(DAY * 60);
        assert_eq!(refused(sign_in(&house, &own, &mut key).await), "locked_inactivity");

        // Switched off.
        let otto = house.member(&merchant, Member::new("otto", BuiltInRole::Cashier)).await;
        let (_, mut key, _) = enrol(&house, &otto).await;
        house.deactivate(&merchant, &otto).await;
        assert_eq!(refused(sign_in(&house, &house.client(), &mut key).await), "sign_in_failed");
    }

    async fn s112_a_passkey_is_what_a_customer_asks_for(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let (_, admin) = administrator(&house, &merchant, "anna").await;
        require(&admin, &merchant, None).await;
        let client = house.client();
        let done = sign_in(&house, &client, &mut key).await.unwrap();
        session_of(client, done).await.read_me().await.unwrap();
    }
}
