//! The shop owner composes roles and groups, asks the other administrator for what takes two, and sets
//! what the shop demands of passwords.

use keyholder_contract::{location_group::LocationGroup, location_request::LocationRequestQuery};
use keyholder_domain::{location_request::RequestState, permission::Permission, role::BuiltInRole};

use super::{OWNER, SECOND};
use crate::{
    desktop::paths::OPEN,
    scene::{Look, Scene},
    seat::Seat,
    witness::Witness,
    words::{data, say},
};

const ROLE: &str = "Backstube";
const GROUP: &str = "Mittelland";

#[tokio::test]
async fn the_owner_makes_the_rules_in_english_and_light() {
    the_owner_makes_the_rules(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_owner_makes_the_rules_in_german_and_dark() {
    the_owner_makes_the_rules(Look::GermanDark).await;
}

async fn the_owner_makes_the_rules(look: Look) {
    let scene = Scene::set("owner-rules", look).await;
    let witness = scene.witness(SECOND).await;
    let me = scene.enter(OWNER).await;
    me.goes_to("screen-roles").await;
    asks_who_can(&me).await;
    composes_a_role(&me, &witness).await;
    deletes_the_role(&me, &witness).await;
    me.goes_to("screen-locations").await;
    groups_locations(&me, &witness).await;
    asks_for_a_location(&me, &witness).await;
    me.goes_to("screen-security").await;
    demands_longer_passwords(&me, &witness).await;
    asks_for_less(&me).await;
    let second = scene.change_seats(OWNER, SECOND).await;
    agrees(&second, &witness).await;
    scene.close().await;
}

/// From a cell of the matrix to everybody who can, and through what.
async fn asks_who_can(me: &Seat<'_>) {
    let allows = |id: &'static str, role: &'static str| {
        say(id)
            .with("role", say(role))
            .with("permission", say("permission-batch-submit"))
    };
    me.offers(allows("matrix-allows-not", "role-cashier")).await;
    me.press(allows("matrix-allows", "role-finance")).await;
    me.shows(say("can-title").with("permission", say("permission-batch-submit")))
        .await;
    me.shows_data("Sofia Marti").await;
    me.shows(say("why-through-role").with("role", say("role-finance")))
        .await;
    me.picture("who-can").await;
    me.press("users-close").await;
}

async fn role_menu(me: &Seat<'_>, role: &str, item: &'static str) {
    me.press(data(role)).await;
    me.press(item).await;
}

/// A copy of a built-in role, with one right more; then one right less. Each time the sentence comes
/// first.
async fn composes_a_role(me: &Seat<'_>, witness: &Witness) {
    let cashier = me.read("role-cashier");
    role_menu(me, &cashier, "role-copy").await;
    me.refuses(
        say("role-create").with("role", say("role-unnamed")),
        "role-needs-name",
    )
    .await;
    me.fill("role-name", ROLE).await;
    me.choose("permission-invoices-edit").await;
    me.shows(
        say("role-effect-new")
            .with("role", ROLE)
            .with("allowed", OPEN),
    )
    .await;
    me.picture("new-role").await;
    me.press(say("role-create").with("role", ROLE)).await;
    me.shows(say("role-saved").with("role", ROLE)).await;
    let made = witness.own_role(ROLE).await.unwrap();
    // Editing brought viewing along.
    assert!(made.permissions.contains(&Permission::InvoicesView));

    role_menu(me, ROLE, "role-edit").await;
    me.choose("permission-invoices-view").await;
    me.shows(
        say("role-effect-loses")
            .with("role", ROLE)
            .with("members", 0)
            .with("lost", OPEN),
    )
    .await;
    me.press(say("role-save").with("role", ROLE)).await;
    me.hides(say("role-edit-title").with("role", ROLE)).await;
    let changed = witness.own_role(ROLE).await.unwrap();
    assert!(!changed.permissions.contains(&Permission::InvoicesEdit));
}

async fn deletes_the_role(me: &Seat<'_>, witness: &Witness) {
    role_menu(me, ROLE, "role-remove").await;
    me.shows(say("role-delete-nobody").with("role", ROLE)).await;
    me.press(say("role-delete").with("role", ROLE)).await;
    me.shows(say("role-deleted").with("role", ROLE)).await;
    assert!(witness.own_role(ROLE).await.is_none());
}

async fn groups(witness: &Witness) -> Vec<LocationGroup> {
    let groups = witness.session.list_location_groups(witness.customer());
    groups.await.unwrap().items
}

/// A group is made, and deleted after saying whom that concerns.
async fn groups_locations(me: &Seat<'_>, witness: &Witness) {
    me.press("location-group-new").await;
    me.fill("location-group-name", GROUP).await;
    me.choose(data("Bern Kramgasse")).await;
    me.choose(data("Basel Freie Strasse")).await;
    me.shows(
        say("location-group-effect-new")
            .with("group", GROUP)
            .with("places", OPEN),
    )
    .await;
    me.picture("new-group").await;
    me.press(say("location-group-create").with("group", GROUP))
        .await;
    me.shows(say("location-group-saved").with("group", GROUP))
        .await;
    let made = groups(witness).await;
    assert!(made.iter().any(|group| group.name == GROUP));

    me.press(say("location-group-delete").with("group", GROUP))
        .await;
    me.shows(say("location-group-delete-nobody").with("group", GROUP))
        .await;
    me.press(say("location-group-delete").with("group", GROUP))
        .await;
    me.shows(say("location-group-deleted").with("group", GROUP))
        .await;
    let left = groups(witness).await;
    assert!(left.iter().all(|group| group.name != GROUP));
}

/// A wish for another location is sent, and taken back.
async fn asks_for_a_location(me: &Seat<'_>, witness: &Witness) {
    const PLACE: &str = "Luzern Seebrücke";
    let waiting = async || {
        let query = LocationRequestQuery::default();
        let requests = witness
            .session
            .list_location_requests(witness.customer(), &query);
        let requests = requests.await.unwrap().items;
        requests
            .iter()
            .any(|request| request.location.name == PLACE && request.state == RequestState::Waiting)
    };
    me.press("request-location").await;
    me.fill("place-name", PLACE).await;
    me.fill("place-city", "Luzern").await;
    me.picture("request").await;
    me.press("request-send").await;
    me.shows(say("request-done").with("name", PLACE)).await;
    assert!(waiting().await);
    me.press(say("request-withdraw").with("name", PLACE)).await;
    me.shows(say("request-withdrawn").with("name", PLACE)).await;
    assert!(!waiting().await);
}

/// Whom a stricter rule concerns stands there before it is saved.
async fn demands_longer_passwords(me: &Seat<'_>, witness: &Witness) {
    let setting = say("security-number-min_chars_alone");
    me.fill(setting.clone(), "14").await;
    me.press("security-review").await;
    me.shows(
        say("security-change-number")
            .with("setting", setting)
            .with("before", 12)
            .with("after", 14),
    )
    .await;
    me.shows(
        say("security-effect-expired")
            .with("before", OPEN)
            .with("after", OPEN),
    )
    .await;
    me.picture("effect").await;
    me.press("security-save").await;
    me.shows("security-saved").await;
    let view = witness.session.read_security_policy(witness.customer());
    assert_eq!(view.await.unwrap().policy.min_chars_alone, 14);
}

/// Nobody changes their own access alone.
async fn asks_for_less(me: &Seat<'_>) {
    me.goes_to("screen-users").await;
    me.looks_at(OWNER.name).await;
    me.press("ask-access-open").await;
    me.choose("role-finance").await;
    me.choose("role-merchant_administrator").await;
    me.shows(
        say("roles-change-loses")
            .with("name", OWNER.name)
            .with("lost", OPEN),
    )
    .await;
    me.picture("ask").await;
    me.press("ask-access-send").await;
    me.shows("approvals-asked-done").await;
    me.press("users-close").await;
    me.goes_to("screen-approvals").await;
    me.offers("approvals-withdraw").await;
    me.lacks(say("approvals-grant").with("name", OWNER.name))
        .await;
}

/// The other administrator reads what it would do, and agrees.
async fn agrees(me: &Seat<'_>, witness: &Witness) {
    me.goes_to("screen-approvals").await;
    me.shows(say("approvals-title-own_access").with("name", OWNER.name))
        .await;
    me.picture("approve").await;
    me.press(say("approvals-grant").with("name", OWNER.name))
        .await;
    me.shows(say("approvals-done-grant").with("name", OWNER.name))
        .await;
    me.shows("change-state-granted").await;
    let roles = witness.user("Brunner").await.roles;
    let built_in: Vec<_> = roles.iter().filter_map(|role| role.built_in).collect();
    assert_eq!(built_in, [BuiltInRole::Finance]);
}
