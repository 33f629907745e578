//! A window that waits in the tray for long gives the memory of its web view back, all of it once the app has started
//! anew in its own place (decision 0064), and comes when it is asked for.
//!
//! The clock of the app is turned by `libfaketime`; no driver holds the window, as it goes and comes.

use std::{fs, path::Path};

use crate::{
    desktop::{Desktop, Keyring, app::program, running::eventually},
    faketime::{DATE_ALONE, library},
    panel::Panel,
    tray::{link, windows},
};

/// Whether a process of this app draws pages.
fn draws_pages(app: u32) -> bool {
    children(app)
        .iter()
        .any(|name| name.starts_with("WebKitWebProc"))
}

/// The names of the processes that the app started, also of those whose end nobody has waited for.
fn children(app: u32) -> Vec<String> {
    let threads = fs::read_dir(format!("/proc/{app}/task"))
        .into_iter()
        .flatten();
    let of_each = threads.flatten().map(|thread| {
        let children = fs::read_to_string(thread.path().join("children"));
        children.unwrap_or_default()
    });
    of_each
        .flat_map(|children| {
            let names = children
                .split_whitespace()
                .map(|child| fs::read_to_string(format!("/proc/{child}/comm")).unwrap_or_default());
            names.collect::<Vec<_>>()
        })
        .collect()
}

/// Whether a process has what computes OpenGL on the processor in its memory.
fn computes_opengl(process: u32) -> bool {
    let held = fs::read_to_string(format!("/proc/{process}/maps"));
    held.unwrap().contains("libLLVM")
}

#[tokio::test]
async fn goal_a_window_in_the_tray_gives_its_memory_back_and_comes_when_it_is_asked_for() {
    let Some(library) = library() else {
        eprintln!("NOT RUN: a window in the tray for long: libfaketime is not installed");
        return;
    };
    let desktop = Desktop::with_display(Keyring::Unlocked, 1280, 800).await;
    let panel = Panel::start(&desktop).await;
    let clock = desktop.home().join("clock");
    let turn = |to: &str| fs::write(&clock, to).unwrap();
    turn("+0");
    let mut app = desktop
        .command(program())
        .env("LD_PRELOAD", library)
        .env("FAKETIME_TIMESTAMP_FILE", &clock)
        .envs(DATE_ALONE)
        .kill_on_drop(true)
        .spawn()
        .unwrap();
    let process = app.id().unwrap();
    eventually("the window is there", async || windows(&desktop).await).await;

    eventually("there is a page", async || draws_pages(process)).await;
    // With a graphics card the page is composed by it, and whatever its driver holds is there.
    if !Path::new("/dev/dri").exists() {
        assert!(!computes_opengl(process), "only the process of the page");
    }

    let seen = ["Show Keyholder", "Hide in the tray", "Quit Keyholder"];
    panel.offers(&seen).await;
    for (later, asks) in [("+10m", "by the tray"), ("+20m", "by a link")] {
        panel.choose("Hide in the tray").await;
        eventually("the window is off the screen", async || {
            !windows(&desktop).await
        })
        .await;
        assert!(draws_pages(process), "at first it only waits");
        turn(later);
        eventually("the page is let go", async || !draws_pages(process)).await;
        eventually("nothing of it is left", async || {
            children(process).is_empty()
        })
        .await;
        panel.offers(&["Show Keyholder", "Quit Keyholder"]).await;
        if asks == "by the tray" {
            panel.choose("Show Keyholder").await;
        } else {
            let handed_over = link(&desktop, "Parcels").status().await.unwrap();
            assert!(handed_over.success());
        }
        eventually(asks, async || windows(&desktop).await).await;
        eventually("there is a page", async || draws_pages(process)).await;
        panel.offers(&seen).await;
    }

    panel.choose("Quit Keyholder").await;
    assert!(app.wait().await.unwrap().success());
}
