//! Somebody brings their accounts over from another program, sees where the keys are kept, and saves a sheet
//! of paper that a phone reads.

use std::{fs, path::Path, process::Command};

use super::AUDITOR;
use crate::{
    desktop::{
        browser::Browser,
        running::{eventually, succeed},
    },
    scene::{Look, Scene},
    seat::Seat,
    words::{data, say},
};

const SEED: &str = "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U";
const FILE: &str = "export.txt";

#[tokio::test]
async fn goal_somebody_brings_their_accounts_over_in_english_and_light() {
    somebody_brings_their_accounts_over(Look::EnglishLight).await;
}

#[tokio::test]
async fn goal_somebody_brings_their_accounts_over_in_german_and_dark() {
    somebody_brings_their_accounts_over(Look::GermanDark).await;
}

async fn somebody_brings_their_accounts_over(look: Look) {
    let scene = Scene::set("codes", look).await;
    let me = scene.enter(AUDITOR).await;
    me.goes_to_own("screen-codes", AUDITOR.name).await;
    me.press("vault-create").await;
    me.shows("codes-empty").await;
    chooses_a_file(&scene, &me).await;
    sees_where_keys_are(&me).await;
    prints(&scene, &me).await;
    scene.close().await;
}

/// In the dialog of the system, by typing where the file is.
async fn chooses_a_file(scene: &Scene, me: &Seat<'_>) {
    let path = scene.desktop().home().join(FILE);
    let list = format!(
        "otpauth://totp/Parcels:claire?secret={SEED}&issuer=Parcels\n\
         otpauth://totp/Broken:claire?secret={SEED}0&issuer=Broken\n"
    );
    fs::write(&path, list).unwrap();
    me.press("import-title").await;
    me.picture("import").await;
    me.press("import-choose-file").await;
    types_into_the_dialog(scene, &me.read("import-choose-file"), &path).await;
    me.shows(
        say("import-found-in")
            .with("count", 1)
            .with("file", data(FILE)),
    )
    .await;
    me.shows_data("Broken: claire").await;
    me.picture("preview").await;
    me.press(say("import-send").with("count", 1)).await;
    me.shows(say("import-added").with("count", 1)).await;
    me.shows_data("Parcels").await;
}

/// What is typed while the dialog still draws itself is lost: whoever sees that types it again.
async fn types_into_the_dialog(scene: &Scene, title: &str, path: &Path) {
    let title = format!("^{title}$");
    let mut shown = scene.desktop().command("xdotool");
    shown.args(["search", "--sync", "--onlyvisible", "--name", &title]);
    succeed(shown).await;
    eventually("the dialog takes the file", async || {
        let mut look = scene.desktop().command("xdotool");
        look.args(["search", "--onlyvisible", "--name", &title]);
        if !look.output().await.unwrap().status.success() {
            return true;
        }
        let mut typed = scene.desktop().command("xdotool");
        typed
            .args(["search", "--onlyvisible", "--name", &title])
            .args(["windowfocus", "key", "ctrl+l", "key", "ctrl+a"])
            .args(["type", "--delay", "15"])
            .arg(path);
        let _ = typed.output().await.unwrap();
        let mut pressed = scene.desktop().command("xdotool");
        pressed.args(["sleep", "0.3", "key", "Return", "sleep", "0.5"]);
        succeed(pressed).await;
        false
    })
    .await;
}

async fn sees_where_keys_are(me: &Seat<'_>) {
    me.press("codes-tools").await;
    me.press("keys-title").await;
    me.shows("keys-service-lead").await;
    me.shows(say("keys-in-keychain").with("name", "Secret Service"))
        .await;
    me.shows_data("authenticator.vault").await;
    me.picture("keys").await;
    me.press("keys-set-passphrase").await;
    me.fill("keys-new-passphrase", "nine loud harbours").await;
    me.fill("vault-passphrase-again", "nine loud harbours")
        .await;
    me.press("keys-send-set_passphrase").await;
    me.shows("keys-passphrase-opens").await;
    me.press("keys-back").await;
}

/// The sheet as a browser shows it, read by another program.
async fn prints(scene: &Scene, me: &Seat<'_>) {
    me.press("codes-tools").await;
    me.press("codes-backup").await;
    me.choose("codes-backup-paper").await;
    me.choose("codes-backup-bare-consent").await;
    me.fill("keys-current", "nine loud harbours").await;
    me.press("codes-backup-paper-send").await;
    let name = "keyholder-codes-to-print.html";
    me.shows(say("codes-backup-saved").with("file", data(name)))
        .await;
    let home = scene.desktop().home();
    let sheet = [home.join("Downloads"), home.to_owned()]
        .into_iter()
        .map(|folder| folder.join(name))
        .find(|path| path.is_file())
        .unwrap();
    let browser = Browser::start(scene.desktop()).await;
    browser
        .page
        .go(&format!("file://{}", sheet.display()))
        .await;
    browser.page.shows("Parcels").await;
    let picture = home.join("sheet.png");
    browser.page.save_picture(&picture).await;
    browser.close().await;
    let read = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(&picture)
        .output()
        .unwrap();
    let address = String::from_utf8(read.stdout).unwrap();
    assert!(address.contains(SEED), "{address}");
}
