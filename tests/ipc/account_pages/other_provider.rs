//! What an invitation leads to where somebody signs in with their account at another provider.

use keyholder_store::testing::{Product, TestDatabase};
use serde_json::json;

use super::{album::Album, links::invite, open_mail};
use crate::{
    desktop::{Desktop, Keyring, browser::Browser, provider::Provider},
    mock_window::{Computer, House},
    signed_in,
};

const MARIA: &str = "maria.sommer@sonnenschein.example";
/// An account of the same organisation, which was not invited.
const STRANGER: &str = "max.fremd@sonnenschein.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_pages_of_an_invitation_to_another_provider_appear_light_and_dark() {
    let provider = Provider::start(&[MARIA, STRANGER]).await;
    let database = TestDatabase::new(Product::Sqlite).await;
    let house = House::start_beside(database, Some(provider.oidc())).await;
    let (window, customer) = signed_in(&house, &Computer::new()).await;
    let desktop = Desktop::with_display(Keyring::NoBus, 1024, 768).await;
    let chromium = Browser::start(&desktop).await;
    let album = Album::of(&desktop);
    let shown = &chromium.page;

    let who = json!({ "kind": "verified", "email": MARIA, "sign_in_way": "external" });
    invite(&window, &customer, who).await;
    open_mail(shown, &house.origin, MARIA).await;
    for (language, title, code) in [
        ("Deutsch", "Mit Ihrem Konto anmelden", "de"),
        ("Français", "Se connecter avec votre compte", "fr"),
        ("English", "Sign in with your account", "en"),
    ] {
        shown.press(language).await;
        shown.shows(title).await;
        if code != "en" {
            album.keep(shown, &format!("provider-{code}")).await;
        }
    }
    album.keep(shown, "provider").await;
    album.keep_narrow(shown, "provider-narrow").await;

    shown.press("Go on to Microsoft").await;
    provider.sign_in_and_accept(shown, STRANGER).await;
    shown.shows("is not confirmed to have the address").await;
    album.keep(shown, "provider-refused").await;
    shown.press("Go on to Microsoft").await;
    provider.sign_in_and_accept(shown, MARIA).await;
    shown.shows("Open the Keyholder app").await;
    album.keep(shown, "provider-done").await;
    chromium.close().await;
}
