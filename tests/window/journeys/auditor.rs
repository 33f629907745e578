//! The auditor reads what was done, checks the chain, takes a table along, and can change nothing.

use std::{fs, path::PathBuf};

use super::{AUDITOR, OWNER, SECOND};
use crate::{
    desktop::{Desktop, running::eventually},
    scene::{Look, Scene},
    seat::Seat,
    words::{data, say},
};

const PETRA: &str = "Petra Lang";

#[tokio::test]
async fn the_auditor_reads_in_english_and_light() {
    the_auditor_reads(Look::EnglishLight).await;
}

#[tokio::test]
async fn the_auditor_reads_in_german_and_dark() {
    the_auditor_reads(Look::GermanDark).await;
}

async fn the_auditor_reads(look: Look) {
    let scene = Scene::set("auditor", look).await;
    let witness = scene.witness(SECOND).await;
    // Something to read of: done elsewhere, by somebody else.
    let petra = witness.user("Petra").await;
    let done = witness
        .session
        .reactivate_user(witness.customer(), petra.id, petra.version);
    done.await.unwrap();
    let me = scene.enter(AUDITOR).await;
    can_change_nothing(&me).await;
    me.goes_to("screen-activity").await;
    finds_what_was_done(&me).await;
    takes_a_table_along(&me, scene.desktop()).await;
    reads_the_matrix(&me).await;
    scene.close().await;
}

/// What needs another right stands there, locked, and says which; the screens of others are absent.
async fn can_change_nothing(me: &Seat<'_>) {
    me.goes_to("screen-users").await;
    me.looks_at(PETRA).await;
    me.refuses("users-add", "permission-users-manage").await;
    me.refuses("user-action-deactivate", "permission-users-manage")
        .await;
    me.picture("locked").await;
    me.press("users-close").await;
    me.lacks("screen-approvals").await;
    me.goes_to("screen-security").await;
    me.shows("security-locked").await;
}

/// By what was done; the entry says who, to whom, and from which device.
async fn finds_what_was_done(me: &Seat<'_>) {
    me.shows(say("activity-check-again")).await;
    me.press("activity-filter-action").await;
    me.choose("audit-user_reactivated").await;
    me.escape().await;
    let sentence = say("activity-did-user_reactivated")
        .with("actor", SECOND.name)
        .with("target", PETRA);
    me.shows(sentence.clone()).await;
    me.picture("found").await;
    me.opens_row(sentence).await;
    me.shows_data("Witness").await;
    me.press(data(PETRA)).await;
    me.offers("panel-activity").await;
    me.picture("person").await;
    me.press("users-close").await;
    me.goes_to("screen-activity").await;
}

/// As a file among the downloads, which holds what the list shows.
async fn takes_a_table_along(me: &Seat<'_>, desktop: &Desktop) {
    me.press("activity-export").await;
    me.press("activity-export-csv").await;
    me.offers("activity-show-folder").await;
    me.picture("exported").await;
    eventually("the table is among the downloads", async || {
        tables(desktop)
            .iter()
            .any(|table| fs::read_to_string(table).is_ok_and(|text| text.contains(PETRA)))
    })
    .await;
}

fn tables(desktop: &Desktop) -> Vec<PathBuf> {
    // A home without a folder for downloads, as this one is, takes them itself.
    let downloads = fs::read_dir(desktop.home()).unwrap();
    downloads
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "csv"))
        .collect()
}

/// Who could do what, and no way to change it.
async fn reads_the_matrix(me: &Seat<'_>) {
    me.goes_to("screen-roles").await;
    me.refuses("role-new", "permission-roles-manage").await;
    me.press(
        say("matrix-allows")
            .with("role", say("role-merchant_administrator"))
            .with("permission", say("permission-users-manage")),
    )
    .await;
    me.shows_data(OWNER.name).await;
    me.press("users-close").await;
}
