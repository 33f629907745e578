//! The app starts anew in the tray, without what its page left behind, and goes on as it was (decision 0064).

use std::{
    slice,
    sync::{Arc, atomic::Ordering},
};

use keyholder_app::{CoreEvent, Left, Showing};
use keyholder_store::on_both_databases;
use serde_json::{Value, json};

use crate::{
    mock_window::{Computer, House, NAME, PASSWORD, Window},
    page::{asks_to_be_confirmed, clock, confirms},
    signed_in,
    vault::PASSPHRASE,
};

/// The vault locks when nobody has used it for so long, in seconds.
const PATIENCE: i64 = 15 * 60;

/// Lets the page of a window go that nobody sees.
fn let_go(window: &Window) {
    let core = window.core();
    core.window_hidden();
    assert!(core.let_page_go());
    assert!(!core.page_gone());
}

/// As one start hands it to the next.
async fn handed_over(window: &Window) -> Left {
    let core = window.core();
    let left = core.hand_over().await.unwrap();
    // The process that it was in ends.
    core.stop_listening().await;
    serde_json::from_str(&serde_json::to_string(&left).unwrap()).unwrap()
}

async fn make_vault(window: &Window, in_keychain: bool, passphrase: Option<&str>) {
    let made = json!({ "inKeychain": in_keychain, "passphrase": passphrase });
    let made = window.call("create_vault", made).await.unwrap();
    assert_eq!(made["status"], "open");
}

async fn status(window: &Window) -> Value {
    window.call("read_vault", json!({})).await.unwrap()["status"].clone()
}

on_both_databases! {
    async fn threat_31_a_device_that_starts_anew_in_the_tray_goes_on_being_asked(database: TestDatabase) {
        let house = House::start(database).await;
        let (computer, there) = (Computer::new(), Computer::new());
        let (before, _) = signed_in(&house, &computer).await;
        confirms(&before).await;
        let me = before.call("me", json!({})).await.unwrap();
        let was_at = json!({ "address": "/users?search=anna", "user_id": me["user_id"] });
        let_go(&before);
        before.call("release_page", json!({ "wasAt": was_at })).await.unwrap();
        let left = handed_over(&before).await;
        drop(before);

        let window = Window::open(&computer);
        let core = window.core();
        let goes_on = tokio::spawn(core.clone().take_over(left));
        assert!(!core.has_page());
        asks_to_be_confirmed(&Window::open(&there), &house).await;
        window.tells(&CoreEvent::WindowWanted).await;

        assert_eq!(core.window_wanted(), Showing::Open);
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"]["sign_in_name"], NAME);
        assert_eq!(start["was_at"], was_at);
        let own = window.call("read_own_auth_request", json!({})).await.unwrap();
        let refused = json!({ "authRequestId": own["request"]["id"] });
        window.call("refuse_auth_request", refused).await.unwrap();
        goes_on.await.unwrap();
    }

    async fn a_page_that_comes_after_a_start_without_one_hears_how_things_stand_then(database: TestDatabase) {
        let mut house = House::start(database).await;
        let computer = Computer::new();
        let (before, _) = signed_in(&house, &computer).await;
        let_go(&before);
        let left = handed_over(&before).await;
        drop(before);
        let window = Window::open(&computer);
        // A device that confirms nothing asks for nothing.
        window.core().take_over(left).await;
        house.stop().await;
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["start_problem"]["code"], "server_unreachable");
    }

    async fn a_session_in_memory_alone_does_not_start_anew(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::without_keychain();
        let window = Window::open(&computer);
        let_go(&window);
        assert!(window.core().hand_over().await.is_some(), "nobody is signed in");
        let address = json!({ "serverUrl": house.origin });
        window.call("connect", address).await.unwrap();
        let who = json!({ "signInName": NAME, "password": PASSWORD });
        let outcome = window.call("sign_in", who).await.unwrap();
        assert_eq!(outcome["kind"], "signed_in");
        assert_eq!(window.core().hand_over().await, None);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_an_open_vault_stays_open_as_long_as_it_would_have_been() {
    let ahead = Arc::default();
    let computer = Computer::with_clock(clock(&ahead));
    let later = |seconds: i64| ahead.store(seconds * 1_000_000, Ordering::SeqCst);
    let before = Window::open(&computer);
    make_vault(&before, true, None).await;
    let_go(&before);
    later(PATIENCE - 30);
    let left = handed_over(&before).await;
    drop(before);

    let window = Window::open(&computer);
    window.core().take_over(left).await;
    assert_eq!(status(&window).await, "open");
    later(PATIENCE - 10);
    window.core().lock_vault_if_idle().await;
    assert_eq!(status(&window).await, "open");
    later(PATIENCE + 10);
    window.core().lock_vault_if_idle().await;
    assert_eq!(status(&window).await, "locked");

    // What was locked is not opened by starting anew, though the keychain would.
    let left = handed_over(&window).await;
    drop(window);
    let window = Window::open(&computer);
    window.core().take_over(left).await;
    assert_eq!(status(&window).await, "locked");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_an_app_that_would_lose_something_does_not_start_anew() {
    let window = Window::open(&Computer::new());
    let core = window.core();
    assert_eq!(core.hand_over().await, None, "there is a page");
    make_vault(&window, false, Some(PASSPHRASE)).await;
    let_go(&window);
    assert_eq!(
        core.hand_over().await,
        None,
        "it takes the passphrase again"
    );
    window.call("lock_vault", json!({})).await.unwrap();
    assert!(core.hand_over().await.is_some());
    let wrong = json!({ "passphrase": "wrong", "copy": "newest" });
    window.call("unlock_vault", wrong).await.unwrap_err();
    assert_eq!(
        core.hand_over().await,
        None,
        "wrong passphrases are counted"
    );
    let right = json!({ "passphrase": PASSPHRASE, "copy": "newest" });
    window.call("unlock_vault", right).await.unwrap();
    window.call("lock_vault", json!({})).await.unwrap();
    assert!(core.hand_over().await.is_some());
    core.link_opened("otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ".to_owned().into());
    assert_eq!(core.hand_over().await, None, "a link waits");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_being_taken_over_keeps_the_app_as_it_is() {
    let computer = Computer::new();
    let window = Window::open(&computer);
    make_vault(&window, true, None).await;
    let list = computer.folder().join("list.txt");
    tokio::fs::write(&list, "otpauth://totp/A:b?secret=GEZDGNBVGY3TQOJQ&issuer=A")
        .await
        .unwrap();
    computer.pick(slice::from_ref(&list).to_vec());
    let_go(&window);
    assert!(window.core().hand_over().await.is_some());
    window
        .call("choose_import", json!({ "title": "Codes" }))
        .await
        .unwrap();
    assert_eq!(window.core().hand_over().await, None);
}
