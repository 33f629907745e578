//! Addresses and passwords that went wrong: a name is corrected, a dead mailbox replaced, a forgotten and
//! an expired password give way to new ones.

use keyholder_domain::{language::Language, user_status::UserStatusKind};

use super::{OWNER, SECOND, letters};
use crate::{
    desktop::browser::Browser,
    scene::{Look, PASSWORD, Person, Scene},
    seat::Seat,
    witness::Witness,
    words::{Words, data, say},
};

/// Whose name is wrong, and who forgets the password.
const NORA: Person = Person {
    address: "nora.huber@sonnenschein.example",
    name: "Nora Huber",
};
/// Whose password has expired.
const ROBERT: Person = Person {
    address: "robert.o-neill@sonnenschein.example",
    name: "Robert O’Neill",
};
const DAVID: &str = "David Okafor";
const DAVIDS_NEW_ADDRESS: &str = "david.okafor@tools.example";
const NEW_PASSWORD: &str = "Quitten-Marmelade 1953?";

#[tokio::test]
async fn what_went_wrong_with_mailboxes_is_put_right_in_english_and_light() {
    what_went_wrong_is_put_right(Look::EnglishLight).await;
}

#[tokio::test]
async fn what_went_wrong_with_mailboxes_is_put_right_in_german_and_dark() {
    what_went_wrong_is_put_right(Look::GermanDark).await;
}

async fn what_went_wrong_is_put_right(look: Look) {
    let scene = Scene::set("mailboxes", look).await;
    let witness = scene.witness(SECOND).await;
    let browser = Browser::start(scene.desktop()).await;
    let origin = &scene.service.origin;
    let me = scene.enter(OWNER).await;
    me.goes_to("screen-users").await;
    corrects_a_name(&me, &witness, &browser, origin).await;
    asks_for_another_address(&me, &witness).await;
    let me = scene.change_seats(OWNER, SECOND).await;
    agrees_to_the_address(&me, &witness).await;
    let me = scene.leave(SECOND).await;
    forgets_the_password(&me, &browser, origin).await;
    let me = scene
        .leave(Person {
            name: "Nora Huber-Frei",
            ..NORA
        })
        .await;
    replaces_an_expired_password(&me).await;
    browser.close().await;
    scene.close().await;
}

/// Proposed by the owner; nothing changes before the person has confirmed.
async fn corrects_a_name(me: &Seat<'_>, witness: &Witness, browser: &Browser, origin: &str) {
    me.looks_at(NORA.name).await;
    me.turns_to("panel-security").await;
    me.press("correction-open").await;
    me.refuses("correction-send", "correction-same").await;
    me.fill("correction-family-name", "Huber-Frei").await;
    me.picture("correction").await;
    me.press("correction-send").await;
    me.shows(say("correction-done").with("name", NORA.name))
        .await;
    me.press("users-close").await;
    assert_eq!(witness.user("Huber").await.family_name, "Huber");
    let subject = say("correction-subject").with("customer", "Bäckerei Sonnenschein AG");
    letters::open(browser, origin, Language::De, subject).await;
    let words = Words::of(Language::De);
    let page = &browser.page;
    page.shows("Huber-Frei").await;
    page.press(&words.read(&say("confirm-change-submit"))).await;
    page.shows(&words.read(&say("confirm-change-done-title")))
        .await;
    assert_eq!(witness.user("Huber").await.family_name, "Huber-Frei");
}

/// Nobody moves a sign-in alone.
async fn asks_for_another_address(me: &Seat<'_>, witness: &Witness) {
    me.looks_at(DAVID).await;
    me.turns_to("panel-security").await;
    me.press("dead-mailbox-open").await;
    me.shows(say("dead-mailbox-how").with("name", DAVID)).await;
    me.fill("dead-mailbox-email", DAVIDS_NEW_ADDRESS).await;
    me.picture("dead").await;
    me.press("dead-mailbox-send").await;
    me.shows("approvals-asked-done").await;
    me.press("users-close").await;
    assert_ne!(
        witness.user("Okafor").await.sign_in_name,
        DAVIDS_NEW_ADDRESS
    );
}

async fn agrees_to_the_address(me: &Seat<'_>, witness: &Witness) {
    me.goes_to("screen-approvals").await;
    me.shows(
        say("approvals-mailbox")
            .with("name", DAVID)
            .with("email", DAVIDS_NEW_ADDRESS),
    )
    .await;
    me.picture("agree").await;
    me.press(say("approvals-grant").with("name", DAVID)).await;
    me.shows(say("approvals-done-grant").with("name", DAVID))
        .await;
    let david = witness.user("Okafor").await;
    assert_eq!(david.sign_in_name, DAVIDS_NEW_ADDRESS);
    assert_eq!(david.status.kind, UserStatusKind::ActivationLinkSent);
}

/// A link in the mailbox sets a new one; the old one opens nothing any more.
async fn forgets_the_password(me: &Seat<'_>, browser: &Browser, origin: &str) {
    me.press("sign-in-forgotten").await;
    me.fill("forgotten-name", NORA.address).await;
    me.picture("forgotten").await;
    me.press("forgotten-submit").await;
    me.shows("forgotten-done").await;
    letters::open(browser, origin, Language::De, say("password-reset-subject")).await;
    letters::set_password(browser, Language::De, NEW_PASSWORD).await;
    me.press("forgotten-back").await;
    signs_in(me, NORA.address, PASSWORD).await;
    me.shows("problem-sign_in_failed").await;
    signs_in(me, NORA.address, NEW_PASSWORD).await;
    me.offers(data("Nora Huber-Frei")).await;
}

/// Right, but too old: a new one is set before the session begins, and the old one is not taken again.
async fn replaces_an_expired_password(me: &Seat<'_>) {
    signs_in(me, ROBERT.address, PASSWORD).await;
    me.shows("expired-intro").await;
    for field in ["password-new", "password-repeat"] {
        me.fill(field, PASSWORD).await;
    }
    me.press("expired-submit").await;
    me.shows("field-reused").await;
    me.picture("expired").await;
    for field in ["password-new", "password-repeat"] {
        me.fill(field, NEW_PASSWORD).await;
    }
    me.press("expired-submit").await;
    me.offers(data(ROBERT.name)).await;
}

async fn signs_in(me: &Seat<'_>, name: &str, password: &str) {
    me.fill("sign-in-name", name).await;
    me.fill("sign-in-password", password).await;
    me.press("sign-in-submit").await;
}
