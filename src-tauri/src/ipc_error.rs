//! Why a command failed, as codes; the wording is in the catalogues under `problem-{code}`.

use keyholder_client::{AddressError, Error};
use keyholder_contract::problem::{ErrorCode, FieldCode, FieldError, Params};
use serde::Serialize;

/// The result of every command.
pub(crate) type IpcResult<T> = Result<T, IpcError>;

/// A refusal or failure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
pub struct IpcError {
    /// An error code of the service's contract, or one of [`LocalCode`].
    pub code: String,
    /// The values that the wording names.
    pub params: Params,
    /// The unacceptable fields, with `invalid_fields` only.
    pub errors: Vec<FieldError>,
}

/// Failures that have their origin in the app or on the way to the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum LocalCode {
    /// This machine has no network.
    Offline,
    /// Nobody answers at the address.
    ServerUnreachable,
    /// What was typed is not the address of a service.
    InvalidServerAddress,
    /// The address would send passwords in the clear.
    InsecureServerAddress,
    /// Whoever answers is not an identity service.
    UnexpectedReply,
    /// The service wants something that this version does not know.
    AppTooOld,
    /// The link leads somewhere that the app does not open.
    LinkNotAllowed,
    /// The clipboard took nothing.
    ClipboardFailed,
    /// The operating system opened nothing.
    OpeningFailed,
    /// The choices could not be written to disk.
    SavingFailed,
    /// The person stopped waiting for the browser.
    BrowserWaitStopped,
    /// Nothing came back from the browser in time, or nothing is waited for.
    BrowserWaitOver,
    /// No copy of the list is there to be read offline.
    OfflineCopyGone,
    /// The copy does not say which locations somebody reaches.
    OfflineLocations,
    /// The copy holds nobody who is in the bin.
    OfflineBin,
    /// The operating system gave no randomness for the key of this device.
    DeviceKeyFailed,
    /// The system does not change whether the app starts with it.
    AutostartFailed,
    /// The shortcut does not work everywhere; `problem` says why.
    ShortcutRefused,
}

impl LocalCode {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Offline => "offline",
            Self::ServerUnreachable => "server_unreachable",
            Self::InvalidServerAddress => "invalid_server_address",
            Self::InsecureServerAddress => "insecure_server_address",
            Self::UnexpectedReply => "unexpected_reply",
            Self::AppTooOld => "app_too_old",
            Self::LinkNotAllowed => "link_not_allowed",
            Self::ClipboardFailed => "clipboard_failed",
            Self::OpeningFailed => "opening_failed",
            Self::SavingFailed => "saving_failed",
            Self::BrowserWaitStopped => "browser_wait_stopped",
            Self::BrowserWaitOver => "browser_wait_over",
            Self::OfflineCopyGone => "offline_copy_gone",
            Self::OfflineLocations => "offline_locations",
            Self::OfflineBin => "offline_bin",
            Self::DeviceKeyFailed => "device_key_failed",
            Self::AutostartFailed => "autostart_failed",
            Self::ShortcutRefused => "shortcut_refused",
        }
    }
}

impl IpcError {
    fn bare(code: &str) -> Self {
        Self::of(code, Params::new())
    }

    /// A code, with the values that its wording names.
    pub(crate) fn of(code: &str, params: Params) -> Self {
        Self {
            code: code.to_owned(),
            params,
            errors: Vec::new(),
        }
    }

    /// Whether the service could not be reached at all.
    pub(crate) fn is_connection(&self) -> bool {
        [LocalCode::Offline, LocalCode::ServerUnreachable]
            .iter()
            .any(|code| code.code() == self.code)
    }

    /// Whether the service refused for good, rather than for the moment: what was asked for is not for
    /// this person, or not any more.
    pub(crate) fn closes(&self) -> bool {
        [ErrorCode::PermissionMissing, ErrorCode::NotFound]
            .iter()
            .any(|code| code.code() == self.code)
    }

    /// Nobody is signed in.
    pub(crate) fn sign_in_required() -> Self {
        Self::bare(ErrorCode::SignInRequired.code())
    }

    /// An argument that no screen of ours sends.
    pub(crate) fn field(field: &str, code: FieldCode, params: Params) -> Self {
        Self {
            errors: vec![Self::fault(field, code, params)],
            ..Self::bare(ErrorCode::InvalidFields.code())
        }
    }

    /// What is wrong with one field.
    pub(crate) fn fault(field: &str, code: FieldCode, params: Params) -> FieldError {
        FieldError {
            field: field.to_owned(),
            code,
            params,
        }
    }
}

impl From<LocalCode> for IpcError {
    fn from(code: LocalCode) -> Self {
        Self::bare(code.code())
    }
}

impl From<AddressError> for IpcError {
    fn from(error: AddressError) -> Self {
        match error {
            AddressError::Invalid => LocalCode::InvalidServerAddress,
            AddressError::Insecure => LocalCode::InsecureServerAddress,
        }
        .into()
    }
}

impl From<Error> for IpcError {
    fn from(error: Error) -> Self {
        match error {
            Error::Problem(problem) => Self {
                code: problem.code.code().to_owned(),
                params: problem.params,
                errors: problem.errors,
            },
            Error::Offline => LocalCode::Offline.into(),
            Error::Unreachable { reason } => {
                tracing::info!(reason, "the service does not answer");
                LocalCode::ServerUnreachable.into()
            }
            Error::InvalidReply { reason } => {
                tracing::warn!(reason, "an unexpected reply");
                LocalCode::UnexpectedReply.into()
            }
            Error::UnknownStep => LocalCode::AppTooOld.into(),
            Error::Address(error) => error.into(),
            Error::Signing(error) => {
                tracing::error!(%error, "the device key does not sign");
                Self::bare(ErrorCode::Internal.code())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_codes_are_what_serde_writes() {
        for code in [
            LocalCode::Offline,
            LocalCode::ServerUnreachable,
            LocalCode::InvalidServerAddress,
            LocalCode::InsecureServerAddress,
            LocalCode::UnexpectedReply,
            LocalCode::AppTooOld,
            LocalCode::LinkNotAllowed,
            LocalCode::ClipboardFailed,
            LocalCode::OpeningFailed,
            LocalCode::SavingFailed,
            LocalCode::OfflineCopyGone,
            LocalCode::OfflineLocations,
            LocalCode::OfflineBin,
            LocalCode::DeviceKeyFailed,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), code.code());
        }
    }
}
