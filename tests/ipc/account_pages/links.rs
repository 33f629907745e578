//! What is behind the links of letters, and of links that are handed over.

use keyholder_store::testing::{Product, TestDatabase};
use serde_json::{Value, json};

use super::{album::Album, open_mail, set_password};
use crate::{
    desktop::{Desktop, Keyring, browser::Browser},
    joined,
    mock_window::{Computer, House, PASSWORD, Window},
    signed_in,
};

const NEWCOMER: &str = "maria.sommer@sonnenschein.example";
const MOVED: &str = "anna.keller@bakery.example";

async fn call(window: &Window, command: &str, arguments: Value) -> Value {
    window.call(command, arguments).await.unwrap()
}

/// Adds somebody and invites them: what the administrator gets.
pub(super) async fn invite(window: &Window, customer: &Value, who: Value) -> Value {
    let here = json!({ "customerId": customer });
    let roles = call(window, "list_roles", joined(&here, &json!({ "query": {} }))).await;
    let roles = roles["items"].as_array().unwrap().iter();
    let cashier = roles.clone().find(|role| role["built_in"] == "cashier");
    let access = json!({
        "given_name": "Maria", "family_name": "Sommer", "language": "en",
        "role_ids": [cashier.unwrap()["id"]], "scope": { "kind": "all", "location_ids": [] },
    });
    let key = |what| format!("{what}-{}", who["kind"]);
    let create = json!({ "request": joined(&access, &who), "idempotencyKey": key("create") });
    let user = call(window, "create_user", joined(&here, &create)).await;
    let invite = json!({ "userId": user["id"], "idempotencyKey": key("invite") });
    call(window, "invite_user", joined(&here, &invite)).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_behind_links_appear_light_and_dark() {
    let house = House::start(TestDatabase::new(Product::Sqlite).await).await;
    let computer = Computer::new();
    let (window, customer) = signed_in(&house, &computer).await;
    let desktop = Desktop::with_display(Keyring::NoBus, 1024, 768).await;
    let chromium = Browser::start(&desktop).await;
    let album = Album::of(&desktop);
    let shown = &chromium.page;

    let verified = json!({ "kind": "verified", "email": NEWCOMER });
    invite(&window, &customer, verified).await;
    open_mail(shown, &house.origin, NEWCOMER).await;
    shown.shows("Set your password").await;
    album.keep(shown, "activate").await;
    album.keep_narrow(shown, "activate-narrow").await;
    for (language, title, code) in [
        ("Deutsch", "Passwort festlegen", "de"),
        ("Français", "Choisir votre mot de passe", "fr"),
        ("English", "Set your password", "en"),
    ] {
        shown.press(language).await;
        shown.shows(title).await;
        if code != "en" {
            album.keep(shown, &format!("activate-{code}")).await;
        }
    }
    set_password(shown, "maria").await;
    shown.shows("Please correct").await;
    album.keep(shown, "activate-refused").await;
    set_password(shown, "Quitten-Marmelade 1953?").await;
    shown.shows("You are ready").await;
    album.keep(shown, "activate-done").await;
    open_mail(shown, &house.origin, NEWCOMER).await;
    shown.shows("This link no longer works").await;
    album.keep(shown, "link-used").await;

    let unverified = json!({ "kind": "unverified" });
    let made = invite(&window, &customer, unverified).await;
    let link = made["hand_over"]["link"].as_str().unwrap();
    shown.go(link).await;
    shown.shows("Whoever gave you the link").await;
    album.keep(shown, "activate-code").await;

    let change = json!({ "email": MOVED, "password": PASSWORD });
    call(&window, "change_email", change).await;
    open_mail(shown, &house.origin, "Confirm this e-mail address").await;
    shown.shows("Confirm the change").await;
    album.keep(shown, "confirm").await;
    album.keep_narrow(shown, "confirm-narrow").await;
    shown.press("Confirm").await;
    shown.shows("One more step").await;
    album.keep(shown, "confirm-waits").await;
    chromium.close().await;
}
