//! The vault and its codes: what is added, shown, taken and locked; and the secrets that were typed, which
//! are in no answer.

use serde_json::{Value, json};

use crate::mock_window::{NAME, PASSWORD};

/// What was typed: a seed, a passphrase.
const SEED: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const CHANGED: &str = "eleven-soft-harbours";
const COUNTED: &str = "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA";
pub(crate) const PASSPHRASE: &str = "seven-quiet-lanterns";

/// Makes a vault, and uses what is in it.
pub(crate) async fn make_and_use(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    assert_eq!(call("read_vault", json!({})).await["status"], "absent");
    assert_eq!(call("read_clock_error", json!({})).await, Value::Null);
    let none = json!({ "inKeychain": false, "passphrase": null });
    let refused = call("create_vault", none).await;
    assert_eq!(refused["errors"][0]["field"], "passphrase");
    let both = json!({ "inKeychain": true, "passphrase": PASSPHRASE });
    let made = call("create_vault", both).await;
    assert_eq!(made["status"], "open");
    assert_eq!(made["storage"]["kind"], "keychain");
    let link = format!("otpauth://totp/Example:maria?secret={SEED}&issuer=Example");
    let link = json!({ "link": link });
    let timed = call("add_account_by_link", link.clone()).await;
    assert_eq!(timed["issuer"], "Example");
    let again = call("add_account_by_link", link).await;
    assert_eq!(again["code"], "vault_account_known");
    let account = json!({
        "issuer": "Bank", "name": "maria", "secret": COUNTED, "kind": "counter",
        "algorithm": "sha1", "digits": 6, "period_seconds": 30,
    });
    let counted = call("add_typed_account", json!({ "account": account })).await;
    assert_eq!(counted["kind"], "counter");
    let facts = json!({ "issuer": "Bank", "name": "maria", "tags": ["money"], "pinned": true });
    let change = json!({ "entryId": counted["id"], "facts": facts });
    assert_eq!(call("change_vault_entry", change).await["pinned"], true);
    let listed = call("list_vault_entries", json!({ "byUse": false })).await;
    assert_eq!(listed[0]["id"], counted["id"], "pinned ones come first");
    let ids = json!({ "entryIds": [timed["id"], counted["id"]] });
    let shown = call("show_codes", ids).await;
    let first = call("read_first_codes", json!({ "rows": 2 })).await;
    assert_eq!(first["vault"]["status"], "open");
    assert_eq!(first["entries"], listed);
    assert_eq!(first["codes"][0]["id"], timed["id"]);
    let first = call("read_first_codes", json!({ "rows": 1 })).await;
    assert_eq!(first["codes"], json!([]), "the first one is counted");
    let first = call("read_first_codes", json!({ "rows": 201 })).await;
    assert_eq!(first["errors"][0]["code"], "too_many");
    assert_eq!(
        shown.as_array().unwrap().len(),
        1,
        "no code is spent by looking"
    );
    assert_eq!(shown[0]["current"].as_str().unwrap().len(), 6);
    let taken = call("take_code", json!({ "entryId": counted["id"] })).await;
    assert!(taken["counted"].is_string(), "{taken}");
    let taken = call("take_code", json!({ "entryId": timed["id"] })).await;
    assert_eq!(taken["counted"], Value::Null, "it goes to the clipboard");
    assert_eq!(taken["clears_in_seconds"], 20);
    let gone = json!({ "entryId": timed["id"] });
    assert_eq!(call("remove_vault_entry", gone.clone()).await, Value::Null);
    assert_eq!(
        call("remove_vault_entry", gone).await["code"],
        "vault_entry_gone"
    );
    own_account(call).await;
    call("keep_vault_open", json!({})).await;
    let short = json!({ "passphrase": "short" });
    let refused = call("save_vault_backup", short).await;
    assert_eq!(refused["errors"][0]["code"], "too_short");
    let chosen = json!({ "passphrase": PASSPHRASE });
    let saved = call("save_vault_backup", chosen).await;
    assert_eq!(saved, "keyholder-codes.vault");
}

/// Locks the vault and opens it.
pub(crate) async fn lock_and_open(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    assert_eq!(call("lock_vault", json!({})).await["status"], "locked");
    let first = call("read_first_codes", json!({ "rows": 2 })).await;
    assert_eq!(first, Value::Null, "a closed vault shows nothing");
    let wrong = json!({ "passphrase": "wrong", "copy": "newest" });
    assert_eq!(
        call("unlock_vault", wrong).await["code"],
        "vault_wrong_passphrase"
    );
    let right = json!({ "passphrase": PASSPHRASE, "copy": "newest" });
    assert_eq!(call("unlock_vault", right).await["status"], "open");
    call("lock_vault", json!({})).await;
}

/// Where keys are kept, and what opens the vault.
pub(crate) async fn change_ways(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let places = call("read_key_places", json!({})).await;
    for held in ["device_key", "session", "vault_key"] {
        assert_eq!(places[held], true, "{places}");
    }
    let file = places["vault_file"].as_str().unwrap();
    assert!(file.ends_with("authenticator.vault"), "{file}");
    let change = |current: &str, change: &str, passphrase: Option<&str>| {
        json!({
            "current": current, "inKeychain": true, "change": change, "passphrase": passphrase,
        })
    };
    let wrong = change("wrong", "remove", None);
    let refused = call("change_vault_ways", wrong).await;
    assert_eq!(refused["code"], "vault_wrong_passphrase");
    let short = change(PASSPHRASE, "set", Some("short"));
    let refused = call("change_vault_ways", short).await;
    assert_eq!(refused["errors"][0]["code"], "too_short");
    let right = change(PASSPHRASE, "set", Some(CHANGED));
    let changed = call("change_vault_ways", right).await;
    assert_eq!(changed["passphrase"], true);
    let back = change(CHANGED, "set", Some(PASSPHRASE));
    assert_eq!(call("change_vault_ways", back).await["keychain"], true);
}

/// One's own account: a wrong password leaves nothing behind, and the right one a seed that signs in.
async fn own_account(call: &mut impl AsyncFnMut(&str, Value) -> Value) {
    let who = json!({ "signInName": NAME });
    assert_eq!(call("offers_sign_in_code", who.clone()).await, false);
    let wrong = json!({ "name": "Here", "currentPassword": "wrong" });
    let refused = call("set_up_on_this_computer", wrong).await;
    assert_eq!(
        refused["errors"][0]["field"], "current_password",
        "{refused}"
    );
    assert_eq!(call("offers_sign_in_code", who.clone()).await, false);
    let right = json!({ "name": "Here", "currentPassword": PASSWORD });
    let added = call("set_up_on_this_computer", right).await;
    assert_eq!(added["authenticator"]["name"], "Here", "{added}");
    assert_eq!(call("offers_sign_in_code", who.clone()).await, true);
    let filled = call("fill_sign_in_code", who).await;
    assert_eq!(filled.as_str().unwrap().len(), 6);
    let mine = json!({ "authenticatorId": added["authenticator"]["id"] });
    call("remove_authenticator", mine).await;
}

/// What no command answers with.
pub(crate) fn secrets() -> [String; 6] {
    [
        CHANGED.to_owned(),
        SEED.to_owned(),
        COUNTED.to_owned(),
        "3132333435363738393031323334353637383930".to_owned(),
        "12345678901234567890".to_owned(),
        PASSPHRASE.to_owned(),
    ]
}
