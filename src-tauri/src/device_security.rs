//! How well this computer is secured, as far as the system tells (S118): whoever keeps the codes of the
//! second factor beside the app is shown what stands between a finder of the computer and both. Protection to
//! the person alone; it leaves the computer nowhere.

#[cfg(target_os = "linux")]
mod disk;
// What other systems print is read on every system that tests, so that only running their programs is left.
#[cfg(any(target_os = "macos", test))]
#[cfg_attr(
    not(target_os = "macos"),
    expect(dead_code, reason = "runs programs of macOS")
)]
mod macos;
#[cfg(target_os = "linux")]
mod screen_lock;
mod told;
#[cfg(any(windows, test))]
#[cfg_attr(not(windows), expect(dead_code, reason = "runs programs of Windows"))]
mod windows;

use serde::Serialize;

/// What the system tells of one protection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Protection {
    /// It is on.
    On,
    /// It is off, or the system knows of none.
    Off,
    /// The system does not say.
    Unknown,
}

/// What the system tells of this computer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub(crate) struct DeviceSecurity {
    /// Whether the disk is encrypted on which the person's files are.
    disk_encryption: Protection,
    /// Whether the screen locks itself after a while.
    screen_lock: Protection,
}

impl DeviceSecurity {
    /// The system tells nothing.
    pub(crate) const UNKNOWN: Self = Self {
        disk_encryption: Protection::Unknown,
        screen_lock: Protection::Unknown,
    };

    /// Asks the system; blocks.
    #[cfg(target_os = "linux")]
    pub(crate) fn look() -> Self {
        use std::path::Path;
        let home = std::env::home_dir();
        Self {
            disk_encryption: home.map_or(Protection::Unknown, |home| {
                disk::encryption(Path::new("/"), &home)
            }),
            screen_lock: screen_lock::of_session(),
        }
    }

    /// Asks the system; blocks.
    #[cfg(target_os = "macos")]
    pub(crate) fn look() -> Self {
        Self {
            disk_encryption: macos::disk(),
            screen_lock: macos::screen_lock(),
        }
    }

    /// Asks the system; blocks.
    #[cfg(windows)]
    pub(crate) fn look() -> Self {
        Self {
            disk_encryption: windows::disk(),
            screen_lock: windows::screen_lock(),
        }
    }
}
