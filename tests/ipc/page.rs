//! A page that nobody sees is let go; the app behind it goes on, and asks for a page when there is something to answer.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use keyholder_app::{CoreEvent, LET_GO_AFTER, Showing};
use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use keyholder_store::on_both_databases;
use serde_json::{Value, json};

use crate::{
    mock_window::{Computer, House, NAME, PASSWORD, Window},
    phone::{self, Phone},
    signed_in,
};

/// A clock that can be put forward, in microseconds.
pub(crate) fn clock(ahead: &Arc<AtomicI64>) -> Clock {
    let (right, ahead) = (Clock::system(), Arc::clone(ahead));
    Clock::from_fn(move || {
        Timestamp::from_micros(right.now().as_micros() + ahead.load(Ordering::SeqCst))
    })
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_a_page_that_nobody_sees_for_long_may_go_and_the_next_one_is_where_it_was() {
    let ahead = Arc::default();
    let window = Window::open(&Computer::with_clock(clock(&ahead)));
    let core = window.core();
    core.window_hidden();
    core.look_whether_page_may_go().await;
    let after = i64::try_from(LET_GO_AFTER.as_micros()).unwrap();
    ahead.store(after, Ordering::SeqCst);
    assert_eq!(core.window_wanted(), Showing::Show);
    core.look_whether_page_may_go().await;
    core.window_hidden();
    core.look_whether_page_may_go().await;
    ahead.store(2 * after, Ordering::SeqCst);
    core.look_whether_page_may_go().await;
    // Told once: neither at once, nor while it was on the screen.
    let was_at = json!({
        "address": "/users?search=anna", "user_id": "0198c0de-0000-7000-8000-000000000001",
    });
    let goes = json!({ "wasAt": was_at });
    window.call("release_page", goes.clone()).await.unwrap();
    assert_eq!(window.told().await, CoreEvent::PageReleaseAsked);
    assert_eq!(window.told().await, CoreEvent::PageReleased);

    // Somebody wants to see it just then: it stays, and a page that is loaded again begins at the beginning.
    assert_eq!(core.window_wanted(), Showing::Show);
    assert!(!core.let_page_go());
    let start = window.call("start_up", json!({})).await.unwrap();
    assert_eq!(start["was_at"], Value::Null);

    core.window_hidden();
    window.call("release_page", goes).await.unwrap();
    assert!(core.let_page_go());
    assert!(!core.page_gone(), "nobody wants another one");
    assert_eq!(core.window_wanted(), Showing::Open);
    let start = window.call("start_up", json!({})).await.unwrap();
    assert_eq!(start["was_at"], was_at);
    let start = window.call("start_up", json!({})).await.unwrap();
    assert_eq!(start["was_at"], Value::Null, "told once");
}

/// Sets an authenticator up, and lets this device confirm sign-ins.
pub(crate) async fn confirms(window: &Window) {
    let setup = window
        .call("begin_authenticator_setup", json!({}))
        .await
        .unwrap();
    let phone = Phone::told(setup["key"].as_str().unwrap());
    let (step, _) = phone::step();
    let add = json!({
        "setupId": setup["id"], "name": "Phone", "code": phone.code_of(step), "currentPassword": PASSWORD,
    });
    window.call("add_authenticator", add).await.unwrap();
    window
        .call("enrol_confirming_device", json!({}))
        .await
        .unwrap();
    window.call("watch_auth_requests", json!({})).await.unwrap();
}

/// Begins a sign-in in this window that another device is to confirm.
pub(crate) async fn asks_to_be_confirmed(window: &Window, house: &House) {
    let address = json!({ "serverUrl": house.origin });
    window.call("connect", address).await.unwrap();
    let who = json!({ "signInName": NAME, "password": PASSWORD });
    let waits = window.call("sign_in", who).await.unwrap();
    let sign_in = json!({ "signInId": waits["sign_in_id"] });
    window.call("raise_auth_request", sign_in).await.unwrap();
}

on_both_databases! {
    async fn threat_31_a_request_opens_the_window_of_a_device_that_waits_in_the_tray(database: TestDatabase) {
        let house = House::start(database).await;
        let (here, there) = (Computer::new(), Computer::new());
        let (window, _) = signed_in(&house, &here).await;
        confirms(&window).await;
        let core = window.core();
        core.window_hidden();
        assert!(core.let_page_go());
        let stands_in = tokio::spawn(core.clone().stand_in_for_page());

        asks_to_be_confirmed(&Window::open(&there), &house).await;
        window.tells(&CoreEvent::WindowWanted).await;

        // The new page finds it, and whoever stood in for it stops.
        assert!(!core.page_gone());
        assert_eq!(core.window_wanted(), Showing::Open);
        let own = window.call("read_own_auth_request", json!({})).await.unwrap();
        assert_eq!(own["request"]["action"], "sign_in", "{own}");
        let refused = json!({ "authRequestId": own["request"]["id"] });
        window.call("refuse_auth_request", refused).await.unwrap();
        stands_in.await.unwrap();
    }

    async fn a_device_that_confirms_nothing_asks_for_nothing_without_a_page(database: TestDatabase) {
        let house = House::start(database).await;
        let (window, _) = signed_in(&house, &Computer::new()).await;
        let core = window.core();
        core.window_hidden();
        assert!(core.let_page_go());
        core.clone().stand_in_for_page().await;
        assert!(!core.has_page());
    }
}
