//! A passkey through the app: the page opens in the browser, the browser comes back to a port of this
//! machine, and neither the link nor the proof is in an answer of the app.

use std::time::Duration;

use keyholder_store::testing::{Product, TestDatabase};
use reqwest::{Client, Url};
use serde_json::{Value, json};

use crate::{
    desktop::{self, Desktop, Keyring},
    mock_window::{Computer, House, NAME, PASSWORD, Window},
    security_key::SecurityKey,
    signed_in,
};

/// The browser: its cookie and the security key that is plugged in.
struct Browser {
    http: Client,
    key: SecurityKey,
}

/// The text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split(after).next().unwrap()
}

fn plain(escaped: &str) -> String {
    escaped.replace("&#34;", "\"").replace("&#38;", "&")
}

#[expect(clippy::disallowed_methods, reason = "a browser is no client of ours")]
impl Browser {
    fn new() -> Self {
        Self {
            http: Client::new(),
            key: SecurityKey::new(),
        }
    }

    /// Does what the page asks; gives the page that comes next.
    async fn visit(&mut self, page: &Url, name: Option<&str>) -> String {
        self.answer(page, name, "").await
    }

    /// As [`Self::visit`], with the number that the app shows.
    async fn answer(&mut self, page: &Url, name: Option<&str>, number: &str) -> String {
        // Both names lead here; nothing has to be looked up.
        let mut address = page.clone();
        address.set_host(Some("127.0.0.1")).unwrap();
        let shown = self.http.get(address.clone()).send().await.unwrap();
        let cookie = shown.headers()["set-cookie"].to_str().unwrap().to_owned();
        let html = shown.text().await.unwrap();
        let options = plain(between(&html, "data-options=\"", "\""));
        let form_token = between(&html, "name=\"form_token\" value=\"", "\"").to_owned();
        let answer = match name {
            Some(_) => self.key.create(page, &options).await.unwrap(),
            None => self.key.get(page, &options).await.unwrap(),
        };
        let fields = [
            ("form_token", form_token.as_str()),
            ("name", name.unwrap_or_default()),
            ("number", number),
            ("answer", &answer),
        ];
        let body = url::form_urlencoded::Serializer::new(String::new())
            .extend_pairs(fields)
            .finish();
        let sent = self.http.post(address).body(body);
        let sent = sent.header("content-type", "application/x-www-form-urlencoded");
        let sent = sent.header("cookie", cookie.split(';').next().unwrap());
        sent.send().await.unwrap().text().await.unwrap()
    }

    /// Shows the passkey, and goes where the page sends the browser.
    async fn show(&mut self, page: &Url, number: &str) {
        let html = self.answer(page, None, number).await;
        let back = plain(between(&html, "id=\"passkey-return\" href=\"", "\""));
        assert_eq!(self.http.get(back).send().await.unwrap().status(), 200);
    }
}

/// The page that the app opens.
pub(crate) async fn page(computer: &Computer) -> Url {
    loop {
        if let Some(page) = computer.take_page() {
            return page;
        }
        tokio::task::yield_now().await;
    }
}

async fn a_passkey_goes_through_the_browser(product: Product) {
    let house = House::start(TestDatabase::new(product).await).await;
    let computer = Computer::new();
    let (window, _) = signed_in(&house, &computer).await;
    let mut browser = Browser::new();
    let mut answers = Vec::new();

    answers.push(window.call("begin_passkey_setup", json!({})).await.unwrap());
    let added = browser
        .visit(&page(&computer).await, Some("Blue key"))
        .await;
    let codes: Vec<_> = added.split("<li>").skip(4).collect();
    assert_eq!(codes.len(), 10);
    let own = window
        .call("list_own_second_factors", json!({}))
        .await
        .unwrap();
    assert_eq!(own["passkeys"][0]["name"], "Blue key");
    answers.push(own);

    window.call("sign_out", json!({})).await.unwrap();
    let who = json!({ "signInName": NAME, "password": PASSWORD });
    let waits = window.call("sign_in", who).await.unwrap();
    assert_eq!(waits["methods"], json!(["passkey", "recovery_code"]));
    let show = async |window: &Window, waits: &Value| {
        let arguments =
            json!({ "signInId": waits["sign_in_id"], "title": "Done", "body": "Go back." });
        window.call("show_passkey", arguments).await
    };
    // Whoever gives up is told nothing but that.
    let (outcome, ()) = tokio::join!(show(&window, &waits), async {
        page(&computer).await;
        window.call("stop_browser_wait", json!({})).await.unwrap();
    });
    assert_eq!(outcome.unwrap_err()["code"], "browser_wait_stopped");
    let (outcome, ()) = tokio::join!(show(&window, &waits), async {
        browser.show(&page(&computer).await, "").await;
    });
    let outcome = outcome.unwrap();
    assert_eq!(outcome["kind"], "signed_in");
    answers.push(outcome);
    let password = json!({ "password": PASSWORD, "title": "Done", "body": "Go back." });
    let (fresh, ()) = tokio::join!(window.call("step_up_with_passkey", password), async {
        browser.show(&page(&computer).await, "").await;
    });
    answers.push(fresh.unwrap());

    // And in place of name and password, with the number that the app shows.
    window.call("sign_out", json!({})).await.unwrap();
    let ways = window.call("list_sign_in_ways", json!({})).await.unwrap();
    assert_eq!(ways["passkey"], true);
    let begun = window.call("begin_passkey_sign_in", json!({})).await;
    let begun = begun.unwrap();
    let number = begun["number"].to_string();
    let arguments = json!({ "signInId": begun["id"], "title": "Done", "body": "Go back." });
    answers.push(begun);
    let (outcome, ()) = tokio::join!(window.call("sign_in_with_passkey", arguments), async {
        browser.show(&page(&computer).await, &number).await;
    });
    let outcome = outcome.unwrap();
    assert_eq!(outcome["kind"], "signed_in");
    answers.push(outcome);
    let text = Value::Array(answers).to_string();
    for secret in ["khk_", "khf_", "/account/passkey/"] {
        assert!(!text.contains(secret), "{secret}");
    }
}

/// The same in Chromium, with the security key that it plays itself: what our script asks, and how a browser
/// that others wrote answers.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s109_chromium_sets_a_passkey_up_and_leads_back_to_the_app() {
    let house = House::start(TestDatabase::new(Product::Sqlite).await).await;
    let computer = Computer::new();
    let (window, _) = signed_in(&house, &computer).await;
    let desktop = Desktop::with_display(Keyring::NoBus, 1024, 768).await;
    let chromium = desktop::browser::Browser::start(&desktop).await;
    let shown = &chromium.page;
    shown.plug_security_key_in().await;
    let in_english = |page: Url| format!("{page}?lang=en");

    window.call("begin_passkey_setup", json!({})).await.unwrap();
    shown.go(&in_english(page(&computer).await)).await;
    shown.fill("Name of the passkey", "Blue key").await;
    shown.press("Create the passkey").await;
    shown.shows("The passkey is set up").await;
    shown.shows("Your recovery codes").await;

    window.call("sign_out", json!({})).await.unwrap();
    let who = json!({ "signInName": NAME, "password": PASSWORD });
    let waits = window.call("sign_in", who).await.unwrap();
    let arguments = json!({
        "signInId": waits["sign_in_id"], "title": "You are signed in", "body": "Go back.",
    });
    let (outcome, ()) = tokio::join!(window.call("show_passkey", arguments), async {
        shown.go(&in_english(page(&computer).await)).await;
        shown.press("Use the passkey").await;
        // Of its own accord the browser goes to the port of the app.
        shown.shows("You are signed in").await;
    });
    assert_eq!(outcome.unwrap()["kind"], "signed_in");

    window.call("sign_out", json!({})).await.unwrap();
    let begun = window.call("begin_passkey_sign_in", json!({})).await;
    let begun = begun.unwrap();
    let arguments = json!({
        "signInId": begun["id"], "title": "You are signed in again", "body": "Go back.",
    });
    let (outcome, ()) = tokio::join!(window.call("sign_in_with_passkey", arguments), async {
        shown.go(&in_english(page(&computer).await)).await;
        let number = begun["number"].to_string();
        shown.fill("Number that Keyholder shows", &number).await;
        shown.press("Sign in with a passkey").await;
        shown.shows("You are signed in again").await;
    });
    assert_eq!(outcome.unwrap()["kind"], "signed_in");
    chromium.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s109_a_passkey_goes_through_the_browser_on_sqlite() {
    let journey = a_passkey_goes_through_the_browser(Product::Sqlite);
    tokio::time::timeout(Duration::from_mins(2), journey)
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s109_a_passkey_goes_through_the_browser_on_postgres() {
    let journey = a_passkey_goes_through_the_browser(Product::Postgres);
    tokio::time::timeout(Duration::from_mins(2), journey)
        .await
        .unwrap();
}
