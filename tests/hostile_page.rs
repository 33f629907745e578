//! A page that has been taken over: what it may call, and what its nonsense does.

#![cfg(target_os = "linux")]
#![expect(clippy::indexing_slicing, reason = "a test may fail by panicking")]

mod desktop;
#[expect(dead_code, reason = "this file uses a part of it")]
mod mock_window;

use desktop::{
    Desktop, Keyring,
    stage::{looked, stage, within},
};
use mock_window::{Computer, Window};
use rand::{RngExt as _, SeedableRng as _, rngs::StdRng};
use serde_json::{Value, json};

#[path = "../src-tauri/command_names.rs"]
mod command_names;

/// Any JSON, mostly of the kinds that arguments have.
fn nonsense(rng: &mut StdRng, depth: u32) -> Value {
    let texts = [
        "",
        "a",
        "\u{0}",
        "../../etc/passwd",
        "' OR 1=1 --",
        "<script>",
        "🔑",
        "\u{202e}x",
        "01890000-0000-7000-8000-000000000001",
        "http://10.0.0.1",
        "ftp://x",
        "https://",
        "file:///",
        "active",
        "name",
        "\r\nx: y",
        "null",
        "-1",
    ];
    match rng.random_range(0..if depth == 0 { 6 } else { 8 }) {
        0 => Value::Null,
        1 => json!(rng.random::<bool>()),
        2 => json!(rng.random::<i64>()),
        3 => json!(rng.random::<f64>() * 1e300),
        4 => json!(texts[rng.random_range(0..texts.len())]),
        5 => json!("x".repeat(rng.random_range(0..20_000))),
        6 => (0..rng.random_range(0..4))
            .map(|_| nonsense(rng, depth - 1))
            .collect(),
        _ => {
            let names = [
                "customerId",
                "userId",
                "query",
                "request",
                "version",
                "search",
                "status",
                "limit",
                "role_ids",
                "scope",
                "kind",
                "theme",
                "user_columns",
                "__proto__",
                "",
            ];
            let fields = (0..rng.random_range(0..6)).map(|_| {
                let name = names[rng.random_range(0..names.len())];
                (name.to_owned(), nonsense(rng, depth - 1))
            });
            Value::Object(fields.collect())
        }
    }
}

/// The arguments of all commands.
const ARGUMENTS: [&str; 16] = [
    "serverUrl",
    "signInName",
    "password",
    "customerId",
    "userId",
    "query",
    "request",
    "idempotencyKey",
    "version",
    "targetId",
    "cursor",
    "text",
    "url",
    "preferences",
    "extra",
    "",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_calls_of_nonsense_do_no_harm() {
    let name = "ten_thousand_calls_of_nonsense_do_no_harm";
    if stage().is_none() {
        let desktop = Desktop::start(Keyring::NoBus).await;
        return within(&desktop, name, "look").await;
    }
    let computer = Computer::new();
    let window = Window::open(&computer);
    let mut rng = StdRng::seed_from_u64(7);
    for _ in 0..10_000 {
        let place = rng.random_range(0..command_names::COMMANDS.len());
        let command = command_names::COMMANDS[place];
        let arguments = if rng.random_range(0..20) == 0 {
            nonsense(&mut rng, 3)
        } else {
            ARGUMENTS
                .iter()
                .map(|argument| ((*argument).to_owned(), nonsense(&mut rng, 3)))
                .collect()
        };
        // Whatever comes back: that something does is what counts.
        let _ = window.call(command, arguments).await;
    }
    let start = window.call("start_up", json!({})).await.unwrap();
    assert_eq!(start["me"], Value::Null);
    looked();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_but_the_apps_commands_answers_and_only_to_its_own_page() {
    let computer = Computer::new();
    let window = Window::open(&computer);
    for command in [
        "plugin:window|close",
        "plugin:window|set_title",
        "plugin:webview|create_webview_window",
        "plugin:event|emit",
        "plugin:path|resolve_directory",
        "plugin:app|version",
        "plugin:fs|read_file",
        "plugin:shell|execute",
        "plugin:http|fetch",
        "plugin:updater|check",
        "plugin:process|exit",
        "plugin:dialog|open",
        "plugin:window-state|save_window_state",
        "plugin:autostart|enable",
        "plugin:global-shortcut|register",
        "plugin:tray|new",
        "plugin:menu|new",
        "no_such_command",
    ] {
        let outcome = window.call(command, json!({})).await;
        let refusal = outcome.expect_err(command).to_string();
        assert!(
            refusal.contains("not allowed") || refusal.contains("not found"),
            "{command}: {refusal}"
        );
    }
    for page in [
        "https://example.com",
        "http://127.0.0.1:8080",
        "about:blank",
    ] {
        let outcome = window.call_from(page, "start_up", json!({})).await;
        assert!(outcome.is_err(), "{page}");
    }
}
