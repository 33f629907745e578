//! Every screen, light and dark, in the real window on the sample merchants.

use std::path::{Path, PathBuf};

use thirtyfour::Key;

use crate::{
    desktop::{Desktop, Keyring, app::App, page::Page, service::Service},
    sign_in,
};

/// An administrator of the sample bakery, and everybody's password there.
const ADMINISTRATOR: &str = "anna.keller@sonnenschein.example";
const NAME: &str = "Anna Keller";
const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// Where the pictures of one look go.
struct Album {
    folder: PathBuf,
    look: &'static str,
}

impl Album {
    async fn keep(&self, page: &Page, screen: &str) {
        let file = format!("{screen}-{}.png", self.look);
        page.save_picture(&self.folder.join(file)).await;
    }
}

/// The pictures go into `docs/screens/` with `KEYHOLDER_TEST_WRITE_SCREENS=1`, and are thrown away
/// otherwise: what is tested then is that every screen can be reached and shows what it should.
#[tokio::test]
async fn every_screen_appears_light_and_dark() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let folder = if std::env::var_os("KEYHOLDER_TEST_WRITE_SCREENS").is_some() {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens")
    } else {
        desktop.home().to_owned()
    };
    let service = Service::demo(&desktop).await;
    let app = App::start(&desktop).await;
    let page = &app.page;
    page.shows("Address of the service").await;
    page.fill("Address of the service", &service.origin).await;
    page.press("Connect").await;
    for look in ["light", "dark"] {
        let album = Album {
            folder: folder.clone(),
            look,
        };
        page.shows("E-mail address or user name").await;
        album.keep(page, "sign-in").await;
        page.press("Change").await;
        page.shows("Address of the service").await;
        album.keep(page, "connect").await;
        page.press("Keep the address as it was").await;
        sign_in(&app, ADMINISTRATOR, PASSWORD).await;
        page.press("Users").await;
        page.shows("Luc Favre").await;
        album.keep(page, "users").await;
        details(page, &album).await;
        adding(page, &album).await;
        everywhere(page, &album).await;
        if look == "light" {
            page.press(NAME).await;
            page.press("Dark").await;
            page.keys(Key::Escape.value().to_string()).await;
        }
        page.press(NAME).await;
        page.press("Sign out").await;
    }
    app.close(&desktop).await;
}

async fn details(page: &Page, album: &Album) {
    page.press("Details of Luc Favre").await;
    page.shows("Luc Favre").await;
    page.shows("Change roles").await;
    album.keep(page, "user-access").await;
    page.press("Close").await;
    page.press("Activity").await;
    page.shows("Chain verified").await;
    album.keep(page, "activity").await;
    page.press("Users").await;
    page.shows("Luc Favre").await;
}

async fn adding(page: &Page, album: &Album) {
    page.press("Add users").await;
    page.fill("E-mail address", "maria.sommer@sonnenschein.example")
        .await;
    page.fill("First name", "Maria").await;
    page.fill("Last name", "Sommer").await;
    album.keep(page, "add-user-who").await;
    page.press("Next").await;
    page.choose("Cashier").await;
    page.choose("All locations").await;
    album.keep(page, "add-user-access").await;
    page.press("Next").await;
    page.shows("Maria Sommer signs in as").await;
    album.keep(page, "add-user-review").await;
    page.press("Close").await;
}

async fn everywhere(page: &Page, album: &Album) {
    page.press("Search or do something").await;
    page.shows("Sign out").await;
    album.keep(page, "palette").await;
    page.keys(Key::Escape.value().to_string()).await;
    page.press("Settings").await;
    page.press("About and trust").await;
    page.shows("Key of this device").await;
    album.keep(page, "about").await;
    page.press("Users").await;
    page.shows("Luc Favre").await;
}
