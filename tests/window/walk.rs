//! A shop owner, an office manager, an auditor and the provider's operator go through all that they
//! may open, in German, light and dark, in the real window on the sample merchants.

use std::path::Path;

use thirtyfour::Key;

use crate::{
    desktop::{Desktop, Keyring, app::App, page::Page, service::Service},
    sign_in,
};

const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// Somebody, and what they may open: the name in the rail, and what the screen shows then.
struct Walker {
    who: &'static str,
    address: &'static str,
    name: &'static str,
    screens: &'static [(&'static str, &'static str)],
}

const WALKERS: [Walker; 4] = [
    Walker {
        who: "owner",
        address: "thomas.brunner@sonnenschein.example",
        name: "Thomas Brunner",
        screens: &[
            ("Start", "Anmeldungen"),
            ("Benutzer", "Luc Favre"),
            ("Zustimmungen", "Nichts wartet auf eine zweite Person"),
            ("Rollen & Rechte", "Kasse"),
            ("Standorte", "Region Zürich"),
            ("Sicherheit", "Profil"),
            ("Aktivität", "Kette geprüft"),
        ],
    },
    Walker {
        who: "office-manager",
        address: "lea.schmid@sonnenschein.example",
        name: "Lea Schmid",
        screens: &[
            ("Benutzer", "Jonas Weber"),
            ("Rollen & Rechte", "Kasse"),
            ("Standorte", "Winterthur Altstadt"),
            ("Sicherheit", "Profil"),
        ],
    },
    Walker {
        who: "auditor",
        address: "claire.dubois@sonnenschein.example",
        name: "Claire Dubois",
        screens: &[
            ("Benutzer", "Luc Favre"),
            ("Rollen & Rechte", "Kasse"),
            ("Aktivität", "Kette geprüft"),
        ],
    },
    Walker {
        who: "operator",
        address: "oskar.lind@provider.example",
        name: "Oskar Lind",
        screens: &[("Kunden", "248113"), ("Wünsche", "Was Kunden wünschen")],
    },
];

async fn enter(page: &Page, name: &str) {
    page.fill("E-Mail-Adresse oder Benutzername", name).await;
    page.fill("Passwort", PASSWORD).await;
    page.press("Anmelden").await;
}

async fn choose_in_menu(page: &Page, name: &str, what: &str) {
    page.press(name).await;
    page.press(what).await;
    page.keys(Key::Escape.value().to_string()).await;
}

/// The pictures go into `target/walk/` with `KEYHOLDER_TEST_WRITE_SCREENS=1`, to be looked at, and are
/// thrown away otherwise.
#[tokio::test]
async fn owner_manager_auditor_and_operator_walk_their_screens_in_german() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let folder = if std::env::var_os("KEYHOLDER_TEST_WRITE_SCREENS").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/walk");
        std::fs::create_dir_all(&folder).unwrap();
        folder
    } else {
        desktop.home().to_owned()
    };
    let service = Service::demo(&desktop).await;
    let app = App::start(&desktop).await;
    let page = &app.page;
    page.fill("Address of the service", &service.origin).await;
    page.press("Connect").await;
    let [owner, ..] = &WALKERS;
    sign_in(&app, owner.address, PASSWORD).await;
    choose_in_menu(page, owner.name, "Deutsch").await;
    for look in ["Hell", "Dunkel"] {
        choose_in_menu(page, owner.name, look).await;
        page.press(owner.name).await;
        page.press("Abmelden").await;
        for walker in &WALKERS {
            enter(page, walker.address).await;
            page.offers(walker.name).await;
            for (number, (screen, shown)) in walker.screens.iter().enumerate() {
                page.press(screen).await;
                page.shows(shown).await;
                let file = format!("{}-{number}-{look}.png", walker.who);
                page.save_picture(&folder.join(file)).await;
            }
            page.press(walker.name).await;
            page.press("Abmelden").await;
        }
        enter(page, owner.address).await;
        page.offers(owner.name).await;
    }
    app.close(&desktop).await;
}
