//! Somebody signs in with their account at another provider: the owner adds a person who has no password here,
//! that person follows the invitation and signs in; then the owner links an account of their own.

use std::sync::Arc;

use keyholder_domain::{language::Language, sign_in_way::SignInWay, user_status::UserStatusKind};
use keyholder_store::testing::{Product, TestDatabase};

use super::{OWNER, SECOND, letters};
use crate::{
    desktop::{
        Desktop, Keyring, browser::Browser, chosen_browser::ChosenBrowser, paths::OPEN,
        provider::Provider, service::Service,
    },
    scene::{Look, Person, Scene},
    seat::Seat,
    witness::Witness,
    words::{Phrase, Words, data, say},
};

const MARIA: Person = Person {
    address: "maria.sommer@sonnenschein.example",
    name: "Maria Sommer",
};
/// Maria's, as nothing else is chosen: that of whoever adds her.
const MARIAS_LANGUAGE: Language = Language::De;
/// An account of the same organisation, which nobody here knows.
const STRANGER: &str = "max.fremd@sonnenschein.example";
/// The owner's account has another address than their sign-in.
const OWNERS_ACCOUNT: &str = "brunner@sonnenschein-group.example";

/// What takes part beside the app and the service.
struct World {
    origin: String,
    provider: Provider,
    chosen: ChosenBrowser,
    browser: Browser,
}

impl World {
    /// Waits until the page of the service reads so.
    async fn reads(&self, phrase: impl Into<Phrase>) {
        let words = Words::of(MARIAS_LANGUAGE);
        self.browser.page.shows(&words.read(&phrase.into())).await;
    }

    async fn press(&self, phrase: impl Into<Phrase>) {
        let words = Words::of(MARIAS_LANGUAGE);
        self.browser.page.press(&words.read(&phrase.into())).await;
    }

    /// Waits until the browser has come back to the app, which says so in its own language.
    async fn is_back(&self, me: &Seat<'_>) {
        self.browser
            .page
            .shows(&me.read("browser-done-title"))
            .await;
    }
}

#[tokio::test]
async fn s028_s029_s031_s032_l05_another_provider_signs_people_in_in_english_on_sqlite() {
    another_provider_signs_people_in(Look::EnglishLight, Product::Sqlite).await;
}

#[tokio::test]
async fn s028_s029_s031_s032_l05_another_provider_signs_people_in_in_german_on_postgresql() {
    another_provider_signs_people_in(Look::GermanDark, Product::Postgres).await;
}

async fn another_provider_signs_people_in(look: Look, product: Product) {
    let database = TestDatabase::new(product).await;
    let provider = Provider::start(&[MARIA.address, STRANGER, OWNERS_ACCOUNT]).await;
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let chosen = ChosenBrowser::of(&desktop);
    let settings = provider.settings();
    let service = Service::demo_on(&desktop, database.url(), &settings).await;
    let browser = Browser::start(&desktop).await;
    let world = World {
        origin: service.origin.clone(),
        provider,
        chosen,
        browser,
    };
    let scene = Scene::on(desktop, Arc::new(service), "other-provider", look).await;
    let witness = scene.witness(SECOND).await;

    let me = scene.enter(OWNER).await;
    adds_somebody_without_a_password(&me).await;
    let me = scene.leave(OWNER).await;
    follows_the_invitation(&world, &witness).await;
    signs_in_there(&me, &world).await;
    let code = letters::code(&world.browser, &world.origin, MARIAS_LANGUAGE).await;
    me.fill("mailed-code-label", &code).await;
    me.press("second-factor-submit").await;
    me.offers(data(MARIA.name)).await;
    me.picture("in").await;

    let me = scene.change_seats(MARIA, OWNER).await;
    links_their_own(&me, &world).await;
    let me = scene.leave(OWNER).await;
    is_led_to_the_provider(&me, &world).await;
    world
        .provider
        .sign_in(&world.browser.page, OWNERS_ACCOUNT)
        .await;
    world.is_back(&me).await;
    me.offers(data(OWNER.name)).await;
    world.browser.close().await;
    scene.close().await;
}

async fn adds_somebody_without_a_password(me: &Seat<'_>) {
    me.goes_to("screen-users").await;
    me.press("users-add").await;
    me.fill("add-email", MARIA.address).await;
    me.choose("way-microsoft").await;
    me.fill("add-given-name", "Maria").await;
    me.fill("add-family-name", "Sommer").await;
    me.picture("who").await;
    me.press("add-next").await;
    me.choose("role-cashier").await;
    me.choose("scope-all").await;
    me.press("add-next").await;
    me.picture("review").await;
    me.press("add-save").await;
    me.press("offer-send").await;
    me.shows("panel-resend").await;
    me.press("users-close").await;
}

/// The link leads to the provider. Only the account of the invited address is taken; then the person is
/// active, and nobody asked for a password.
async fn follows_the_invitation(world: &World, witness: &Witness) {
    let subject = say("invitation-subject").with("customer", "Bäckerei Sonnenschein AG");
    letters::open(&world.browser, &world.origin, MARIAS_LANGUAGE, subject).await;
    let page = &world.browser.page;
    world.reads("external-title").await;
    world.press("external-submit-microsoft").await;
    world.provider.sign_in_and_accept(page, STRANGER).await;
    // The page puts marks of direction around what it names.
    world
        .reads(say("external-refused-address").with("name", OPEN))
        .await;
    let invited = UserStatusKind::ActivationLinkSent;
    assert_eq!(witness.status("Sommer").await, invited);
    world.press("external-submit-microsoft").await;
    world.provider.sign_in_and_accept(page, MARIA.address).await;
    world.reads("external-done-microsoft").await;
    let maria = witness.user("Sommer").await;
    assert_eq!(maria.status.kind, UserStatusKind::Active);
    assert_eq!(maria.sign_in_way, SignInWay::External);
}

/// An account that is nobody's here opens nothing; Maria's, which has accepted once, leads to the code in her
/// mailbox. The two have never sat at one computer.
async fn signs_in_there(me: &Seat<'_>, world: &World) {
    let page = &world.browser.page;
    page.forget_cookies().await;
    is_led_to_the_provider(me, world).await;
    world.provider.sign_in_and_accept(page, STRANGER).await;
    world.is_back(me).await;
    me.shows("problem-identity_unknown").await;
    me.picture("unknown").await;
    page.forget_cookies().await;
    is_led_to_the_provider(me, world).await;
    world.provider.sign_in(page, MARIA.address).await;
    world.is_back(me).await;
    me.shows(say("mailed-code-intro").with("address", OPEN))
        .await;
    me.picture("code").await;
}

/// The app opens the browser of the system.
async fn is_led_to_the_provider(me: &Seat<'_>, world: &World) {
    me.press("sign-in-microsoft").await;
    me.shows("browser-wait-title").await;
    me.picture("waits").await;
    world.browser.page.go(&world.chosen.next().await).await;
}

/// In the profile, where the password that was just shown is proof enough; its address does not matter.
async fn links_their_own(me: &Seat<'_>, world: &World) {
    me.goes_to_own("screen-profile", OWNER.name).await;
    me.shows("profile-external-none").await;
    me.press("profile-external-link").await;
    let page = &world.browser.page;
    page.go(&world.chosen.next().await).await;
    world
        .provider
        .sign_in_and_accept(page, OWNERS_ACCOUNT)
        .await;
    world.is_back(me).await;
    me.shows(say("profile-external-since").with("date", OPEN))
        .await;
    me.picture("linked").await;
}
