//! Proton Authenticator and Proton Pass (github.com/protonpass/proton-authenticator-common,
//! github.com/ProtonMail/WebClients).

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    EntryProblem, ImportError, Source,
    loose::Text,
    preview::Reading,
    raw::{stored, title},
};
use crate::account::Note;

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Entry {
    content: Content,
    #[serde(default)]
    note: Text,
}

#[derive(Deserialize)]
struct Content {
    uri: Text,
    #[serde(default)]
    name: Text,
}

/// The authenticator's.
pub(super) fn read(text: &str) -> Result<Reading, ImportError> {
    let file: File<'_> =
        serde_json::from_str(text).map_err(|_| ImportError::Damaged(Source::Proton))?;
    let mut reading = Reading::of(Source::Proton);
    for entry in file.entries {
        let Ok(entry) = serde_json::from_str::<Entry>(entry.get()) else {
            reading.push("", Err(EntryProblem::NotUnderstood));
            continue;
        };
        let name = entry.content.name.as_str();
        let account = stored(&entry.content.uri, name, name).map(|mut account| {
            account.note = Note::clean(entry.note.as_str());
            account
        });
        reading.push(name, account);
    }
    Ok(reading)
}

#[derive(Deserialize)]
struct PassFile<'a> {
    #[serde(borrow)]
    vaults: BTreeMap<String, PassVault<'a>>,
}

#[derive(Deserialize)]
struct PassVault<'a> {
    #[serde(borrow, default)]
    items: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct PassItem {
    data: PassData,
    #[serde(default)]
    state: Text,
}

#[derive(Deserialize)]
struct PassData {
    #[serde(default)]
    metadata: PassMetadata,
    #[serde(default)]
    content: PassContent,
}

#[derive(Default, Deserialize)]
struct PassMetadata {
    #[serde(default)]
    name: Text,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PassContent {
    #[serde(default)]
    totp_uri: Text,
    #[serde(default)]
    item_username: Text,
    #[serde(default)]
    item_email: Text,
    #[serde(default)]
    username: Text,
}

/// The bin of the password store.
const IN_THE_BIN: &str = "2";

/// The password store's: only items with a code.
pub(super) fn read_pass(text: &str) -> Result<Reading, ImportError> {
    let file: PassFile<'_> =
        serde_json::from_str(text).map_err(|_| ImportError::Damaged(Source::Proton))?;
    let mut reading = Reading::of(Source::Proton);
    for item in file.vaults.into_values().flat_map(|vault| vault.items) {
        match serde_json::from_str::<PassItem>(item.get()) {
            Ok(item) => item.push(&mut reading),
            Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
        }
    }
    Ok(reading)
}

impl PassItem {
    fn push(&self, reading: &mut Reading) {
        let content = &self.data.content;
        if content.totp_uri.some().is_none() {
            return;
        }
        let user = [
            &content.item_username,
            &content.item_email,
            &content.username,
        ]
        .into_iter()
        .find_map(Text::some)
        .unwrap_or_default();
        let name = self.data.metadata.name.as_str();
        let account = if self.state.as_str() == IN_THE_BIN {
            Err(EntryProblem::Deleted)
        } else {
            stored(&content.totp_uri, name, user)
        };
        reading.push(&title(name, user), account);
    }
}
