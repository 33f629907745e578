//! The shortcut that leads to the codes from everywhere, pressed on the keyboard of the display.

use std::fs;

use crate::{
    desktop::{
        Desktop, Keyring,
        app::program,
        running::{eventually, succeed},
    },
    panel::Panel,
    tray::windows,
};

const CHOSEN: &str =
    r#"{"theme":"system","language":"system","user_columns":[],"shortcut":"Control+Alt+K"}"#;

#[tokio::test]
async fn goal_the_shortcut_brings_the_window_back_from_the_tray() {
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let panel = Panel::start(&desktop).await;
    let kept = desktop.home().join("config/com.keyholder.desktop");
    fs::create_dir_all(&kept).unwrap();
    fs::write(kept.join("preferences.json"), CHOSEN).unwrap();
    let _app = desktop
        .command(program())
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    eventually("the window is there", async || windows(&desktop).await).await;
    panel.choose("Hide in the tray").await;
    eventually("the window is off the screen", async || {
        !windows(&desktop).await
    })
    .await;
    let press = async |keys: &str| {
        let mut pressed = desktop.command("xdotool");
        pressed.args(["key", keys]);
        succeed(pressed).await;
    };
    press("ctrl+alt+j").await;
    assert!(!windows(&desktop).await, "another key is nobody's");
    press("ctrl+alt+k").await;
    eventually("the window is back", async || windows(&desktop).await).await;
}
