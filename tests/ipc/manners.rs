//! How the app behaves on a desktop, and links that somebody opens: the page chooses and learns what cannot
//! be; the key of a link is in no answer.

use keyholder_app::CoreEvent;
use serde_json::{Value, json};
use zeroize::Zeroizing;

use crate::{
    mock_window::{Window, surroundings::TAKEN_SHORTCUT},
    vault::PASSPHRASE,
};

const NOBODY: &str = "00000000-0000-0000-0000-000000000000";
const SEED: &str = "NRUW42ZAOR3WKIDTMVSWI4ZAON2GC3TE";

/// Calls each of them, with the vault open.
pub(crate) async fn call_all(window: &Window, call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let nothing = json!({
        "tray_problem": null, "close_to_tray": false, "autostart": false,
        "shortcut": null, "shortcut_problem": null,
    });
    assert_eq!(call("read_manners", json!({})).await, nothing);
    let chosen = call("choose_autostart", json!({ "start": true })).await;
    assert_eq!(chosen["autostart"], true);
    shortcut(call).await;
    closing(window, call).await;
    link(window, call).await;
}

async fn shortcut(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let keys = json!({ "keys": "Control+Alt+K" });
    let chosen = call("choose_shortcut", keys).await;
    assert_eq!(chosen["shortcut"], "Control+Alt+K", "{chosen}");
    for (keys, problem) in [(TAKEN_SHORTCUT, "taken"), ("Shift+K", "unusable")] {
        let refused = call("choose_shortcut", json!({ "keys": keys })).await;
        assert_eq!(refused["code"], "shortcut_refused");
        assert_eq!(refused["params"]["problem"], problem);
        // The one before it stays, and works again.
        let still = call("read_manners", json!({})).await;
        assert_eq!(still["shortcut"], "Control+Alt+K");
        assert_eq!(still["shortcut_problem"], Value::Null);
    }
    let none = call("choose_shortcut", json!({ "keys": null })).await;
    assert_eq!(none["shortcut"], Value::Null);
}

async fn closing(window: &Window, call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let core = window.core();
    assert!(!core.window_closes(), "the page is asked first");
    let asked = call("take_errand", json!({})).await;
    assert_eq!(asked, json!({ "kind": "close" }));
    assert_eq!(call("take_errand", json!({})).await, Value::Null);
    assert!(
        core.window_closes(),
        "who closes it twice is not asked again"
    );
    call("answer_close", json!({ "stay": null })).await;
    assert!(!core.window_closes(), "who turned away is asked anew");
    call("answer_close", json!({ "stay": true })).await;
    window.tells(&CoreEvent::HideAsked).await;
    assert!(!core.window_closes());
    window.tells(&CoreEvent::HideAsked).await;
    let ends = call("choose_close_to_tray", json!({ "stay": false })).await;
    assert_eq!(ends["close_to_tray"], false);
    assert!(core.window_closes());
    call("take_errand", json!({})).await;
    call("page_drawn", json!({})).await;
    window.tells(&CoreEvent::PageDrawn).await;
    let nowhere = json!({ "wasAt": { "address": "no address", "user_id": NOBODY } });
    let refused = call("release_page", nowhere).await;
    assert_eq!(refused["errors"][0]["field"], "address", "{refused}");
    call("release_page", json!({ "wasAt": null })).await;
    window.tells(&CoreEvent::PageReleased).await;
    assert!(!core.let_page_go(), "a window on the screen stays");
}

async fn link(window: &Window, call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let open = |link: String| window.core().link_opened(Zeroizing::new(link));
    open(format!("otpauth://totp/Linked:maria?secret={SEED}0"));
    let errand = call("take_errand", json!({})).await;
    assert_eq!(errand["kind"], "bad_link");
    assert_eq!(errand["problem"]["code"], "vault_account_unreadable");
    assert_eq!(errand["problem"]["params"]["reason"], "secret");
    assert_eq!(call("link_waits", json!({})).await, false);

    call("lock_vault", json!({})).await;
    open(format!(
        "otpauth://totp/Linked:maria?secret={SEED}&issuer=Linked"
    ));
    let errand = call("take_errand", json!({})).await;
    assert_eq!(errand, json!({ "kind": "link" }));
    assert_eq!(call("take_link", json!({})).await["code"], "vault_locked");
    assert_eq!(call("link_waits", json!({})).await, true, "nothing is lost");
    let typed = json!({ "passphrase": PASSPHRASE, "copy": "newest" });
    assert_eq!(call("unlock_vault", typed).await["status"], "open");
    let preview = call("take_link", json!({})).await;
    assert_eq!(preview["found"][0]["issuer"], "Linked", "{preview}");
    assert_eq!(call("link_waits", json!({})).await, false);
    assert_eq!(call("take_link", json!({})).await["kind"], "nothing");
    let first = json!({ "places": [0], "replace": false });
    assert_eq!(call("complete_import", first).await, 1);
}

/// What no command answers with.
pub(crate) fn secrets() -> [String; 1] {
    [SEED.to_owned()]
}
