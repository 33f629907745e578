//! A passkey as the second factor on the page of a reset link (S90).

use std::time::Duration;

use keyholder_contract::password::RequestPasswordReset;
use keyholder_domain::role::BuiltInRole;
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::{
    passkeys::enrol,
    second_factors::scene,
    support::{
        Browser, House, Member, PASSWORD, Person, Reply, SecurityKey,
        browser::{form_token, html},
        passkey_page::{options, stands},
        phone::begin,
    },
};

const NEW: &str = "Vorhang-77-Tulpe-wKq";
const NEWER: &str = "Vorhang-78-Tulpe-wKq";

async fn reset_link(house: &House, person: &Person) -> String {
    let request = RequestPasswordReset {
        sign_in_name: person.name.clone(),
    };
    let client = house.client();
    client.request_password_reset(&request).await.unwrap();
    house.link_for(&person.name).await
}

/// A hidden field of a page; nothing where it has none.
fn field(page: &Reply, name: &str) -> Option<String> {
    let html = html(page);
    let (_, rest) = html.split_once(&format!("name=\"{name}\" value=\""))?;
    rest.split('"').next().map(str::to_owned)
}

/// Asks for a passkey on the page of a link.
async fn ask(browser: &mut Browser<'_>, link: &str) -> Reply {
    let token = form_token(&browser.open(link).await);
    let fields = [("form_token", token.as_str()), ("step", "passkey")];
    browser.send(link, &fields, &[]).await
}

/// Sends what a security key answers to what a page asks.
async fn answer(
    house: &House,
    (browser, link): (&Browser<'_>, &str),
    asked: &Reply,
    key: &mut SecurityKey,
) -> Reply {
    let answer = key.get(&stands(house), &options(asked)).await.unwrap();
    send_answer((browser, link), asked, &answer).await
}

async fn send_answer((browser, link): (&Browser<'_>, &str), asked: &Reply, answer: &str) -> Reply {
    let (token, ceremony) = (form_token(asked), field(asked, "ceremony").unwrap());
    let fields = [
        ("form_token", token.as_str()),
        ("step", "answer"),
        ("ceremony", &ceremony),
        ("answer", answer),
    ];
    browser.send(link, &fields, &[]).await
}

/// Sets the password on a page, with the proof that it carries.
async fn set(
    (browser, link): (&Browser<'_>, &str),
    page: &Reply,
    proof: &str,
    password: &str,
) -> Reply {
    let token = form_token(page);
    let fields = [
        ("form_token", token.as_str()),
        ("factor_proof", proof),
        ("password", password),
        ("repeat", password),
    ];
    browser.send(link, &fields, &[]).await
}

on_both_databases! {
    async fn s090_a_passkey_is_shown_on_the_page_of_a_reset_link(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let link = reset_link(&house, &maria).await;
        let mut browser = Browser::new(&house);
        let asked = ask(&mut browser, &link).await;
        assert_eq!(asked.status, StatusCode::OK);
        let at = (&browser, link.as_str());
        let policy = asked.header("content-security-policy").to_owned();
        assert!(policy.contains("script-src 'self'") && policy.contains("frame-ancestors 'none'"));
        let shown = answer(&house, at, &asked, &mut key).await;
        assert_eq!(shown.status, StatusCode::OK, "{}", html(&shown));
        assert!(!html(&shown).contains("name=\"factor_code\""), "nothing else is asked for");
        let proof = field(&shown, "factor_proof").unwrap();
        // A password that will not do costs nothing.
        let weak = set(at, &shown, &proof, "short").await;
        assert_eq!(weak.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(field(&weak, "factor_proof"), Some(proof.clone()));
        assert_eq!(set(at, &weak, &proof, NEW).await.status, StatusCode::OK);
        assert_eq!(set(at, &weak, &proof, NEWER).await.status, StatusCode::GONE, "spent");
        begin(&house.client(), &maria, NEW).await;
    }

    async fn s090_a_passkey_of_a_reset_counts_for_its_link_and_for_ten_minutes(database: TestDatabase) {
        let (house, merchant, maria) = scene(database).await;
        let otto = house.member(&merchant, Member::new("otto", BuiltInRole::Cashier)).await;
        let paul = house.member(&merchant, Member::new("paul", BuiltInRole::Cashier)).await;
        let (_, mut key, _) = enrol(&house, &maria).await;
        let (_, mut key_of_otto, _) = enrol(&house, &otto).await;
        // Who has no passkey is not offered any, and gets none.
        let of_paul = reset_link(&house, &paul).await;
        let mut browser = Browser::new(&house);
        assert!(!html(&browser.open(&of_paul).await).contains("value=\"passkey\""));
        assert_eq!(ask(&mut browser, &of_paul).await.status, StatusCode::GONE);

        let (of_maria, of_otto) = (reset_link(&house, &maria).await, reset_link(&house, &otto).await);
        let asked_maria = ask(&mut browser, &of_maria).await;
        let at_maria = (&browser, of_maria.as_str());
        // Another's key, another's answer, garbage: the page asks for a code again.
        assert!(key_of_otto.get(&stands(&house), &options(&asked_maria)).await.is_err());
        for other in ["{}", "", "[1"] {
            let refused = send_answer(at_maria, &asked_maria, other).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{other}");
            assert!(html(&refused).contains("name=\"factor_code\""), "{other}");
        }
        // A form that is not ours.
        let ceremony = field(&asked_maria, "ceremony").unwrap();
        let forged = [("form_token", ""), ("step", "answer"), ("ceremony", ceremony.as_str())];
        let reply = browser.send(&of_maria, &forged, &[]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN);
        // The page of a passkey does not take what was asked on that of the link.
        let own_page = of_maria.split("/account/").next().unwrap().to_owned() + "/account/passkey/" + &ceremony;
        let right = key.get(&stands(&house), &options(&asked_maria)).await.unwrap();
        let mut elsewhere = Browser::new(&house);
        let token = form_token(&elsewhere.open(&own_page).await);
        let fields = [("form_token", token.as_str()), ("answer", right.as_str())];
        assert_eq!(elsewhere.send(&own_page, &fields, &[]).await.status, StatusCode::GONE);

        let shown = send_answer(at_maria, &asked_maria, &right).await;
        let proof = field(&shown, "factor_proof").unwrap();
        // It opens nobody else's link.
        let page_of_otto = elsewhere.open(&of_otto).await;
        let reply = set((&elsewhere, &of_otto), &page_of_otto, &proof, NEW).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html(&reply).contains("name=\"factor_code\""));
        house.clock.advance(Duration::from_mins(10));
        let reply = set(at_maria, &shown, &proof, NEW).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "too late");
        assert!(html(&reply).contains("name=\"factor_code\"") && field(&reply, "factor_proof").is_none());
        let asked = ask(&mut browser, &of_maria).await;
        let at_maria = (&browser, of_maria.as_str());
        let shown = answer(&house, at_maria, &asked, &mut key).await;
        let proof = field(&shown, "factor_proof").unwrap();
        house.clock.advance(Duration::from_secs(599));
        assert_eq!(set(at_maria, &shown, &proof, NEW).await.status, StatusCode::OK);
        // The other password is what it was.
        begin(&house.client(), &otto, PASSWORD).await;
    }
}
