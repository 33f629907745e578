//! The surroundings of the running app: its tray, the system's list of what starts with it, and the keys.

use tauri::{AppHandle, Manager as _};
use tauri_plugin_autostart::ManagerExt as _;
use tauri_plugin_global_shortcut::{GlobalShortcutExt as _, ShortcutState};

use super::{Surroundings, TrayProblem};
use crate::{core::Core, errand::Errand, shortcut::ShortcutProblem, tray::Tray, window};

/// With this argument the app begins in the tray, as the system starts it.
pub(crate) const IN_TRAY: &str = "--in-tray";

/// What this desktop offers.
pub(crate) fn surroundings(app: &AppHandle) -> Surroundings {
    let (of_tray, of_start, of_keys) = (app.clone(), app.clone(), app.clone());
    Surroundings::new(
        move || {
            of_tray
                .try_state::<Tray>()
                .map_or(Some(TrayProblem::Refused), |tray| tray.problem())
        },
        move |start| autostart(&of_start, start).map_err(|error| error.to_string()),
        move |keys| shortcut(&of_keys, keys),
    )
}

fn autostart(app: &AppHandle, start: Option<bool>) -> Result<bool, tauri_plugin_autostart::Error> {
    let list = app.autolaunch();
    match start {
        Some(true) => list.enable()?,
        Some(false) => list.disable()?,
        None => {}
    }
    list.is_enabled()
}

fn shortcut(app: &AppHandle, keys: Option<&str>) -> Result<(), ShortcutProblem> {
    if is_wayland(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty())) {
        return Err(ShortcutProblem::Wayland);
    }
    let refused = |error: tauri_plugin_global_shortcut::Error| {
        tracing::info!(%error, "the shortcut does not work");
        problem(&error.to_string())
    };
    let shortcuts = app.global_shortcut();
    shortcuts.unregister_all().map_err(refused)?;
    let Some(keys) = keys else {
        return Ok(());
    };
    shortcuts
        .on_shortcut(keys, |app, _, event| {
            if event.state == ShortcutState::Pressed
                && let Some(core) = app.try_state::<Core>()
            {
                core.give_errand(Errand::Codes);
                window::show(app);
            }
        })
        .map_err(refused)
}

/// The library says it in words alone.
fn problem(words: &str) -> ShortcutProblem {
    if words.contains("already registered") {
        ShortcutProblem::Taken
    } else {
        ShortcutProblem::Refused
    }
}

/// Whether the session is one of Wayland, where X11 hears no key that is pressed in another window.
fn is_wayland(is_set: impl Fn(&str) -> bool) -> bool {
    cfg!(target_os = "linux") && is_set("WAYLAND_DISPLAY")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_of_wayland_is_known_by_its_display() {
        assert_eq!(
            is_wayland(|name| name == "WAYLAND_DISPLAY"),
            cfg!(target_os = "linux")
        );
        assert!(!is_wayland(|name| name == "DISPLAY"));
    }

    #[test]
    fn a_key_of_another_program_is_told_from_other_refusals() {
        assert_eq!(
            problem("HotKey already registered: HotKey { … }"),
            ShortcutProblem::Taken
        );
        assert_eq!(
            problem("Unable to register hotkey: 7"),
            ShortcutProblem::Refused
        );
    }
}
