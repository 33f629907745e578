//! People look after what is theirs: their name and address, a password that somebody else may know,
//! the customers they work at, and an offer of another one.

use keyholder_contract::{
    role::RoleQuery,
    user::{CreateUser, Scope, ScopeKind},
};
use keyholder_domain::{language::Language, role::BuiltInRole, user::UserKind};

use super::{MANAGER, OTHER_SHOP, TWO_CUSTOMERS, letters};
use crate::{
    desktop::browser::Browser,
    scene::{Look, PASSWORD, Scene},
    seat::Seat,
    witness::Witness,
    words::{Words, data, say},
};

const NEW_ADDRESS: &str = "lea.sommer@sonnenschein.example";
const NEW_PASSWORD: &str = "Quitten-Marmelade 1953?";

#[tokio::test]
async fn people_look_after_their_own_in_english_and_light() {
    people_look_after_their_own(Look::EnglishLight).await;
}

#[tokio::test]
async fn people_look_after_their_own_in_german_and_dark() {
    people_look_after_their_own(Look::GermanDark).await;
}

async fn people_look_after_their_own(look: Look) {
    let scene = Scene::set("own-data", look).await;
    let witness = scene.witness(OTHER_SHOP).await;
    let browser = Browser::start(scene.desktop()).await;
    let me = scene.enter(TWO_CUSTOMERS).await;
    works_at_two(&me).await;
    offer_a_membership(&witness).await;
    let me = scene.change_seats(TWO_CUSTOMERS, MANAGER).await;
    accepts_an_offer(&me).await;
    changes_the_address(&me, &browser, &scene.service.origin).await;
    reports_the_password(&me, &browser, &scene.service.origin).await;
    browser.close().await;
    scene.close().await;
}

/// From one customer to the other, and out of it.
async fn works_at_two(me: &Seat<'_>) {
    me.press(data("248113")).await;
    me.shows("customers-current").await;
    me.picture("customers").await;
    me.press(say("customers-choose").with("number", "613207"))
        .await;
    me.offers(data("613207")).await;
    me.shows("mode-test").await;
    me.goes_to_own("screen-profile", TWO_CUSTOMERS.name).await;
    me.press(say("leave-open").with("number", "613207")).await;
    me.press(say("leave-submit").with("name", "Maison Lumière SARL"))
        .await;
    me.shows(say("leave-done").with("name", "Maison Lumière SARL"))
        .await;
    me.lacks(say("leave-open").with("number", "613207")).await;
    me.picture("left").await;
}

/// The lamp shop would have the office manager, too, and learns nothing by it.
async fn offer_a_membership(witness: &Witness) {
    let query = RoleQuery::default();
    let roles = witness.session.list_roles(witness.customer(), &query);
    let roles = roles.await.unwrap().items;
    let support = roles
        .iter()
        .find(|role| role.built_in == Some(BuiltInRole::Support))
        .unwrap();
    let user = CreateUser {
        kind: UserKind::Verified,
        email: Some(MANAGER.address.to_owned()),
        given_name: "Lea".to_owned(),
        family_name: "Schmid".to_owned(),
        language: Language::De,
        role_ids: vec![support.id],
        scope: Scope {
            kind: ScopeKind::All,
            location_ids: Vec::new(),
            group_ids: Vec::new(),
        },
        invite: true,
        ask_approval: false,
        sign_in_way: keyholder_domain::sign_in_way::SignInWay::Password,
    };
    let made = witness.session.create_user(witness.customer(), &user, None);
    made.await.unwrap();
}

/// Looked at first, then accepted with the password.
async fn accepts_an_offer(me: &Seat<'_>) {
    me.press("joining-look").await;
    me.refuses("joining-accept", "joining-needs-password").await;
    me.fill("joining-password", PASSWORD).await;
    me.picture("offer").await;
    me.press("joining-accept").await;
    me.shows(say("joining-done-accept").with("customer", "Maison Lumière SARL"))
        .await;
    me.lacks("joining-look").await;
}

/// It counts once the old and the new one were confirmed.
async fn changes_the_address(me: &Seat<'_>, browser: &Browser, origin: &str) {
    let words = Words::of(Language::De);
    me.goes_to_own("screen-profile", MANAGER.name).await;
    me.press("profile-change-email").await;
    me.fill("profile-new-email", NEW_ADDRESS).await;
    me.fill("profile-current-password", PASSWORD).await;
    me.picture("address").await;
    me.press("profile-change-email-send").await;
    me.shows(say("profile-waiting-own").with("wanted", NEW_ADDRESS))
        .await;
    for subject in ["change-former-subject", "change-new-subject"] {
        letters::open(browser, origin, Language::De, say(subject)).await;
        browser
            .page
            .press(&words.read(&say("confirm-change-submit")))
            .await;
    }
    browser
        .page
        .shows(&words.read(&say("confirm-change-done-title")))
        .await;
    // The screen finds out by itself.
    me.hides(say("profile-waiting-own").with("wanted", NEW_ADDRESS))
        .await;
    me.shows_data(NEW_ADDRESS).await;
    me.picture("changed").await;
}

/// The password opens nothing any more, and a new one is set with the link in the mailbox.
async fn reports_the_password(me: &Seat<'_>, browser: &Browser, origin: &str) {
    me.press("own-password-leaked").await;
    me.shows("leaked-effect-sessions").await;
    me.fill("own-password-current", PASSWORD).await;
    me.picture("leaked").await;
    me.press("leaked-submit").await;
    me.shows("leaked-done-mail").await;
    me.fill("sign-in-name", NEW_ADDRESS).await;
    me.fill("sign-in-password", PASSWORD).await;
    me.press("sign-in-submit").await;
    me.shows("problem-sign_in_failed").await;
    me.picture("refused").await;
    letters::open(browser, origin, Language::De, say("password-reset-subject")).await;
    letters::set_password(browser, Language::De, NEW_PASSWORD).await;
    me.fill("sign-in-password", NEW_PASSWORD).await;
    me.press("sign-in-submit").await;
    me.offers(data(MANAGER.name)).await;
}
