//! Whether the screen locks itself after a while. There is no one place that tells: GNOME and KDE Plasma
//! are asked in their ways, of every other desktop it is unknown.

use std::{fs, process::Command};

use super::{Protection, told::told};

/// What the desktop that the person works at tells; runs a program of it.
pub(super) fn of_session() -> Protection {
    let desktop = std::env::var("XDG_CURRENT_DESKTOP").unwrap_or_default();
    let is = |name: &str| {
        desktop
            .split(':')
            .any(|part| part.eq_ignore_ascii_case(name))
    };
    if is("GNOME") {
        gnome(
            &setting("org.gnome.desktop.screensaver", "lock-enabled"),
            &setting("org.gnome.desktop.session", "idle-delay"),
        )
    } else if is("KDE") {
        let folder = std::env::var_os("XDG_CONFIG_HOME")
            .map(Into::into)
            .or_else(|| std::env::home_dir().map(|home| home.join(".config")));
        folder.map_or(Protection::Unknown, |folder: std::path::PathBuf| {
            match fs::read_to_string(folder.join("kscreenlockerrc")) {
                Ok(text) => plasma(&text),
                // Nobody has changed what it does by itself.
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => plasma(""),
                Err(_) => Protection::Unknown,
            }
        })
    } else {
        Protection::Unknown
    }
}

/// A setting of GNOME as `gsettings` prints it; nothing where it does not.
fn setting(schema: &str, key: &str) -> String {
    told(Command::new("gsettings").args(["get", schema, key]))
}

/// Locks when it goes idle (`lock-enabled`), if it ever does (`idle-delay` in seconds; 0 is never).
fn gnome(lock_enabled: &str, idle_delay: &str) -> Protection {
    let idle = idle_delay
        .trim()
        .trim_start_matches("uint32 ")
        .parse::<u32>();
    match (lock_enabled.trim(), idle) {
        ("false", _) | (_, Ok(0)) => Protection::Off,
        ("true", Ok(_)) => Protection::On,
        _ => Protection::Unknown,
    }
}

/// `kscreenlockerrc`: locks by itself unless `Autolock` is off or `Timeout` is 0.
fn plasma(text: &str) -> Protection {
    let mut section = "";
    for line in text.lines().map(str::trim) {
        if line.starts_with('[') {
            section = line;
        }
        let off = line.split_once('=').is_some_and(|(key, value)| {
            matches!(
                (key.trim(), value.trim()),
                ("Autolock", "false") | ("Timeout", "0")
            )
        });
        if section == "[Daemon]" && off {
            return Protection::Off;
        }
    }
    Protection::On
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s118_gnome_tells_whether_it_locks_and_whether_it_ever_goes_idle() {
        for (lock, idle, told) in [
            ("true\n", "uint32 300\n", Protection::On),
            ("true\n", "uint32 0\n", Protection::Off),
            ("false\n", "uint32 300\n", Protection::Off),
            ("false\n", "", Protection::Off),
            ("true\n", "", Protection::Unknown),
            ("", "", Protection::Unknown),
            ("No such schema", "nonsense", Protection::Unknown),
        ] {
            assert_eq!(gnome(lock, idle), told, "{lock:?} {idle:?}");
        }
    }

    #[test]
    fn s118_plasma_locks_unless_told_otherwise() {
        for (text, told) in [
            ("", Protection::On),
            ("[Daemon]\nAutolock=true\nTimeout=10\n", Protection::On),
            ("[Daemon]\nAutolock=false\n", Protection::Off),
            ("[Daemon]\nLockGrace=5\nTimeout = 0\n", Protection::Off),
            ("[Greeter]\nAutolock=false\n", Protection::On),
        ] {
            assert_eq!(plasma(text), told, "{text:?}");
        }
    }
}
