//! The office manager serves the people of two locations, several at once, and meets the limits of that.

use keyholder_domain::user_status::UserStatusKind;

use super::{MANAGER, SECOND};
use crate::{
    desktop::paths::OPEN,
    scene::{Look, Scene},
    seat::Seat,
    witness::Witness,
    words::{data, say},
};

const JONAS: &str = "Jonas Weber";
const MARCO: &str = "Marco Bernasconi";
const NEWCOMER: &str = "mia.suter@sonnenschein.example";

#[tokio::test]
async fn the_office_manager_serves_two_locations_in_english_and_light() {
    the_office_manager_serves_two_locations(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_office_manager_serves_two_locations_in_german_and_dark() {
    the_office_manager_serves_two_locations(Look::GermanDark).await;
}

async fn the_office_manager_serves_two_locations(look: Look) {
    let scene = Scene::set("office", look).await;
    let witness = scene.witness(SECOND).await;
    let me = scene.enter(MANAGER).await;
    sees_nobody_else(&me).await;
    adds_somebody(&me, &witness).await;
    moves_two_and_takes_it_back(&me, &witness).await;
    switches_two_off_and_on(&me, &witness).await;
    keeps_a_filter(&me).await;
    meets_the_limits(&me).await;
    scene.close().await;
}

/// Who works elsewhere is not found, by any word.
async fn sees_nobody_else(me: &Seat<'_>) {
    me.goes_to("screen-users").await;
    me.fill("users-search", "Marti").await;
    me.shows(say("users-none-found").with("search", "Marti"))
        .await;
    me.picture("nobody").await;
    me.press("users-show-all").await;
    me.shows_data(JONAS).await;
}

/// With a role that the manager holds, at one of the own locations; the invitation goes later.
async fn adds_somebody(me: &Seat<'_>, witness: &Witness) {
    me.press("users-add").await;
    me.fill("add-email", NEWCOMER).await;
    me.fill("add-given-name", "Mia").await;
    me.fill("add-family-name", "Sommerhalder").await;
    me.press("add-next").await;
    me.shows("roles-not-grantable").await;
    me.shows("add-reach-limited").await;
    me.choose("role-cashier").await;
    me.choose("scope-only").await;
    me.choose(data("Winterthur Altstadt")).await;
    me.picture("access").await;
    me.press("add-next").await;
    me.shows(
        say("add-review-verified")
            .with("scope", "only")
            .with("role_count", 1)
            .with("name", "Mia Sommerhalder")
            .with("email", NEWCOMER)
            .with("roles", say("role-cashier"))
            .with("locations", "Winterthur Altstadt"),
    )
    .await;
    me.press("add-save").await;
    me.press("offer-later").await;
    me.shows("status-not_invited").await;
    me.picture("added").await;
    assert_eq!(
        witness.status("Sommerhalder").await,
        UserStatusKind::NotInvited
    );
    me.press("users-close").await;
    me.press(say("users-row-invite").with("name", "Mia Sommerhalder"))
        .await;
    me.shows(say("users-done-invite").with("name", "Mia Sommerhalder"))
        .await;
    assert_eq!(
        witness.status("Sommerhalder").await,
        UserStatusKind::ActivationLinkSent
    );
}

async fn select_two(me: &Seat<'_>) {
    me.tick_row(JONAS).await;
    me.tick_row(MARCO).await;
    me.shows(say("bulk-selected").with("count", 2)).await;
}

async fn ends(me: &Seat<'_>) {
    me.shows(say("bulk-progress").with("done", "2").with("total", "2"))
        .await;
    me.shows("bulk-finished").await;
}

/// The locations of several, after one sentence; the way back puts each where they were.
async fn moves_two_and_takes_it_back(me: &Seat<'_>, witness: &Witness) {
    let places = async || {
        let [jonas, marco] =
            ["Weber", "Bernasconi"].map(async |name| witness.user(name).await.scope);
        (jonas.await.location_ids, marco.await.location_ids)
    };
    let before = places().await;
    select_two(me).await;
    me.press("bulk-access").await;
    me.press("bulk-menu-set_scope").await;
    me.refuses(
        say("bulk-set_scope").with("count", 2),
        "scope-change-choose",
    )
    .await;
    me.choose(data("Zürich Bahnhofstrasse")).await;
    me.picture("several").await;
    me.press(say("bulk-set_scope").with("count", 2)).await;
    ends(me).await;
    let moved = places().await;
    assert_eq!((&moved.0, &moved.1), (&before.0, &before.0));
    me.picture("results").await;
    me.press("users-undo").await;
    me.shows(say("bulk-put_back").with("count", 2)).await;
    ends(me).await;
    assert_eq!(places().await, before);
    me.press("users-close").await;
    me.hides("bulk-finished").await;
}

async fn switches_two_off_and_on(me: &Seat<'_>, witness: &Witness) {
    select_two(me).await;
    me.press(say("bulk-deactivate").with("count", 2)).await;
    me.shows("bulk-deactivate-means").await;
    me.press(say("bulk-deactivate").with("count", 2)).await;
    ends(me).await;
    assert_eq!(witness.status("Weber").await, UserStatusKind::Deactivated);
    me.press("users-undo").await;
    me.shows(say("bulk-reactivate").with("count", 2)).await;
    ends(me).await;
    assert_eq!(witness.status("Weber").await, UserStatusKind::Active);
    me.press("users-close").await;
    me.hides("bulk-finished").await;
}

/// Under a name of their own; put on again with one press, and given up.
async fn keeps_a_filter(me: &Seat<'_>) {
    const KEPT: &str = "Kassen in Winterthur";
    me.fill("users-search", "Weber").await;
    me.hides(data(MARCO)).await;
    me.press("filters-title").await;
    me.press("filters-save").await;
    me.refuses("filters-save-do", "filters-name-missing").await;
    me.fill("filters-name", KEPT).await;
    me.press("filters-save-do").await;
    me.shows(say("filters-saved").with("name", KEPT)).await;
    me.fill("users-search", "").await;
    me.shows_data(MARCO).await;
    me.press("filters-title").await;
    me.press(data(KEPT)).await;
    me.hides(data(MARCO)).await;
    me.picture("filter").await;
    me.press("filters-title").await;
    me.press("filters-manage").await;
    me.press(say("filters-delete").with("name", KEPT)).await;
    me.shows("filters-none-kept").await;
    me.press("users-close").await;
}

/// Groups, wishes and rules are for who reaches every location; each says so, and who can help.
async fn meets_the_limits(me: &Seat<'_>) {
    me.goes_to("screen-locations").await;
    me.shows("locations-hint-limited").await;
    me.hides(data("Bern Kramgasse")).await;
    me.refuses("location-group-new", "permission-locations-manage")
        .await;
    me.refuses("request-location", "permission-account-settings")
        .await;
    me.picture("locations").await;
    me.goes_to("screen-security").await;
    me.shows("security-locked").await;
    me.lacks("security-review").await;
    me.picture("security").await;
    me.goes_to("screen-users").await;
    me.looks_at(MANAGER.name).await;
    me.refuses(
        "user-action-change_roles",
        say("locked-own_access").with("who", OPEN),
    )
    .await;
    me.picture("own").await;
}
