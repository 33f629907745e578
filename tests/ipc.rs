//! The commands of the web view against the real service: what they answer, and that no secret is in it.

#![cfg(target_os = "linux")]
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by panicking"
)]

#[path = "ipc/account_pages/mod.rs"]
mod account_pages;
#[path = "ipc/anew.rs"]
mod anew;
mod desktop;
#[path = "ipc/import.rs"]
mod import;
#[path = "ipc/kept_session.rs"]
mod kept_session;
#[path = "ipc/manners.rs"]
mod manners;
mod mock_window;
#[path = "ipc/offline.rs"]
mod offline;
#[path = "ipc/operators.rs"]
mod operators;
#[path = "ipc/page.rs"]
mod page;
#[path = "ipc/passkeys.rs"]
mod passkeys;
mod phone;
#[path = "ipc/screen.rs"]
mod screen;
#[path = "ipc/second_factor.rs"]
mod second_factor;
#[path = "../crates/server/tests/service/support/security_key.rs"]
mod security_key;
#[path = "ipc/sign_in.rs"]
mod sign_in;
#[path = "ipc/system_lock.rs"]
mod system_lock;
#[path = "ipc/vault.rs"]
mod vault;
#[path = "ipc/wrong_clock.rs"]
mod wrong_clock;

use std::{collections::BTreeSet, fmt::Write as _};

use desktop::{
    Desktop, Keyring,
    stage::{looked, stage, within},
};
use keyholder_store::testing::{Product, TestDatabase};
use mock_window::{Computer, House, NAME, PASSWORD, Window};
use serde_json::{Value, json};

#[path = "../src-tauri/command_names.rs"]
mod command_names;

async fn signed_in(house: &House, computer: &Computer) -> (Window, Value) {
    let window = Window::open(computer);
    let start = window.call("start_up", json!({})).await.unwrap();
    assert_eq!(start["me"], Value::Null);
    assert_eq!(start["key_storage"]["kind"], "keychain");
    let address = json!({ "serverUrl": house.origin });
    window.call("connect", address).await.unwrap();
    let who = json!({ "signInName": NAME, "password": PASSWORD });
    let outcome = window.call("sign_in", who).await.unwrap();
    assert_eq!(outcome["kind"], "signed_in");
    let customer = outcome["me"]["memberships"][0]["customer"]["id"].clone();
    (window, customer)
}

/// Everything that must never be in an answer, in the forms in which it could be.
fn canaries(key: &[u8], token: &[u8]) -> Vec<String> {
    let mut hex = String::new();
    for byte in key {
        write!(hex, "{byte:02x}").unwrap();
    }
    let list = serde_json::to_string(key).unwrap();
    vec![
        PASSWORD.to_owned(),
        String::from_utf8(token.to_vec()).unwrap(),
        // What every token of the service begins with: access, refresh, service client.
        "kha_".to_owned(),
        "khr_".to_owned(),
        "khs_".to_owned(),
        hex,
        list.trim_matches(['[', ']']).to_owned(),
        base64(key),
    ]
}

/// The first 40 characters, which do not depend on the padding.
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    bytes
        .chunks_exact(3)
        .flat_map(|chunk| {
            let bits = chunk
                .iter()
                .fold(0_usize, |all, byte| all << 8 | usize::from(*byte));
            [18, 12, 6, 0].map(|shift| char::from(DIGITS[bits >> shift & 63]))
        })
        .collect()
}

/// One set of arguments from two.
fn joined(some: &Value, more: &Value) -> Value {
    let some = some.as_object().into_iter().flatten();
    let more = more.as_object().into_iter().flatten();
    Value::Object(
        some.chain(more)
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    )
}

/// Calls every command once, in an order that makes sense; gives every answer with its command.
#[expect(
    clippy::too_many_lines,
    reason = "every command once, in an order that makes sense"
)]
async fn call_everything(
    window: &Window,
    computer: &Computer,
    house: &House,
    customer: &Value,
) -> Vec<(String, Value)> {
    let mut answers = Vec::new();
    let mut call = async |command: &str, arguments: Value| {
        let outcome = window.call(command, arguments).await;
        let answer = match outcome {
            Ok(answer) | Err(answer) => answer,
        };
        answers.push((command.to_owned(), answer.clone()));
        answer
    };
    call("start_up", json!({})).await;
    call("connect", json!({ "serverUrl": house.origin })).await;
    call("me", json!({})).await;
    call("list_permissions", json!({})).await;
    let all = json!({ "customerId": customer, "query": { "count": true } });
    let roles = call("list_roles", all).await;
    let role = roles["items"].as_array().unwrap().iter();
    let role = role.clone().find(|role| role["built_in"] == "support");
    let role_ids = json!([role.unwrap()["id"]]);
    let places = json!({ "customerId": customer, "query": {} });
    let places = call("list_locations", places).await;
    let here = json!({ "customerId": customer });
    let request = json!({ "name": "North", "location_ids": [places["items"][0]["id"]] });
    let make = json!({ "request": request, "idempotencyKey": "k0" });
    let group = call("create_location_group", joined(&here, &make)).await["group"].clone();
    let all = call("list_location_groups", here.clone()).await;
    assert!(all["items"].as_array().unwrap().contains(&group));
    let one = joined(&here, &json!({ "groupId": group["id"] }));
    let read = call("read_location_group", one.clone()).await;
    let change = json!({ "version": read["group"]["version"], "request": request });
    let same = call("change_location_group", joined(&one, &change)).await;
    let delete = json!({ "version": same["group"]["version"] });
    assert_eq!(
        call("delete_location_group", joined(&one, &delete)).await["members"],
        0
    );
    let query = json!({ "search": "a", "limit": 20, "count": true });
    let users = json!({ "customerId": customer, "query": &query });
    assert!(
        !call("list_users", users).await["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let kept = call("read_offline_copy", json!({ "customerId": customer })).await;
    assert!(kept["kind"].is_string());
    let asked = json!({ "customerId": customer, "query": query });
    call("list_offline_users", asked).await;
    let request = json!({
        "kind": "unverified", "given_name": "Uwe", "family_name": "Ohne",
        "role_ids": role_ids, "scope": { "kind": "all", "location_ids": [] },
    });
    let create = json!({ "customerId": customer, "request": request, "idempotencyKey": "k1" });
    let user = call("create_user", create).await;
    let one = json!({ "customerId": customer, "userId": user["id"] });
    let with = |more: Value| joined(&one, &more);
    let invitation = call("invite_user", with(json!({ "idempotencyKey": "k2" }))).await;
    let link = invitation["hand_over"]["link"].as_str().unwrap();
    assert!(link.starts_with(&house.origin), "{link}");
    let user = call("read_user", one.clone()).await;
    let version = json!({ "version": user["version"] });
    let user = call("deactivate_user", with(version)).await;
    assert_eq!(user["status"]["kind"], "deactivated");
    let version = json!({ "version": user["version"] });
    let user = call("reactivate_user", with(version)).await;
    let version = json!({ "version": user["version"] });
    let user = call("delete_user", with(version)).await;
    assert_eq!(user["status"]["kind"], "deleted");
    let version = json!({ "version": user["version"] });
    let user = call("restore_user", with(version)).await;
    let counts = json!({ "customerId": customer, "query": { "search": "uwe" } });
    assert_eq!(call("count_users", counts).await["complete"], true);
    let version = json!({ "version": user["version"] });
    let own = call("adopt_user", with(version)).await;
    assert_eq!(own["code"], "adopted_already");
    let roles = json!({ "version": user["version"], "request": { "role_ids": role_ids } });
    let user = call("change_roles", with(roles)).await;
    let rights = json!({
        "version": user["version"], "request": { "permissions": ["statistics.view"] },
    });
    let user = call("change_permissions", with(rights)).await;
    let reach = json!({ "kind": "none_yet", "location_ids": [] });
    let scope = json!({ "version": user["version"], "request": { "scope": reach } });
    assert_eq!(
        call("change_scope", with(scope)).await["scope"]["kind"],
        "none_yet"
    );
    let asked = json!({ "permission": "statistics.view", "query": {} });
    let why = call("explain_access", with(asked)).await;
    assert_eq!(why["permission"], "statistics.view");
    let who = json!({ "customerId": customer, "permission": "statistics.view", "query": {} });
    assert!(call("list_holders", who).await["items"].is_array());
    let lacks = json!({ "customerId": customer, "permission": "payouts.view" });
    assert_eq!(
        call("list_helpers", lacks).await["permission"],
        "payouts.view"
    );
    let request = json!({ "name": "Desk", "permissions": ["reports.view"] });
    let make = json!({ "customerId": customer, "request": request, "idempotencyKey": "k3" });
    let role = call("create_role", make).await;
    let one_role = json!({ "customerId": customer, "roleId": role["id"] });
    let of_role = |more: Value| joined(&one_role, &more);
    assert_eq!(
        call("read_role", one_role.clone()).await["role"]["name"],
        "Desk"
    );
    let request = json!({ "name": "Office", "permissions": ["reports.view"] });
    let change = of_role(json!({ "version": role["version"], "request": request }));
    let role = call("change_role", change).await;
    assert_eq!(role["name"], "Office");
    let delete = of_role(json!({ "version": role["version"], "request": {} }));
    assert_eq!(call("delete_role", delete).await["members"], 0);
    // She has no password yet, so there is nothing to reset or to unlock.
    let reset = call("send_reset_link", with(json!({ "idempotencyKey": "k4" }))).await;
    assert_eq!(reset["code"], "wrong_status");
    let version = json!({ "version": user["version"] });
    call("unlock_user", with(version)).await;
    let address = json!({ "version": user["version"], "request": { "email": "no address" } });
    let refused = call("convert_user", with(address)).await;
    assert_eq!(refused["errors"][0]["code"], "not_an_email");
    let here = json!({ "customerId": customer });
    let policy = call("read_security_policy", here.clone()).await;
    let draft = joined(&here, &json!({ "policy": policy["policy"] }));
    let effect = call("preview_security_policy", draft.clone()).await;
    assert_eq!(effect["locked"]["after"], effect["locked"]["before"]);
    let version = json!({ "version": policy["version"] });
    let policy = call("change_security_policy", joined(&draft, &version)).await;
    assert_eq!(policy["policy"]["profile"], "payments");
    let typed = json!({
        "password": "short", "names": ["Anna"],
        "rules": { "min_chars": 12, "composition": "four_kinds" },
    });
    let faults = call("check_password", typed).await;
    assert_eq!(faults[0]["code"], "too_short");
    let wrong = json!({ "currentPassword": "wrong", "newPassword": "Vorhang-77-Tulpe-wKq" });
    assert_eq!(
        call("change_own_password", wrong).await["code"],
        "invalid_fields"
    );
    let wrong = json!({ "currentPassword": "wrong", "keepConfirmingDevices": false });
    assert_eq!(
        call("report_leaked_password", wrong).await["code"],
        "invalid_fields"
    );
    let query = json!({
        "about": user["id"], "action": [], "from": null, "until": null, "cursor": null,
        "limit": null,
    });
    let log = json!({ "customerId": customer, "query": query });
    assert!(
        !call("list_audit_events", log).await["items"]
            .as_array()
            .unwrap()
            .is_empty()
    );
    let whole = json!({ "customerId": customer });
    assert_eq!(call("verify_audit_events", whole).await["state"], "intact");
    let figures = json!({ "customerId": customer, "query": { "utc_offset_minutes": 60 } });
    assert!(call("read_statistics", figures).await["statuses"].is_array());
    let export = json!({ "customerId": customer, "request": { "format": "csv" } });
    assert_eq!(
        call("export_audit_events", export).await,
        "keyholder-activity.csv"
    );
    let rows = json!([["Name", "Why"], ["=1+1", "Locked"]]);
    assert_eq!(
        call("save_table", json!({ "rows": rows })).await,
        "keyholder-results.csv"
    );
    call("show_downloads", json!({})).await;
    let profile = call("read_profile", json!({})).await;
    let own = json!({ "given_name": "Maria", "family_name": "Muster", "language": "de" });
    let change = json!({ "version": profile["version"], "request": own });
    assert_eq!(
        call("change_profile", change).await["family_name"],
        "Muster"
    );
    let change = json!({ "email": "another@example.com", "password": PASSWORD });
    let profile = call("change_email", change).await;
    assert_eq!(profile["waiting"]["email"], "another@example.com");
    assert_eq!(
        call("stop_data_change", json!({})).await["waiting"],
        Value::Null
    );
    let at = json!({ "customerId": customer });
    let accept = json!({ "customerId": customer, "password": PASSWORD });
    assert_eq!(call("accept_membership", accept).await["code"], "not_found");
    assert_eq!(call("decline_membership", at).await["code"], "not_found");
    let unknown = json!({ "customerId": "01890000-0000-7000-8000-000000000000" });
    assert_eq!(call("leave_customer", unknown).await["code"], "not_found");
    let devices = call("list_own_sessions", json!({})).await;
    assert_eq!(devices["devices"][0]["current"], true);
    call("end_own_other_sessions", json!({})).await;
    let nobodys = json!({ "sessionId": "01890000-0000-7000-8000-000000000000" });
    let ended = call("end_own_session", nobodys.clone()).await;
    assert_eq!(ended["code"], "not_found");
    let devices = call("list_user_sessions", with(json!({}))).await;
    assert_eq!(devices["devices"], json!([]));
    let ended = call("end_user_session", with(nobodys)).await;
    assert_eq!(ended["code"], "not_found");
    call("end_user_sessions", with(json!({}))).await;
    let reset = call("reset_second_factor", with(json!({}))).await;
    assert_eq!(reset["code"], "wrong_status");
    let alias = json!({ "customerId": customer, "version": 1, "request": { "alias": "Till" } });
    assert_eq!(call("change_alias", alias).await["alias"], "Till");
    let correction = json!({ "given_name": "Ute", "family_name": null, "email": null });
    let refused = call("propose_correction", with(json!({ "request": correction }))).await;
    assert_eq!(refused["code"], "wrong_status");
    let filter = json!({ "search": "uwe", "status": ["active"], "idle_days": 90 });
    let request = json!({ "name": "Away", "filter": filter });
    let keep = json!({ "customerId": customer, "request": request, "idempotencyKey": "k6" });
    let kept = call("create_saved_filter", keep).await;
    assert_eq!(kept["filter"]["idle_days"], 90);
    let one = json!({ "customerId": customer, "filterId": kept["id"] });
    let request = json!({ "name": "Long away", "filter": filter });
    let change = json!({ "version": kept["version"], "request": request });
    let kept = call("change_saved_filter", joined(&one, &change)).await;
    let here = json!({ "customerId": customer });
    let all = call("list_saved_filters", here).await;
    assert_eq!(all["items"][0]["name"], "Long away");
    let version = json!({ "version": kept["version"] });
    let gone = call("delete_saved_filter", joined(&one, &version)).await;
    assert_eq!(gone, Value::Null);
    let own = json!({ "kind": "own_access", "role_ids": role_ids, "permissions": [] });
    let ask = json!({ "customerId": customer, "request": own, "idempotencyKey": "k5" });
    let asked = call("ask_change", ask).await;
    assert_eq!(asked["state"], "waiting");
    let asked = json!({ "customerId": customer, "changeId": asked["id"] });
    let agreed = call("grant_pending_change", asked.clone()).await;
    assert_eq!(agreed["code"], "own_change");
    let back = call("withdraw_pending_change", asked).await;
    assert_eq!(back["state"], "withdrawn");
    let own = json!({ "kind": "own_locations", "scope": reach });
    let ask = json!({ "customerId": customer, "request": own, "idempotencyKey": "k7" });
    assert_eq!(call("ask_change", ask).await["code"], "invalid_fields");
    let here = json!({ "customerId": customer });
    assert!(call("list_pending_changes", here).await["items"].is_array());
    let unknown = json!({
        "customerId": customer, "changeId": "01890000-0000-7000-8000-000000000000",
    });
    for answer in ["grant", "refuse", "withdraw"] {
        let command = format!("{answer}_pending_change");
        assert_eq!(call(&command, unknown.clone()).await["code"], "not_found");
    }
    let pier = json!({ "location": { "name": "Pier 7" }, "terminals": [], "note": null });
    let ask = json!({ "customerId": customer, "request": pier, "idempotencyKey": "k8" });
    let asked = call("request_location", ask).await;
    assert_eq!(asked["state"], "waiting");
    let asked = json!({
        "customerId": customer, "requestId": asked["id"], "version": asked["version"],
    });
    let back = call("withdraw_location_request", asked).await;
    assert_eq!(back["state"], "withdrawn");
    let requests = json!({ "customerId": customer, "query": {} });
    let requests = call("list_location_requests", requests).await;
    assert!(!requests["items"].as_array().unwrap().is_empty());
    second_factor::call_all(&mut call).await;
    vault::make_and_use(&mut call).await;
    import::call_all(window, computer, &mut call).await;
    manners::call_all(window, &mut call).await;
    vault::change_ways(&mut call).await;
    vault::lock_and_open(&mut call).await;
    // To her, what operators do does not exist.
    for (command, arguments) in operators::calls(customer) {
        assert_eq!(
            call(command, arguments).await["code"],
            "not_found",
            "{command}"
        );
    }
    call("copy_text", json!({ "text": "a link" })).await;
    call("print_page", json!({})).await;
    let nobody = uuid::Uuid::nil();
    let was_at = json!({ "wasAt": { "address": "/users", "user_id": nobody } });
    for command in [
        "read_updates",
        "look_for_updates",
        "install_update",
        "skip_update",
    ] {
        let status = call(command, was_at.clone()).await;
        assert_eq!(
            status["phase"],
            json!({ "phase": "unfollowed", "why": "no_feed" })
        );
    }
    call("plan_update", json!({ "at": "2026-01-01T02:00:00Z" })).await;
    // Nothing new is in place, so nothing starts again.
    assert_eq!(call("restart_updated", was_at).await, Value::Null);
    let elsewhere = json!({ "wasAt": { "address": "https://evil.example/", "user_id": nobody } });
    let refused = call("restart_updated", elsewhere).await;
    assert_eq!(refused["errors"][0]["field"], "address");
    call("open_external", json!({ "url": "https://example.com/" })).await;
    sign_in::external(&mut call).await;
    let preferences = json!({
        "theme": "dark", "language": "de", "user_columns": ["name"], "server_url": null,
    });
    call("save_preferences", json!({ "preferences": preferences })).await;
    let wrong = json!({ "signInName": NAME, "password": format!("{PASSWORD}!") });
    assert_eq!(call("sign_in", wrong).await["code"], "sign_in_failed");
    call("sign_out", json!({})).await;
    call("me", json!({})).await;
    let nobody = json!({ "signInName": "nobody@example.com" });
    assert_eq!(call("request_password_reset", nobody).await, Value::Null);
    let unknown = json!({
        "signInId": "00000000-0000-0000-0000-000000000000", "newPassword": "Vorhang-77-Tulpe-wKq",
    });
    assert_eq!(
        call("set_expired_password", unknown).await["code"],
        "not_found"
    );
    let unknown = json!({
        "signInId": "00000000-0000-0000-0000-000000000000", "method": "authenticator", "code": "1",
    });
    assert_eq!(
        call("show_second_factor", unknown).await["code"],
        "not_found"
    );
    let unknown = json!({
        "signInId": "00000000-0000-0000-0000-000000000000",
        "authRequestId": "00000000-0000-0000-0000-000000000000",
    });
    for command in ["raise_auth_request", "read_raised_auth_request"] {
        assert_eq!(call(command, unknown.clone()).await["code"], "not_found");
    }
    sign_in::signed_out(&mut call).await;
    answers
}

async fn no_secret_is_in_any_answer(product: Product) {
    let house = House::start(TestDatabase::new(product).await).await;
    let computer = Computer::new();
    let (window, customer) = signed_in(&house, &computer).await;
    let (key, token) = computer.secrets(&house.origin).await;
    let mut canaries = canaries(&key, &token.unwrap());
    canaries.extend(vault::secrets());
    canaries.extend(import::secrets());
    canaries.extend(manners::secrets());

    let answers = call_everything(&window, &computer, &house, &customer).await;
    let called: BTreeSet<_> = answers
        .iter()
        .map(|(command, _)| command.as_str())
        .collect();
    assert_eq!(called, command_names::COMMANDS.iter().copied().collect());

    let shown = second_factor::shown(&answers);
    let events = window.events.lock().unwrap().clone();
    let events = events.into_iter().map(|event| ("event".to_owned(), event));
    let answers = answers
        .into_iter()
        .map(|(command, answer)| (command, answer.to_string()));
    for (command, text) in answers.chain(events) {
        for canary in &canaries {
            assert!(
                !text.contains(canary),
                "{command} answers with {canary}: {text}"
            );
        }
        // The exceptions, by name.
        assert!(
            !text.contains("khl_") && !text.contains("khp_") || command == "invite_user",
            "{command}: {text}"
        );
        for (secret, shown_by) in &shown {
            assert!(
                !text.contains(secret.as_str()) || command == *shown_by,
                "{command} answers with what {shown_by} shows: {text}"
            );
        }
    }
    let (_, token) = computer.secrets(&house.origin).await;
    assert_eq!(token, None, "signing out forgets the refresh token");
    let kept = std::fs::read_to_string(computer.folder().join("preferences.json")).unwrap();
    assert!(
        canaries.iter().all(|canary| !kept.contains(canary)),
        "{kept}"
    );
    assert!(
        kept.contains(&house.origin),
        "the address is remembered: {kept}"
    );
}

/// In a desktop session of its own: one of the commands writes to the clipboard.
async fn staged(name: &str, product: Product) {
    if stage().is_none() {
        let desktop = Desktop::with_display(Keyring::NoBus, 800, 600).await;
        return within(&desktop, name, "look").await;
    }
    no_secret_is_in_any_answer(product).await;
    looked();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_in_any_answer_on_sqlite() {
    staged("no_secret_is_in_any_answer_on_sqlite", Product::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_in_any_answer_on_postgresql() {
    staged(
        "no_secret_is_in_any_answer_on_postgresql",
        Product::Postgres,
    )
    .await;
}
