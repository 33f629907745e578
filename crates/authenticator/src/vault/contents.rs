//! The plain text inside of a vault: JSON, of a version of its own.
//!
//! Only this file turns secrets into text, and the types that carry them there are its own.

use std::{io, num::NonZeroU32};

use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use uuid::Uuid;
use zeroize::Zeroizing;

use super::{MAX_ENTRIES, VaultError};
use crate::{
    account::{self, Account, Digits, Line, Method, Note},
    entry::{Entry, EntryId},
    secret::OtpSecret,
};

const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct Contents {
    version: u32,
    entries: Vec<Row>,
}

/// Read first, and alone: what a newer version says elsewhere is not for this one to judge.
#[derive(Deserialize)]
struct VersionOnly {
    version: u32,
}

#[derive(Serialize, Deserialize)]
struct Row {
    id: Uuid,
    issuer: String,
    name: String,
    method: MethodRow,
    secret: SecretText,
    tags: Vec<String>,
    pinned: bool,
    icon: Option<String>,
    note: SecretText,
    uses: u32,
    /// Microseconds since 1970.
    last_used: Option<i64>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
enum MethodRow {
    Time {
        algorithm: TimeCodeAlgorithm,
        digits: u8,
        period: NonZeroU32,
    },
    Counter {
        algorithm: TimeCodeAlgorithm,
        digits: u8,
        counter: u64,
    },
    Steam,
}

/// Text that is wiped when it is dropped.
struct SecretText(Zeroizing<String>);

impl Serialize for SecretText {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for SecretText {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|text| Self(Zeroizing::new(text)))
    }
}

/// The text of entries, with room for `room` more bytes behind it. It is measured first, so that it is
/// written without growing, which would leave copies behind.
pub(super) fn write(entries: &[Entry], room: usize) -> Option<Vec<u8>> {
    let contents = Contents {
        version: VERSION,
        entries: entries.iter().map(Row::of).collect(),
    };
    let mut length = Measure(0);
    serde_json::to_writer(&mut length, &contents).ok()?;
    let mut text = Vec::with_capacity(length.0.checked_add(room)?);
    serde_json::to_writer(&mut text, &contents).ok()?;
    Some(text)
}

/// The entries of a text.
pub(super) fn read(text: &[u8]) -> Result<Vec<Entry>, VaultError> {
    let not_understood = |_| VaultError::NotUnderstood;
    let VersionOnly { version } = serde_json::from_slice(text).map_err(not_understood)?;
    if version != VERSION {
        return Err(VaultError::NotUnderstood);
    }
    let contents: Contents = serde_json::from_slice(text).map_err(not_understood)?;
    if contents.entries.len() > MAX_ENTRIES {
        return Err(VaultError::TooMuch);
    }
    let entries: Result<_, serde_json::Error> =
        contents.entries.into_iter().map(Row::into_entry).collect();
    entries.map_err(not_understood)
}

struct Measure(usize);

impl io::Write for Measure {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.saturating_add(bytes.len());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Row {
    fn of(entry: &Entry) -> Self {
        let account = &entry.account;
        Self {
            id: entry.id.as_uuid(),
            issuer: account.issuer.as_str().to_owned(),
            name: account.name.as_str().to_owned(),
            method: match account.method {
                Method::Time {
                    algorithm,
                    digits,
                    period,
                } => MethodRow::Time {
                    algorithm,
                    digits: digits.number(),
                    period,
                },
                Method::Counter {
                    algorithm,
                    digits,
                    counter,
                } => MethodRow::Counter {
                    algorithm,
                    digits: digits.number(),
                    counter,
                },
                Method::Steam => MethodRow::Steam,
            },
            secret: SecretText(account.secret.to_base32()),
            tags: account
                .tags
                .iter()
                .map(|tag| tag.as_str().to_owned())
                .collect(),
            pinned: account.pinned,
            icon: account.icon.as_ref().map(|icon| icon.as_str().to_owned()),
            note: SecretText(Zeroizing::new(account.note.expose().to_owned())),
            uses: entry.uses,
            last_used: entry.last_used.map(Timestamp::as_micros),
        }
    }

    fn into_entry(self) -> Result<Entry, serde_json::Error> {
        let secret = OtpSecret::parse(&self.secret.0).map_err(de::Error::custom)?;
        let method = self.method.into_method()?;
        let mut account = Account::new(&self.issuer, &self.name, method, secret);
        account.tags = account::tags(self.tags.iter().map(String::as_str));
        account.pinned = self.pinned;
        account.icon = self.icon.as_deref().map(Line::clean);
        account.note = Note::clean(&self.note.0);
        Ok(Entry {
            id: EntryId::from_uuid(self.id),
            account,
            uses: self.uses,
            last_used: self.last_used.map(Timestamp::from_micros),
        })
    }
}

impl MethodRow {
    fn into_method(self) -> Result<Method, serde_json::Error> {
        let long = |digits: u8| {
            Digits::from_number(digits.into())
                .ok_or_else(|| de::Error::custom("no such number of digits"))
        };
        Ok(match self {
            Self::Time {
                algorithm,
                digits,
                period,
            } => Method::Time {
                algorithm,
                digits: long(digits)?,
                period,
            },
            Self::Counter {
                algorithm,
                digits,
                counter,
            } => Method::Counter {
                algorithm,
                digits: long(digits)?,
                counter,
            },
            Self::Steam => Method::Steam,
        })
    }
}
