//! Somebody signs in on a second computer, and confirms it on the first: two apps, each with a display, a home
//! and a keychain of its own.

use super::{
    AUDITOR,
    second_factor::{keeps_the_codes, sets_it_up},
};
use crate::{
    desktop::running::eventually,
    scene::{Look, PASSWORD, Scene},
    seat::Seat,
    words::data,
};

#[tokio::test]
async fn threat_31_a_sign_in_on_a_second_computer_is_confirmed_on_the_first() {
    let here = Scene::set("first-computer", Look::EnglishLight).await;
    let me = here.enter(AUDITOR).await;
    me.goes_to_own("screen-two-factor", AUDITOR.name).await;
    sets_it_up(&me).await;
    keeps_the_codes(&me).await;
    me.goes_to_own("screen-profile", AUDITOR.name).await;
    me.press("confirming-add").await;
    me.shows("confirming-added").await;

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

/// Signs in with the password, and asks the other computer; gives the number that is shown.
async fn asks(seat: &Seat<'_>) -> String {
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
