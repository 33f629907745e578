//! Bitwarden, its authenticator, and what speaks its form (`bitwarden.com/help/export-your-data`). Only
//! items with a code are looked at: passwords stay where they are.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    EntryProblem, ImportError, Source,
    loose::{Flag, Text},
    preview::Reading,
    raw::{stored, title},
};

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    items: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Item {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    favorite: Flag,
    #[serde(default)]
    deleted_date: Text,
    #[serde(default)]
    login: Option<Login>,
}

#[derive(Deserialize)]
struct Login {
    #[serde(default)]
    username: Text,
    #[serde(default)]
    totp: Text,
}

pub(super) fn read(text: &str) -> Result<Reading, ImportError> {
    let file: File<'_> =
        serde_json::from_str(text).map_err(|_| ImportError::Damaged(Source::Bitwarden))?;
    let mut reading = Reading::of(Source::Bitwarden);
    for item in file.items {
        match serde_json::from_str::<Item>(item.get()) {
            Ok(item) => item.push(&mut reading),
            Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
        }
    }
    Ok(reading)
}

impl Item {
    fn push(&self, reading: &mut Reading) {
        let Some(login) = self
            .login
            .as_ref()
            .filter(|login| login.totp.some().is_some())
        else {
            return;
        };
        let name = title(self.name.as_str(), login.username.as_str());
        if self.deleted_date.some().is_some() {
            return reading.push(&name, Err(EntryProblem::Deleted));
        }
        let account = stored(&login.totp, self.name.as_str(), login.username.as_str());
        let account = account.map(|mut account| {
            account.pinned = self.favorite.0;
            account
        });
        reading.push(&name, account);
    }
}
