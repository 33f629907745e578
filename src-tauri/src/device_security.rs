//! How well this computer is secured, as far as the system tells (S118): whoever keeps the codes of the
//! second factor beside the app is shown what stands between a finder of the computer and both. Protection to
//! the person alone; it leaves the computer nowhere.

#[cfg(target_os = "linux")]
mod disk;
#[cfg(target_os = "linux")]
mod screen_lock;

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

    /// Windows and macOS are not asked yet: unknown is the truth.
    #[cfg(not(target_os = "linux"))]
    pub(crate) fn look() -> Self {
        Self::UNKNOWN
    }
}
