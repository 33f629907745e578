//! Somebody signs in on a second computer, and confirms it on the first: two apps, each with a display, a home
//! and a keychain of its own.

use std::sync::Arc;

use super::{
    AUDITOR,
    second_factor::{keeps_the_codes, sets_it_up},
};
use crate::{
    desktop::{Desktop, Keyring, running::eventually, service::Service},
    notices::Notices,
    panel::Panel,
    scene::{Look, PASSWORD, Scene},
    seat::Seat,
    tray::windows,
    words::data,
};

#[tokio::test]
async fn threat_31_a_sign_in_on_a_second_computer_is_confirmed_on_the_first() {
    let here = Scene::set("first-computer", Look::EnglishLight).await;
    let me = here.enter(AUDITOR).await;
    lets_it_confirm(&me).await;

    let there = here.beside("second-computer").await;
    let newcomer = there.seat();
    let number = asks(&newcomer).await;
    newcomer.picture("number").await;
    me.shows("auth-request-title").await;
    me.picture("asked").await;
    me.fill("auth-request-number", &number).await;
    me.press("auth-request-approve").await;
    me.shows("auth-request-approved").await;
    newcomer.offers(data(AUDITOR.name)).await;
    newcomer.picture("in").await;

    let stranger = there.leave(AUDITOR).await;
    asks(&stranger).await;
    me.shows("auth-request-title").await;
    me.press("auth-request-not-me").await;
    me.shows("auth-request-refused-title").await;
    me.picture("refused").await;
    stranger.shows("ask-device-refused").await;
    stranger.lacks(data(AUDITOR.name)).await;
    there.close().await;
    here.close().await;
}

/// On the first computer the window waits in the tray: a notice of the system tells, and the window comes.
#[tokio::test]
async fn threat_31_a_request_is_told_by_a_notice_and_brings_the_window_out_of_the_tray() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let (panel, notices) = (Panel::start(&desktop).await, Notices::start(&desktop).await);
    let service = Arc::new(Service::demo(&desktop).await);
    let here = Scene::on(desktop, service, "in-the-tray", Look::EnglishLight).await;
    let me = here.enter(AUDITOR).await;
    lets_it_confirm(&me).await;
    panel.choose("Hide in the tray").await;
    eventually("the window is off the screen", async || {
        !windows(here.desktop()).await
    })
    .await;
    assert!(notices.shown().is_empty());

    let there = here.beside("asking-computer").await;
    let number = asks(&there.seat()).await;
    eventually("the window is back", async || windows(here.desktop()).await).await;
    me.shows("auth-request-title").await;
    eventually("the notice", async || !notices.shown().is_empty()).await;
    let shown = notices.shown();
    let [(title, body)] = shown.as_slice() else {
        panic!("one notice, and not {shown:?}");
    };
    assert_eq!(title, "Somebody asks you to confirm");
    assert!(
        !body.contains(&number) && !body.contains(AUDITOR.name),
        "{body}"
    );
    there.close().await;
    here.close().await;
}

/// Sets an authenticator up, and lets this computer confirm sign-ins.
pub(super) async fn lets_it_confirm(me: &Seat<'_>) {
    me.goes_to_own("screen-two-factor", AUDITOR.name).await;
    sets_it_up(me).await;
    keeps_the_codes(me).await;
    me.goes_to_own("screen-profile", AUDITOR.name).await;
    me.press("confirming-add").await;
    me.shows("confirming-added").await;
}

/// Signs in with the password, and asks the other computer; gives the number that is shown.
pub(super) async fn asks(seat: &Seat<'_>) -> String {
    seat.fill("sign-in-name", AUDITOR.address).await;
    seat.fill("sign-in-password", PASSWORD).await;
    seat.press("sign-in-submit").await;
    seat.press("second-factor-use-device").await;
    seat.press("ask-device").await;
    eventually("a number is shown", async || {
        number_in(&seat.text().await).is_some()
    })
    .await;
    number_in(&seat.text().await).unwrap()
}

/// The line of twice three digits.
fn number_in(text: &str) -> Option<String> {
    let is_number = |line: &&str| {
        let lengths: Vec<_> = line.split(' ').map(str::len).collect();
        lengths == [3, 3]
            && line
                .chars()
                .all(|sign| sign.is_ascii_digit() || sign == ' ')
    };
    text.lines()
        .map(str::trim)
        .find(is_number)
        .map(str::to_owned)
}
