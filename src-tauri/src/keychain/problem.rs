//! Why a keychain does not work, as a stable word.

use keyring_core::Error;
use serde::Serialize;

/// Why the session is kept in memory only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum KeyStorageProblem {
    /// There is no D-Bus session bus to ask on.
    NoSessionBus,
    /// No keychain program answers.
    NoService,
    /// The keychain is locked and was not unlocked.
    Locked,
    /// The operating system does not let the app use it.
    Denied,
    /// Anything else; the log says what.
    Failed,
}

impl KeyStorageProblem {
    /// The word, as it is written on the wire.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::NoSessionBus => "no_session_bus",
            Self::NoService => "no_service",
            Self::Locked => "locked",
            Self::Denied => "denied",
            Self::Failed => "failed",
        }
    }

    /// The word for an error.
    pub(super) fn of(error: &Error) -> Self {
        match error {
            Error::PlatformFailure(cause) | Error::NoStorageAccess(cause) => {
                platform(cause.as_ref()).unwrap_or(match error {
                    Error::NoStorageAccess(_) => Self::Denied,
                    _ => Self::Failed,
                })
            }
            Error::NoDefaultStore => Self::NoService,
            _ => Self::Failed,
        }
    }
}

#[cfg(target_os = "linux")]
fn platform(cause: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<KeyStorageProblem> {
    use secret_service::Error as Service;
    match cause.downcast_ref::<Service>()? {
        Service::Locked | Service::Prompt | Service::PromptDisconnected => {
            Some(KeyStorageProblem::Locked)
        }
        // There is no collection to write to, and none can be made without asking.
        Service::NoResult => Some(KeyStorageProblem::Locked),
        // Its word for a bus that is not there.
        Service::Unavailable => Some(KeyStorageProblem::NoSessionBus),
        Service::Zbus(error) => bus(error),
        Service::ZbusFdo(error) => standard(error),
        _ => None,
    }
}

#[cfg(target_os = "linux")]
fn bus(error: &zbus::Error) -> Option<KeyStorageProblem> {
    match error {
        zbus::Error::Connection(..)
        | zbus::Error::InputOutput(_)
        | zbus::Error::Address(_)
        | zbus::Error::Handshake(_) => Some(KeyStorageProblem::NoSessionBus),
        zbus::Error::MethodError(name, ..) => match name.as_str() {
            "org.freedesktop.DBus.Error.ServiceUnknown"
            | "org.freedesktop.DBus.Error.NameHasNoOwner"
            | "org.freedesktop.DBus.Error.NoReply"
            | "org.freedesktop.DBus.Error.Spawn.ChildExited" => Some(KeyStorageProblem::NoService),
            "org.freedesktop.DBus.Error.AccessDenied" => Some(KeyStorageProblem::Denied),
            _ => None,
        },
        zbus::Error::FDO(error) => standard(error),
        _ => None,
    }
}

#[cfg(target_os = "linux")]
fn standard(error: &zbus::fdo::Error) -> Option<KeyStorageProblem> {
    use zbus::fdo::Error as Standard;
    match error {
        Standard::ServiceUnknown(_) | Standard::NameHasNoOwner(_) | Standard::NoReply(_) => {
            Some(KeyStorageProblem::NoService)
        }
        Standard::AccessDenied(_) => Some(KeyStorageProblem::Denied),
        Standard::NoServer(_) | Standard::Disconnected(_) => Some(KeyStorageProblem::NoSessionBus),
        Standard::ZBus(error) => bus(error),
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
fn platform(_: &(dyn std::error::Error + Send + Sync + 'static)) -> Option<KeyStorageProblem> {
    None
}
