//! What the page may know of the vault. No key, no seed and, in lists, no code.

use keyholder_authenticator::{
    account::Method,
    entry::{Entry, EntryId},
};
use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{ipc_error::IpcError, keychain::KeyStorage};

/// Where the vault of this computer stands.
#[derive(Serialize, specta::Type)]
pub(crate) struct VaultView {
    /// Whether there is one, and whether it is open.
    pub(crate) status: VaultStatus,
    /// Whether the keychain opens it.
    pub(crate) keychain: bool,
    /// Whether a passphrase opens it.
    pub(crate) passphrase: bool,
    /// How the keychain of this computer is.
    pub(crate) storage: KeyStorage,
    /// How many seconds nobody may try a passphrase.
    pub(crate) wait_seconds: u32,
    /// Why it is not open though the keychain should have opened it.
    pub(crate) problem: Option<IpcError>,
}

/// Whether there is a vault, and whether it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum VaultStatus {
    /// None was made.
    Absent,
    /// There is one, and no key of it is in memory.
    Locked,
    /// It is open.
    Open,
}

/// Which copy of the vault is to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum VaultCopy {
    /// The one that was saved last, and no other.
    Newest,
    /// The one that is there, also if it is older than the one that was saved last.
    Older,
    /// The one before, beside it.
    Previous,
}

/// Which entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(transparent)]
pub(crate) struct EntryRef(#[specta(type = String)] Uuid);

impl From<EntryId> for EntryRef {
    fn from(id: EntryId) -> Self {
        Self(id.as_uuid())
    }
}

impl From<EntryRef> for EntryId {
    fn from(id: EntryRef) -> Self {
        Self::from_uuid(id.0)
    }
}

/// An entry, without its seed and its codes.
#[derive(Serialize, specta::Type)]
pub(crate) struct VaultEntry {
    /// Which one.
    id: EntryRef,
    /// Who asks for the codes; may be empty.
    issuer: String,
    /// Whose account it is there; may be empty.
    name: String,
    /// Words that it is found by.
    tags: Vec<String>,
    /// Whether it stands before the others.
    pinned: bool,
    /// How its codes are made.
    kind: CodeKind,
    /// How many characters a code has.
    digits: u8,
    /// The hash function.
    algorithm: TimeCodeAlgorithm,
    /// How long a code holds, in seconds; nothing where codes are counted.
    period_seconds: Option<u32>,
    /// When a code was taken last.
    last_used: Option<Timestamp>,
}

/// How codes are made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CodeKind {
    /// Of the time (RFC 6238).
    Time,
    /// One after the other (RFC 4226).
    Counter,
    /// As Steam does.
    Steam,
}

impl CodeKind {
    pub(super) const fn of(method: Method) -> Self {
        match method {
            Method::Time { .. } => Self::Time,
            Method::Counter { .. } => Self::Counter,
            Method::Steam => Self::Steam,
        }
    }
}

impl VaultEntry {
    pub(crate) fn of(entry: &Entry) -> Self {
        let account = &entry.account;
        let (digits, algorithm, period) = match account.method {
            Method::Time {
                algorithm,
                digits,
                period,
            } => (digits.number(), algorithm, Some(period)),
            Method::Counter {
                algorithm, digits, ..
            } => (digits.number(), algorithm, None),
            Method::Steam => (5, TimeCodeAlgorithm::Sha1, Some(Method::USUAL_PERIOD)),
        };
        Self {
            id: entry.id.into(),
            issuer: account.issuer.as_str().to_owned(),
            name: account.name.as_str().to_owned(),
            tags: account
                .tags
                .iter()
                .map(|tag| tag.as_str().to_owned())
                .collect(),
            pinned: account.pinned,
            kind: CodeKind::of(account.method),
            digits,
            algorithm,
            period_seconds: period.map(std::num::NonZeroU32::get),
            last_used: entry.last_used,
        }
    }
}

/// The codes of an entry, for as long as the page shows them.
#[derive(Serialize, specta::Type)]
pub(crate) struct ShownCode {
    /// Of which entry.
    pub(crate) id: EntryRef,
    /// The code of the moment.
    pub(crate) current: String,
    /// The one after it.
    pub(crate) next: String,
    /// When the next one takes its place, by the clock of this computer.
    pub(crate) ends_at: Timestamp,
}

/// What the screen of codes shows first.
#[derive(Serialize, specta::Type)]
pub(crate) struct FirstCodes {
    /// The vault, which is open.
    pub(crate) vault: VaultView,
    /// Every entry, in the order of the screen.
    pub(crate) entries: Vec<VaultEntry>,
    /// The codes of the first entries.
    pub(crate) codes: Vec<ShownCode>,
}

/// A code that was taken.
#[derive(Serialize, specta::Type)]
pub(crate) struct TakenCode {
    /// The code, where codes are counted: it is spent with this and shown nowhere else.
    pub(crate) counted: Option<String>,
    /// Whether it is on the clipboard.
    pub(crate) copied: bool,
    /// In how many seconds the clipboard is cleared.
    pub(crate) clears_in_seconds: u32,
}
