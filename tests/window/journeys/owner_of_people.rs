//! The shop owner looks after the people: one after the other, from the list and from the details.

use keyholder_contract::user::ScopeKind;
use keyholder_domain::{permission::Permission, role::BuiltInRole, user_status::UserStatusKind};

use super::{OWNER, SECOND};
use crate::{
    desktop::paths::OPEN,
    scene::{Look, Scene},
    seat::Seat,
    witness::Witness,
    words::{data, say},
};

const NORA: &str = "Nora Huber";
const MARCO: &str = "Marco Bernasconi";
const MANUELA: &str = "Manuela Koch";
const BEAT: &str = "Beat Aeschlimann";
const URS: &str = "Urs Gerber";

#[tokio::test]
async fn the_owner_looks_after_people_in_english_and_light() {
    the_owner_looks_after_people(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_owner_looks_after_people_in_german_and_dark() {
    the_owner_looks_after_people(Look::GermanDark).await;
}

async fn the_owner_looks_after_people(look: Look) {
    let scene = Scene::set("owner-people", look).await;
    let witness = scene.witness(SECOND).await;
    let me = scene.enter(OWNER).await;
    me.goes_to("screen-users").await;
    switches_off_and_on(&me, &witness).await;
    gives_a_role(&me, &witness).await;
    gives_a_right_and_asks_why(&me, &witness).await;
    gives_a_group_of_locations(&me, &witness).await;
    deletes_and_takes_back(&me, &witness).await;
    lifts_a_lock(&me, &witness).await;
    hands_a_link_over(&me).await;
    gives_an_address(&me, &witness).await;
    scene.close().await;
}

/// Deactivates, and takes it back in the toast; while that stands, the letters still work.
async fn switches_off_and_on(me: &Seat<'_>, witness: &Witness) {
    me.looks_at(NORA).await;
    me.press("user-action-deactivate").await;
    me.shows(say("users-done-deactivate").with("name", NORA))
        .await;
    me.shows("status-deactivated").await;
    me.picture("deactivated").await;
    assert_eq!(witness.status("Huber").await, UserStatusKind::Deactivated);
    me.press("users-undo").await;
    me.shows(say("users-done-reactivate").with("name", NORA))
        .await;
    assert_eq!(witness.status("Huber").await, UserStatusKind::Active);
    me.press("users-close").await;
    me.keys("/").await;
    me.is_at("users-search").await;
}

/// One sentence says what is gained before it is saved.
async fn gives_a_role(me: &Seat<'_>, witness: &Witness) {
    me.looks_at(NORA).await;
    me.press("user-action-change_roles").await;
    me.refuses(
        say("roles-change-save").with("name", NORA),
        say("roles-change-none").with("name", NORA),
    )
    .await;
    me.choose("role-auditor").await;
    me.shows(
        say("roles-change-gains")
            .with("name", NORA)
            .with("gained", OPEN),
    )
    .await;
    me.picture("roles").await;
    me.press(say("roles-change-save").with("name", NORA)).await;
    me.shows(say("users-done-change_roles").with("name", NORA))
        .await;
    let roles = witness.user("Huber").await.roles;
    assert!(
        roles
            .iter()
            .any(|role| role.built_in == Some(BuiltInRole::Auditor))
    );
}

/// A right beside the roles, what it rests on, and what would take it away.
async fn gives_a_right_and_asks_why(me: &Seat<'_>, witness: &Witness) {
    me.press("user-action-change_permissions").await;
    me.choose("permission-api-webhooks").await;
    me.shows(
        say("roles-change-gains")
            .with("name", NORA)
            .with("gained", say("permission-api-webhooks")),
    )
    .await;
    me.press(say("rights-save").with("name", NORA)).await;
    me.shows(say("rights-saved").with("name", NORA)).await;
    let rights = witness.user("Huber").await.rights;
    assert!(
        rights
            .iter()
            .any(|right| right.permission == Permission::ApiWebhooks && right.direct)
    );
    me.press("permission-api-webhooks").await;
    me.shows(say("why-yes").with("name", NORA)).await;
    me.shows(say("why-change-take_direct").with("permission", say("permission-api-webhooks")))
        .await;
    me.picture("why").await;
    me.escape().await;
    me.press("users-close").await;
}

/// A group of locations in place of the one: what is gained is named by the locations.
async fn gives_a_group_of_locations(me: &Seat<'_>, witness: &Witness) {
    me.looks_at(MARCO).await;
    me.press("user-action-change_scope").await;
    me.choose(data("Region Zürich")).await;
    me.shows(
        say("scope-change-gains")
            .with("name", MARCO)
            .with("gained", OPEN),
    )
    .await;
    me.picture("locations").await;
    me.press(say("scope-change-save").with("name", MARCO)).await;
    me.shows(say("users-done-change_scope").with("name", MARCO))
        .await;
    let scope = witness.user("Bernasconi").await.scope;
    assert_eq!(scope.kind, ScopeKind::Only);
    assert_eq!(scope.group_ids.len(), 1);
    me.press("users-close").await;
}

/// The red bin, undone at once; then again, and restored from the bin.
async fn deletes_and_takes_back(me: &Seat<'_>, witness: &Witness) {
    me.finds(URS).await;
    let bin = say("users-row-delete").with("name", URS);
    me.press(bin.clone()).await;
    me.shows(say("users-done-delete").with("name", URS)).await;
    me.picture("deleted").await;
    assert_eq!(witness.status("Gerber").await, UserStatusKind::Deleted);
    me.press("users-undo").await;
    me.shows(say("users-done-restore").with("name", URS)).await;
    me.finds(URS).await;
    me.press(bin).await;
    me.lacks(say("users-row-open").with("name", URS)).await;
    me.press(
        say("life-count")
            .with("name", say("life-bin"))
            .with("count", "1"),
    )
    .await;
    me.press(say("users-row-open").with("name", URS)).await;
    me.shows("life-bin-title").await;
    me.picture("bin").await;
    me.press("user-action-restore").await;
    me.offers("user-action-change_roles").await;
    assert_eq!(witness.status("Gerber").await, UserStatusKind::Active);
    me.press("users-close").await;
    me.press("users-filters-clear").await;
}

/// From the button that the row offers because it is due.
async fn lifts_a_lock(me: &Seat<'_>, witness: &Witness) {
    me.finds(MANUELA).await;
    me.shows("status-locked_attempts").await;
    me.press(say("users-row-unlock").with("name", MANUELA))
        .await;
    me.shows(say("users-done-unlock").with("name", MANUELA))
        .await;
    me.shows("status-active").await;
    assert_eq!(witness.status("Manuela").await, UserStatusKind::Active);
}

/// Somebody without an address gets a link with a picture, and a code to be told separately.
async fn hands_a_link_over(me: &Seat<'_>) {
    me.looks_at(BEAT).await;
    me.press("panel-make-reset-link").await;
    me.shows(say("link-reset-title").with("name", BEAT)).await;
    me.shows("link-code-advice").await;
    me.picture("link").await;
    me.press("link-close").await;
    me.hides("link-code-advice").await;
}

/// Then gets an address to sign in with, after reading what that ends.
async fn gives_an_address(me: &Seat<'_>, witness: &Witness) {
    const ADDRESS: &str = "beat.aeschlimann@sonnenschein.example";
    me.press("user-action-convert").await;
    me.shows("life-convert-final").await;
    me.refuses("life-convert-send", "life-convert-missing")
        .await;
    me.fill("add-email", ADDRESS).await;
    me.picture("convert").await;
    me.press("life-convert-send").await;
    me.shows(
        say("life-convert-done")
            .with("name", BEAT)
            .with("email", ADDRESS),
    )
    .await;
    me.shows("status-activation_link_sent").await;
    assert_eq!(witness.user("Aeschlimann").await.sign_in_name, ADDRESS);
}
