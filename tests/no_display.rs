//! Started where no window can be opened, the app says so and ends.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::process::{Command, Output};

/// Starts the app in a session with these variables and no others that lead to a display.
fn start(variables: &[(&str, &str)]) -> Output {
    let home = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_keyholder"));
    for outer in ["DISPLAY", "WAYLAND_DISPLAY", "GDK_BACKEND", "KEYHOLDER_LOG"] {
        command.env_remove(outer);
    }
    for own in [
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_RUNTIME_DIR",
    ] {
        command.env(own, home.path());
    }
    command.envs(variables.iter().copied()).output().unwrap()
}

#[test]
fn without_a_display_the_app_ends_with_one_sentence() {
    for (variables, said) in [
        (&[][..], "there is no display for it"),
        (&[("DISPLAY", ":4711")], "does not answer (DISPLAY=:4711)"),
        (
            &[("WAYLAND_DISPLAY", "nobody-0"), ("GDK_BACKEND", "wayland")],
            "does not answer (WAYLAND_DISPLAY=nobody-0)",
        ),
    ] {
        let ended = start(variables);
        let words = String::from_utf8_lossy(&ended.stderr);
        assert_eq!(ended.status.code(), Some(1), "{words}");
        assert!(words.contains(said), "{words}");
        assert_eq!(words.lines().count(), 1, "{words}");
        assert!(ended.stdout.is_empty());
    }
}
