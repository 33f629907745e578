//! The whole product, seen working: the app in a real window, the real service on each database, a
//! real SMTP server, a real browser, a real keychain.
//!
//! `cargo xtask test` builds what is needed and runs this last.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test may fail by panicking"
)]

mod desktop;
#[path = "../crates/server/tests/service/support/faketime.rs"]
mod faketime;
#[path = "window/journeys/mod.rs"]
mod journeys;
#[path = "window/notices.rs"]
mod notices;
#[path = "window/page_release.rs"]
mod page_release;
#[path = "window/panel.rs"]
mod panel;
mod phone;
#[path = "window/scene.rs"]
mod scene;
#[path = "window/screens.rs"]
mod screens;
#[path = "window/seat.rs"]
mod seat;
#[path = "window/shortcut.rs"]
mod shortcut;
#[path = "window/tray.rs"]
mod tray;
#[path = "window/walk.rs"]
mod walk;
#[path = "window/witness.rs"]
mod witness;
#[path = "window/words.rs"]
mod words;
#[path = "window/xfce.rs"]
mod xfce;

use desktop::{
    Desktop, Keyring,
    app::App,
    browser::Browser,
    service::{Mailbox, Service},
};
use keyholder_store::testing::{Product, TestDatabase};

const ADMINISTRATOR: &str = "ada.winter@example.com";
const ADMINISTRATORS_PASSWORD: &str = "Zwölf Brote & 7 Brezeln!";
const NEWCOMER: &str = "maria.sommer@example.com";
const NEWCOMERS_PASSWORD: &str = "Quitten-Marmelade 1953?";

/// Sets a password on the page of an activation link, as its owner.
async fn set_password(browser: &Browser, link: &str, password: &str) {
    let page = &browser.page;
    page.go(link).await;
    page.shows("Set your password").await;
    page.fill("New password", password).await;
    page.fill("Repeat the password", password).await;
    page.press("Set password").await;
    page.shows("You are ready").await;
}

async fn sign_in(app: &App, name: &str, password: &str) {
    let page = &app.page;
    page.fill("E-mail address or user name", name).await;
    page.fill("Password", password).await;
    page.press("Sign in").await;
}

/// An admin signs in, adds a user, the invitation arrives, its link is opened in a browser, a
/// password is set, and that user signs in; after a restart they are still signed in.
async fn the_house_stands(product: Product) {
    let database = TestDatabase::new(product).await;
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let mailbox = Mailbox::open().await;
    let service = Service::start(&desktop, database.url(), &mailbox).await;
    let browser = Browser::start(&desktop).await;

    let link = service.first_administrator(&desktop, ADMINISTRATOR).await;
    set_password(&browser, &link, ADMINISTRATORS_PASSWORD).await;

    let app = App::start(&desktop).await;
    let page = &app.page;
    page.fill("Address of the service", &service.origin).await;
    page.press("Connect").await;
    sign_in(&app, ADMINISTRATOR, ADMINISTRATORS_PASSWORD).await;
    page.offers("Ada Winter").await;

    page.press("Add users").await;
    page.fill("E-mail address", NEWCOMER).await;
    page.fill("First name", "Maria").await;
    page.fill("Last name", "Sommer").await;
    page.press("Next").await;
    page.choose("Auditor").await;
    page.choose("All locations").await;
    page.press("Next").await;
    page.shows("Maria Sommer signs in as").await;
    page.press("Add user").await;
    page.press("Send invitation").await;
    page.shows("Send a new invitation").await;

    let link = mailbox.link_for(NEWCOMER).await;
    set_password(&browser, &link, NEWCOMERS_PASSWORD).await;
    browser.close().await;

    page.press("Ada Winter").await;
    page.press("Sign out").await;
    sign_in(&app, NEWCOMER, NEWCOMERS_PASSWORD).await;
    // Codes come by mail until an app is set up, and are taken as they stand in the mail.
    page.shows("We have sent a code to m•••@e•••.com.").await;
    let code = mailbox.code_for(NEWCOMER).await;
    page.fill("Code", &code).await;
    page.press("Sign in").await;
    // The button of the account menu: the name alone also stands in the list.
    page.offers("Maria Sommer").await;
    app.close(&desktop).await;

    let again = App::start(&desktop).await;
    again.page.offers("Maria Sommer").await;
    again.close(&desktop).await;
}

#[tokio::test]
async fn the_house_stands_on_sqlite() {
    the_house_stands(Product::Sqlite).await;
}

#[tokio::test]
async fn the_house_stands_on_postgresql() {
    the_house_stands(Product::Postgres).await;
}
