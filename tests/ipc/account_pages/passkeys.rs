//! A passkey on the page of a reset link, and where a customer asks for a second factor.

use keyholder_store::testing::{Product, TestDatabase};
use serde_json::{Value, json};

use super::{album::Album, open_mail, set_password};
use crate::{
    desktop::{Desktop, Keyring, browser::Browser, page::Page},
    joined,
    mock_window::{Computer, House, NAME, PASSWORD, Window},
    passkeys::page,
    signed_in,
};

const NEW: &str = "Quitten-Marmelade 1953?";
/// Somebody of the sample merchants who reads English, and has no second factor.
const DAVID: &str = "david.okafor@sonnenschein.example";

/// What the browser shows once it is back at the app.
const BACK: &str = "Go back to Keyholder";

/// Goes where the app has led the browser.
async fn follow(shown: &Page, computer: &Computer) {
    shown.go(&format!("{}?lang=en", page(computer).await)).await;
}

fn done(sign_in: &Value) -> Value {
    json!({ "signInId": sign_in, "title": BACK, "body": "Your answer has arrived. You can close this page." })
}

async fn begin(window: &Window, name: &str, password: &str) -> Result<Value, Value> {
    let who = json!({ "signInName": name, "password": password });
    window.call("sign_in", who).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s090_chromium_shows_a_passkey_on_the_page_of_a_reset_link() {
    let house = House::start(TestDatabase::new(Product::Sqlite).await).await;
    let computer = Computer::new();
    let (window, _) = signed_in(&house, &computer).await;
    let desktop = Desktop::with_display(Keyring::NoBus, 1024, 768).await;
    let chromium = Browser::start(&desktop).await;
    let album = Album::of(&desktop);
    let shown = &chromium.page;
    shown.plug_security_key_in().await;
    window.call("begin_passkey_setup", json!({})).await.unwrap();
    follow(shown, &computer).await;
    shown.fill("Name of the passkey", "Blue key").await;
    album.keep(shown, "passkey-setup").await;
    shown.press("Create the passkey").await;
    shown.shows("The passkey is set up").await;
    album.keep(shown, "passkey-added").await;
    window.call("sign_out", json!({})).await.unwrap();

    let forgotten = json!({ "signInName": NAME });
    let asked = window.call("request_password_reset", forgotten).await;
    asked.unwrap();
    open_mail(shown, &house.origin, "Set a new password").await;
    shown.shows("Code of the second factor").await;
    album.keep(shown, "reset").await;
    shown.press("Use a passkey").await;
    shown.shows("Use your passkey").await;
    album.keep(shown, "reset-passkey").await;
    shown.press("Use the passkey").await;
    shown.shows("Your passkey was shown").await;
    album.keep(shown, "reset-passkey-shown").await;
    // What will not do costs nothing: the passkey is not asked for again.
    set_password(shown, "short").await;
    shown.shows("Please correct").await;
    album.keep(shown, "reset-refused").await;
    set_password(shown, NEW).await;
    shown.shows("Your new password is set").await;
    album.keep(shown, "reset-done").await;

    let refused = begin(&window, NAME, PASSWORD).await.unwrap_err();
    assert_eq!(refused["code"], "sign_in_failed");
    let waits = begin(&window, NAME, NEW).await.unwrap();
    let show = window.call("show_passkey", done(&waits["sign_in_id"]));
    let (outcome, ()) = tokio::join!(show, async {
        follow(shown, &computer).await;
        album.keep(shown, "passkey-use").await;
        shown.press("Use the passkey").await;
        shown.shows(BACK).await;
        album.keep(shown, "back-in-the-app").await;
    });
    assert_eq!(outcome.unwrap()["kind"], "signed_in");

    window.call("sign_out", json!({})).await.unwrap();
    let begun = window.call("begin_passkey_sign_in", json!({})).await;
    let begun = begun.unwrap();
    let arguments = done(&begun["id"]);
    let (outcome, ()) = tokio::join!(window.call("sign_in_with_passkey", arguments), async {
        follow(shown, &computer).await;
        album.keep(shown, "passkey-sign-in").await;
        let number = begun["number"].to_string();
        shown.fill("Number that Keyholder shows", &number).await;
        shown.press("Sign in with a passkey").await;
        shown.shows(BACK).await;
    });
    assert_eq!(outcome.unwrap()["kind"], "signed_in");
    chromium.close().await;
}

/// The customer asks everybody for a second factor, from now on.
async fn require(window: &Window, customer: &Value) {
    let here = json!({ "customerId": customer });
    let policy = window.call("read_security_policy", here.clone()).await;
    let policy = policy.unwrap();
    let required = json!({ "second_factor": { "kind": "required" } });
    let draft =
        json!({ "version": policy["version"], "policy": joined(&policy["policy"], &required) });
    let changed = window
        .call("change_security_policy", joined(&here, &draft))
        .await;
    changed.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn s113_chromium_sets_up_the_passkey_that_a_customer_asks_for_within_the_sign_in() {
    let house = House::start(TestDatabase::new(Product::Sqlite).await).await;
    let computer = Computer::new();
    let (window, customer) = signed_in(&house, &computer).await;
    let desktop = Desktop::with_display(Keyring::NoBus, 1024, 768).await;
    let chromium = Browser::start(&desktop).await;
    let shown = &chromium.page;
    shown.plug_security_key_in().await;
    require(&window, &customer).await;
    window.call("sign_out", json!({})).await.unwrap();

    let waits = begin(&window, DAVID, PASSWORD).await.unwrap();
    assert_eq!(waits["kind"], "set_up_second_factor");
    let set_up = window.call("set_up_sign_in_passkey", done(&waits["sign_in_id"]));
    let (outcome, ()) = tokio::join!(set_up, async {
        follow(shown, &computer).await;
        shown.fill("Name of the passkey", "Blue key").await;
        shown.press("Create the passkey").await;
        // Of its own accord the browser goes back to the app, which keeps the codes.
        shown.shows(BACK).await;
    });
    let outcome = outcome.unwrap();
    let codes = outcome["recovery_codes"].as_array().unwrap();
    assert_eq!(codes.len(), 10);
    let own = window.call("list_own_second_factors", json!({})).await;
    assert_eq!(own.unwrap()["passkeys"][0]["name"], "Blue key");

    // It is asked for from now on.
    window.call("sign_out", json!({})).await.unwrap();
    let waits = begin(&window, DAVID, PASSWORD).await.unwrap();
    assert_eq!(waits["methods"], json!(["passkey", "recovery_code"]));
    let show = window.call("show_passkey", done(&waits["sign_in_id"]));
    let (outcome, ()) = tokio::join!(show, async {
        follow(shown, &computer).await;
        shown.press("Use the passkey").await;
        shown.shows(BACK).await;
    });
    assert_eq!(outcome.unwrap()["kind"], "signed_in");
    chromium.close().await;
}
