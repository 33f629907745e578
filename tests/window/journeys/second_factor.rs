//! Somebody secures their sign-in: sets an authenticator up behind their name, keeps the recovery codes,
//! signs in with a code, and takes the authenticator away again.

use std::{path::Path, process::Command};

use super::AUDITOR;
use crate::{
    desktop::running::eventually,
    phone::{self, Phone},
    scene::{Look, PASSWORD, Scene},
    seat::Seat,
    words::{data, say},
};

#[tokio::test]
async fn s105_s106_somebody_secures_their_sign_in_in_english_and_light() {
    somebody_secures_their_sign_in(Look::EnglishLight).await;
}

#[tokio::test]
async fn s105_s106_somebody_secures_their_sign_in_in_german_and_dark() {
    somebody_secures_their_sign_in(Look::GermanDark).await;
}

async fn somebody_secures_their_sign_in(look: Look) {
    let scene = Scene::set("second-factor", look).await;
    let me = scene.enter(AUDITOR).await;
    me.goes_to_own("screen-two-factor", AUDITOR.name).await;
    me.shows("two-factor-off").await;
    me.picture("off").await;
    let (phone, spent) = sets_it_up(&me).await;
    keeps_the_codes(&me).await;
    signs_in_with_a_code(&me, &phone, spent).await;
    takes_it_away(&me).await;
    scene.close().await;
}

/// Scans the picture, and enters the code and the password; gives the step whose code was spent.
pub(super) async fn sets_it_up(me: &Seat<'_>) -> (Phone, u64) {
    me.press("two-factor-add").await;
    me.shows("two-factor-step-scan").await;
    let shown = me.picture("scan").await;
    let key = key_in(&me.text().await);
    assert_eq!(key_behind(&shown), key.replace(' ', ""), "one and the same");
    let phone = Phone::told(&key);
    me.fill("second-factor-code", "000 000").await;
    me.fill("step-up-password", PASSWORD).await;
    me.press("two-factor-save-first").await;
    me.shows("field-wrong_code").await;
    // While there is time enough it is the code before, so that the present one is left to sign in with.
    let (step, left) = phone::step();
    let step = if left > 10 { step - 1 } else { step };
    me.fill("second-factor-code", &phone.code_of(step)).await;
    me.press("two-factor-save-first").await;
    (phone, step)
}

/// The key that can be typed: the one line of eight groups.
fn key_in(text: &str) -> String {
    let is_key = |line: &&str| {
        let groups: Vec<_> = line.split(' ').collect();
        groups.len() == 8 && groups.iter().all(|group| group.len() == 4)
    };
    text.lines().map(str::trim).find(is_key).unwrap().to_owned()
}

/// The key in the QR code of a picture, as any reader reads it.
fn key_behind(picture: &Path) -> String {
    let read = Command::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(picture)
        .output()
        .unwrap();
    let address = String::from_utf8(read.stdout).unwrap();
    let (_, rest) = address.split_once("secret=").unwrap();
    rest.split_once('&').unwrap().0.to_owned()
}

pub(super) async fn keeps_the_codes(me: &Seat<'_>) {
    me.shows("recovery-codes-keep").await;
    me.refuses("recovery-codes-done", "recovery-codes-not-kept")
        .await;
    me.picture("recovery-codes").await;
    me.choose("recovery-codes-kept").await;
    me.press("recovery-codes-done").await;
    me.shows("two-factor-on").await;
    me.shows(say("recovery-codes-left").with("count", 10)).await;
    me.picture("on").await;
}

async fn signs_in_with_a_code(me: &Seat<'_>, phone: &Phone, spent: u64) {
    me.press(data(AUDITOR.name)).await;
    me.press("sign-out").await;
    me.fill("sign-in-name", AUDITOR.address).await;
    me.fill("sign-in-password", PASSWORD).await;
    me.press("sign-in-submit").await;
    me.shows("second-factor-title").await;
    me.picture("code").await;
    me.fill("second-factor-code", &phone.code_of(spent)).await;
    me.press("second-factor-submit").await;
    me.shows("field-code_used").await;
    eventually("the phone shows another code", async || {
        phone::step().0 > spent
    })
    .await;
    let code = phone.code_of(phone::step().0);
    let grouped = format!("{} {}", &code[..3], &code[3..]);
    me.fill("second-factor-code", &grouped).await;
    me.press("second-factor-submit").await;
    me.offers(data(AUDITOR.name)).await;
}

async fn takes_it_away(me: &Seat<'_>) {
    me.goes_to_own("screen-two-factor", AUDITOR.name).await;
    let name = me.read("two-factor-name-usual");
    let remove = say("two-factor-remove-named").with("name", name.as_str());
    me.press(remove.clone()).await;
    me.shows("two-factor-remove-last").await;
    me.picture("remove").await;
    me.press(remove).await;
    me.shows("two-factor-off").await;
}
