//! What goes wrong with the vault, as codes; the wording is in the catalogues under `problem-{code}`.

use keyholder_authenticator::{
    entry::NoRandomness,
    otpauth::OtpauthError,
    vault::{SaveError, VaultError},
};
use keyholder_contract::problem::Params;
use serde::Serialize;

use crate::{ipc_error::IpcError, keychain::KeyStorageProblem};

/// Failures of the vault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum VaultCode {
    /// There is none on this computer.
    VaultAbsent,
    /// There is one already.
    VaultExists,
    /// It has to be opened first.
    VaultLocked,
    /// The passphrase is another one.
    VaultWrongPassphrase,
    /// After wrong passphrases the next may be tried in `retry_after` seconds.
    VaultWait,
    /// The keychain does not work; `problem` says why.
    VaultKeychain,
    /// The keychain works, and holds no key that opens this vault.
    VaultKeyGone,
    /// The file is damaged; `previous` says whether a copy lies beside it.
    VaultDamaged,
    /// The file is older than the one that was saved last.
    VaultOlder,
    /// A newer version of the app wrote the file.
    VaultNewerVersion,
    /// The file cannot be read.
    VaultUnreadable,
    /// The file could not be saved; what was there before still is.
    VaultNotSaved,
    /// Another program saved the vault meanwhile.
    VaultChangedElsewhere,
    /// It holds no more.
    VaultFull,
    /// There is not the memory that trying a passphrase takes.
    VaultNoMemory,
    /// Without this way nothing would open it.
    VaultLastWay,
    /// There is no such entry any more.
    VaultEntryGone,
    /// The same account is in the vault.
    VaultAccountKnown,
    /// What was given tells of no account; `reason` says why.
    VaultAccountUnreadable,
    /// The file that was handed over cannot be read from the disk.
    ImportUnreadable,
    /// It is larger, or holds more, than any export.
    ImportTooLarge,
    /// It is of no program that is known here.
    ImportUnknown,
    /// Its password is another one; `program` says whose file it is.
    ImportWrongPassword,
    /// Only its own `program` opens it.
    ImportSealed,
    /// It begins like a file of `program` and goes on otherwise.
    ImportDamaged,
    /// The picture cannot be looked at.
    ImportPicture,
    /// Nothing that an authenticator could use is in it.
    ImportNothing,
    /// It asks for a password, which it can only where it is brought over alone.
    ImportAlone,
    /// More files than `max` were handed over.
    ImportTooManyFiles,
    /// The clipboard holds neither a picture nor a text.
    ImportClipboardEmpty,
    /// The screen cannot be looked at on this system.
    ImportScreenNotHere,
    /// The screen could not be looked at.
    ImportScreenFailed,
    /// Nothing is being taken over any more.
    ImportGone,
    /// Nothing new was chosen.
    ImportNothingChosen,
}

impl VaultCode {
    const fn code(self) -> &'static str {
        match self {
            Self::VaultAbsent => "vault_absent",
            Self::VaultExists => "vault_exists",
            Self::VaultLocked => "vault_locked",
            Self::VaultWrongPassphrase => "vault_wrong_passphrase",
            Self::VaultWait => "vault_wait",
            Self::VaultKeychain => "vault_keychain",
            Self::VaultKeyGone => "vault_key_gone",
            Self::VaultDamaged => "vault_damaged",
            Self::VaultOlder => "vault_older",
            Self::VaultNewerVersion => "vault_newer_version",
            Self::VaultUnreadable => "vault_unreadable",
            Self::VaultNotSaved => "vault_not_saved",
            Self::VaultChangedElsewhere => "vault_changed_elsewhere",
            Self::VaultFull => "vault_full",
            Self::VaultNoMemory => "vault_no_memory",
            Self::VaultLastWay => "vault_last_way",
            Self::VaultEntryGone => "vault_entry_gone",
            Self::VaultAccountKnown => "vault_account_known",
            Self::VaultAccountUnreadable => "vault_account_unreadable",
            Self::ImportUnreadable => "import_unreadable",
            Self::ImportTooLarge => "import_too_large",
            Self::ImportUnknown => "import_unknown",
            Self::ImportWrongPassword => "import_wrong_password",
            Self::ImportSealed => "import_sealed",
            Self::ImportDamaged => "import_damaged",
            Self::ImportPicture => "import_picture",
            Self::ImportNothing => "import_nothing",
            Self::ImportAlone => "import_alone",
            Self::ImportTooManyFiles => "import_too_many_files",
            Self::ImportClipboardEmpty => "import_clipboard_empty",
            Self::ImportScreenNotHere => "import_screen_not_here",
            Self::ImportScreenFailed => "import_screen_failed",
            Self::ImportGone => "import_gone",
            Self::ImportNothingChosen => "import_nothing_chosen",
        }
    }

    /// The failure, with what its wording names.
    pub(crate) fn with(self, name: &str, value: &(impl ToString + ?Sized)) -> IpcError {
        IpcError::of(
            self.code(),
            Params::from([(name.to_owned(), value.to_string())]),
        )
    }
}

impl From<VaultCode> for IpcError {
    fn from(code: VaultCode) -> Self {
        Self::of(code.code(), Params::new())
    }
}

impl From<KeyStorageProblem> for IpcError {
    fn from(problem: KeyStorageProblem) -> Self {
        VaultCode::VaultKeychain.with("problem", problem.word())
    }
}

/// What a vault says of itself or of a key. That a key is wrong depends on which: see there.
pub(crate) fn of_vault(error: VaultError, previous: bool) -> IpcError {
    match error {
        VaultError::NotAVault
        | VaultError::WrongLength
        | VaultError::BadHeader
        | VaultError::BadCost
        | VaultError::Damaged => VaultCode::VaultDamaged.with("previous", &previous),
        VaultError::Newer(_) | VaultError::NotUnderstood => VaultCode::VaultNewerVersion.into(),
        VaultError::WrongKey | VaultError::NoSuchSlot => VaultCode::VaultKeyGone.into(),
        VaultError::SlotCount | VaultError::TooMuch => VaultCode::VaultFull.into(),
        VaultError::NoMemory => VaultCode::VaultNoMemory.into(),
        VaultError::NoRandomness(error) => of_randomness(error),
    }
}

pub(super) fn of_save(error: SaveError) -> IpcError {
    match error {
        SaveError::Io(error) => {
            tracing::warn!(%error, "the vault cannot be saved");
            VaultCode::VaultNotSaved.into()
        }
        SaveError::Vault(error) => of_vault(error, false),
        SaveError::AnotherFile => VaultCode::VaultExists.into(),
        SaveError::ChangedMeanwhile => VaultCode::VaultChangedElsewhere.into(),
    }
}

pub(crate) fn of_randomness(_: NoRandomness) -> IpcError {
    crate::ipc_error::LocalCode::DeviceKeyFailed.into()
}

/// Why an address tells of no account.
pub(crate) fn of_account(error: OtpauthError) -> IpcError {
    VaultCode::VaultAccountUnreadable.with("reason", reason_of(error))
}

pub(super) const fn reason_of(error: OtpauthError) -> &'static str {
    match error {
        OtpauthError::NotOtpauth => "not_otpauth",
        OtpauthError::Migration => "migration",
        OtpauthError::TooLong => "too_long",
        OtpauthError::UnknownKind => "kind",
        OtpauthError::Secret(_) => "secret",
        OtpauthError::UnknownAlgorithm => "algorithm",
        OtpauthError::BadDigits => "digits",
        OtpauthError::BadPeriod => "period",
        OtpauthError::BadCounter => "counter",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_the_vault_are_what_serde_writes() {
        for code in [
            VaultCode::VaultAbsent,
            VaultCode::VaultExists,
            VaultCode::VaultLocked,
            VaultCode::VaultWrongPassphrase,
            VaultCode::VaultWait,
            VaultCode::VaultKeychain,
            VaultCode::VaultKeyGone,
            VaultCode::VaultDamaged,
            VaultCode::VaultOlder,
            VaultCode::VaultNewerVersion,
            VaultCode::VaultUnreadable,
            VaultCode::VaultNotSaved,
            VaultCode::VaultChangedElsewhere,
            VaultCode::VaultFull,
            VaultCode::VaultNoMemory,
            VaultCode::VaultLastWay,
            VaultCode::VaultEntryGone,
            VaultCode::VaultAccountKnown,
            VaultCode::VaultAccountUnreadable,
            VaultCode::ImportUnreadable,
            VaultCode::ImportTooLarge,
            VaultCode::ImportUnknown,
            VaultCode::ImportWrongPassword,
            VaultCode::ImportSealed,
            VaultCode::ImportDamaged,
            VaultCode::ImportPicture,
            VaultCode::ImportClipboardEmpty,
            VaultCode::ImportGone,
            VaultCode::ImportNothingChosen,
        ] {
            assert_eq!(serde_json::to_value(code).unwrap(), code.code());
        }
    }
}
