//! Where a journey takes place: the real service with its sample merchants, and the app in its window.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use keyholder_domain::language::Language;
use thirtyfour::Key;

use crate::{
    desktop::{Desktop, Keyring, app::App, service::Service},
    seat::Seat,
    witness::Witness,
    words::{Words, data},
};

/// Everybody's password at the sample merchants.
pub(crate) const PASSWORD: &str = "Amber-Lantern-58-Quiet";

/// Somebody of the sample merchants.
#[derive(Clone, Copy)]
pub(crate) struct Person {
    pub(crate) address: &'static str,
    pub(crate) name: &'static str,
}

/// How the app speaks and looks in a journey.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    EnglishLight,
    GermanDark,
}

impl Look {
    fn language(self) -> Language {
        match self {
            Self::EnglishLight => Language::En,
            Self::GermanDark => Language::De,
        }
    }

    /// The language's own name, and the message of the theme's.
    fn choices(self) -> (&'static str, &'static str) {
        match self {
            Self::EnglishLight => ("English", "theme-light"),
            Self::GermanDark => ("Deutsch", "theme-dark"),
        }
    }
}

/// One service and one app on it, in one look.
pub(crate) struct Scene {
    desktop: Desktop,
    pub(crate) service: Arc<Service>,
    app: App,
    words: Words,
    look: Look,
    pictures: PathBuf,
    journey: &'static str,
}

impl Scene {
    /// Starts both, and leads the app to where one signs in.
    ///
    /// What the journey photographs goes into `target/walk/` with `KEYHOLDER_TEST_WRITE_SCREENS=1`, to
    /// be looked at, and is thrown away otherwise.
    pub(crate) async fn set(journey: &'static str, look: Look) -> Self {
        let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
        let service = Arc::new(Service::demo(&desktop).await);
        Self::on(desktop, service, journey, look).await
    }

    /// A second computer beside this one, with a display, a home and a keychain of its own, and the app on
    /// the same service.
    pub(crate) async fn beside(&self, journey: &'static str) -> Self {
        let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
        Self::on(desktop, Arc::clone(&self.service), journey, self.look).await
    }

    /// On a service that is there already.
    pub(crate) async fn on(
        desktop: Desktop,
        service: Arc<Service>,
        journey: &'static str,
        look: Look,
    ) -> Self {
        let pictures = if std::env::var_os("KEYHOLDER_TEST_WRITE_SCREENS").is_some() {
            Path::new(env!("CARGO_MANIFEST_DIR")).join("target/walk")
        } else {
            desktop.home().join("pictures")
        };
        std::fs::create_dir_all(&pictures).unwrap();
        let app = App::start(&desktop).await;
        let page = &app.page;
        let words = Words::of(look.language());
        let (language, _) = look.choices();
        page.press("English").await;
        page.press(language).await;
        page.keys(Key::Escape.value().to_string()).await;
        page.fill(&words.read(&"connect-address".into()), &service.origin)
            .await;
        page.press(&words.read(&"connect-submit".into())).await;
        Self {
            desktop,
            service,
            app,
            words,
            look,
            pictures,
            journey,
        }
    }

    /// Somebody before the window, signed in or not.
    pub(crate) fn seat(&self) -> Seat<'_> {
        let album = match self.look {
            Look::EnglishLight => format!("{}-en", self.journey),
            Look::GermanDark => format!("{}-de", self.journey),
        };
        Seat::new(&self.app.page, &self.words, self.pictures.join(album))
    }

    /// Signs somebody in.
    pub(crate) async fn enter(&self, person: Person) -> Seat<'_> {
        let seat = self.seat();
        seat.fill("sign-in-name", person.address).await;
        seat.fill("sign-in-password", PASSWORD).await;
        seat.press("sign-in-submit").await;
        seat.offers(data(person.name)).await;
        let (_, theme) = self.look.choices();
        seat.press(data(person.name)).await;
        seat.press(theme).await;
        seat.escape().await;
        seat
    }

    /// Signs them out again, and somebody else in.
    pub(crate) async fn change_seats(&self, from: Person, to: Person) -> Seat<'_> {
        self.leave(from).await;
        self.enter(to).await
    }

    /// Signs somebody out: the window asks who comes next.
    pub(crate) async fn leave(&self, from: Person) -> Seat<'_> {
        let seat = self.seat();
        seat.press(data(from.name)).await;
        seat.press("sign-out").await;
        seat
    }

    /// Somebody who asks the service past this window.
    pub(crate) async fn witness(&self, person: Person) -> Witness {
        Witness::sign_in(&self.service.origin, person.address).await
    }

    pub(crate) fn desktop(&self) -> &Desktop {
        &self.desktop
    }

    /// Where a picture of the whole display goes.
    pub(crate) fn picture_file(&self, of: &str) -> PathBuf {
        self.pictures.join(format!("{}-{of}.png", self.journey))
    }

    pub(crate) async fn close(self) {
        self.app.close(&self.desktop).await;
    }
}
