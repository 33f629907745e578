//! The tray, with the app in its real window and a played panel: what the menu holds, closing into it, and
//! links that are opened meanwhile.

use std::fs;

use thirtyfour::Key;

use crate::{
    desktop::{
        Desktop, Keyring,
        app::{App, program},
        running::{eventually, succeed},
    },
    panel::Panel,
};

const SEED: &str = "NRUW42ZAOR3WKIDTMVSWI4ZAON2GC3TE";

pub(crate) fn link(desktop: &Desktop, account: &str) -> tokio::process::Command {
    let mut command = desktop.command(program());
    command.arg(format!(
        "otpauth://totp/{account}:maria?secret={SEED}&issuer={account}"
    ));
    command
}

/// Whether the process or one like it tells everybody the key.
fn is_told(process: &str) -> bool {
    let told = fs::read(format!("/proc/{process}/cmdline")).unwrap_or_default();
    String::from_utf8_lossy(&told).contains(SEED)
}

/// Whether the window is on the screen.
pub(crate) async fn windows(desktop: &Desktop) -> bool {
    let mut look = desktop.command("xdotool");
    look.args(["search", "--onlyvisible", "--name", "^Keyholder$"]);
    look.output().await.unwrap().status.success()
}

#[tokio::test]
async fn goal_the_tray_offers_codes_while_the_vault_is_open_and_links_lead_to_it() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let panel = Panel::start(&desktop).await;
    let app = App::start(&desktop).await;
    let page = &app.page;
    page.press("Your codes").await;
    panel
        .offers(&["Show Keyholder", "Hide in the tray", "Quit Keyholder"])
        .await;
    page.press("Make the vault").await;
    page.shows("No accounts yet").await;

    // A second process hands the link over and ends; the page shows it before anything is kept.
    succeed(link(&desktop, "Parcels")).await;
    page.shows("Add the account of this link?").await;
    page.press("Bring 1 account over").await;
    page.shows("Parcels").await;
    panel
        .offers(&[
            "Show Keyholder",
            "Hide in the tray",
            "Parcels · maria",
            "Lock the vault",
            "Quit Keyholder",
        ])
        .await;

    panel.choose("Parcels · maria").await;
    eventually("the code is on the clipboard", async || {
        page.keys(format!("{}a", Key::Control.value())).await;
        page.keys(format!("{}v", Key::Control.value())).await;
        // It finds nothing, so the page repeats it.
        let text = page.text().await;
        let typed = text.split_once("No account matches “");
        typed.is_some_and(|(_, typed)| typed.chars().take_while(char::is_ascii_digit).count() == 6)
    })
    .await;

    panel.choose("Lock the vault").await;
    page.shows("The vault is locked").await;
    panel
        .offers(&[
            "Show Keyholder",
            "Hide in the tray",
            "Unlock the vault…",
            "Quit Keyholder",
        ])
        .await;
    succeed(link(&desktop, "Payroll")).await;
    page.shows("A link for an authenticator waits").await;

    panel.choose("Hide in the tray").await;
    eventually("the window is gone", async || !windows(&desktop).await).await;
    panel
        .offers(&["Show Keyholder", "Unlock the vault…", "Quit Keyholder"])
        .await;
    panel.choose("Unlock the vault…").await;
    eventually("the window is back", async || windows(&desktop).await).await;
    page.press("Open with Secret Service").await;
    page.shows("Payroll").await;
    panel.choose("Quit Keyholder").await;
    eventually("the app ends", async || {
        !desktop
            .has_owner("com.keyholder.desktop.SingleInstance")
            .await
    })
    .await;
    app.has_ended().await;
}

#[tokio::test]
async fn goal_a_link_that_starts_the_app_leaves_its_arguments() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    // Into a file: a pipe that nobody reads stops the app at 64 KiB.
    let log = tempfile::NamedTempFile::new().unwrap();
    let file = log.reopen().unwrap();
    let mut app = link(&desktop, "Parcels")
        .env("KEYHOLDER_LOG", "trace")
        .stdout(file.try_clone().unwrap())
        .stderr(file)
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let process = app.id().unwrap().to_string();
    eventually("the window is there", async || windows(&desktop).await).await;
    assert!(!is_told(&process), "the key stands among the arguments");
    let again = link(&desktop, "Payroll")
        .env("KEYHOLDER_LOG", "trace")
        .output()
        .await
        .unwrap();
    app.start_kill().unwrap();
    app.wait().await.unwrap();
    let written = fs::read(log.path()).unwrap();
    for written in [again.stdout, again.stderr, written] {
        let written = String::from_utf8_lossy(&written).into_owned();
        assert!(!written.contains(SEED), "the key stands in the log");
    }
}
