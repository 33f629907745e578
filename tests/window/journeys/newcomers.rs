//! The owner has a look at how the shop stands, gives it a name, and adds a list of people at once.

use keyholder_domain::user_status::UserStatusKind;

use super::{OWNER, SECOND};
use crate::{
    scene::{Look, Scene},
    seat::Seat,
    witness::Witness,
    words::{data, say},
};

/// As it is pasted: in three forms, with one that stands there twice and one that is no address.
const LIST: &str = "Nina Hofer <nina.hofer@sonnenschein.example>, ben.wolf@sonnenschein.example; \
    nina.hofer@sonnenschein.example, nobody at all";

#[tokio::test]
async fn the_owner_adds_a_list_of_people_in_english_and_light() {
    the_owner_adds_a_list_of_people(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_owner_adds_a_list_of_people_in_german_and_dark() {
    the_owner_adds_a_list_of_people(Look::GermanDark).await;
}

async fn the_owner_adds_a_list_of_people(look: Look) {
    let scene = Scene::set("newcomers", look).await;
    let witness = scene.witness(SECOND).await;
    let me = scene.enter(OWNER).await;
    sees_how_it_stands(&me).await;
    names_the_shop(&me, &witness).await;
    adds_a_list(&me, &witness).await;
    scene.close().await;
}

/// Bars and columns, and the way from "who needs attention" to those people.
async fn sees_how_it_stands(me: &Seat<'_>) {
    me.goes_to("screen-home").await;
    for chart in ["chart-statuses", "chart-invitations", "chart-sign-ins"] {
        me.shows(chart).await;
    }
    me.picture("home").await;
    me.press("status-locked_inactivity").await;
    me.shows_data("Hélène Girard").await;
    me.shows_data("Stefan Wyss").await;
    me.hides(data("Nora Huber")).await;
    me.picture("locked").await;
}

/// Beside the customer ID, for everybody who works there.
async fn names_the_shop(me: &Seat<'_>, witness: &Witness) {
    const ALIAS: &str = "backstube";
    me.press(data("248113")).await;
    me.press(say("alias-change").with("number", "248113")).await;
    me.refuses("alias-save", "alias-same").await;
    me.fill("alias-label", ALIAS).await;
    me.picture("alias").await;
    me.press("alias-save").await;
    me.shows(say("alias-done").with("number", "248113")).await;
    me.shows_data(ALIAS).await;
    let own = witness.session.read_me().await.unwrap().memberships;
    assert!(
        own.iter()
            .any(|membership| membership.customer.alias.as_deref() == Some(ALIAS))
    );
}

/// What cannot be added is named before anything is, and all are invited in one go.
async fn adds_a_list(me: &Seat<'_>, witness: &Witness) {
    me.goes_to("screen-users").await;
    me.press("users-add").await;
    me.choose("add-kind-several").await;
    me.fill("several-addresses", LIST).await;
    me.press("add-next").await;
    me.choose("role-cashier").await;
    me.choose("scope-all").await;
    me.press("add-next").await;
    me.shows("several-not_an_email").await;
    me.picture("list").await;
    me.press(say("several-save").with("count", 2)).await;
    me.shows(say("several-offer").with("count", 2)).await;
    me.press(say("several-invite").with("count", 2)).await;
    me.shows(say("bulk-progress").with("done", "2").with("total", "2"))
        .await;
    me.shows("bulk-finished").await;
    me.picture("invited").await;
    me.press("users-close").await;
    for name in ["Nina", "Wolf"] {
        let invited = UserStatusKind::ActivationLinkSent;
        assert_eq!(witness.status(name).await, invited, "{name}");
    }
}
