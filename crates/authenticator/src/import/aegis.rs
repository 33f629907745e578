//! Aegis, plain and sealed (github.com/beemdevelopment/Aegis, `docs/vault.md`); `OTPClient` and others write
//! the plain form too.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    EntryProblem, ImportError, Source,
    loose::{Flag, Text, Texts},
    open_sealed,
    preview::Reading,
    raw::{Beside, Raw},
};

#[derive(Deserialize)]
struct File<'a> {
    #[serde(borrow)]
    db: &'a RawValue,
}

#[derive(Deserialize)]
struct Database<'a> {
    #[serde(borrow)]
    entries: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    groups: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Group {
    uuid: Text,
    name: Text,
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default, rename = "type")]
    kind: Text,
    #[serde(default)]
    name: Text,
    #[serde(default)]
    issuer: Text,
    #[serde(default)]
    note: Text,
    #[serde(default)]
    favorite: Flag,
    /// Before version 3 a group had a name only.
    #[serde(default)]
    group: Text,
    #[serde(default)]
    groups: Texts,
    #[serde(default)]
    info: Info,
}

#[derive(Default, Deserialize)]
struct Info {
    #[serde(default)]
    secret: Text,
    #[serde(default)]
    algo: Text,
    #[serde(default)]
    digits: Text,
    #[serde(default)]
    period: Text,
    #[serde(default)]
    counter: Text,
}

pub(super) fn read(text: &str, password: Option<&str>) -> Result<Reading, ImportError> {
    let damaged = |_| ImportError::Damaged(Source::Aegis);
    let file: File<'_> = serde_json::from_str(text).map_err(damaged)?;
    if file.db.get().starts_with('"') {
        let password = password.ok_or(ImportError::PasswordNeeded(Source::Aegis))?;
        let opened = open_sealed::aegis(text, password)?;
        return database(&opened);
    }
    database(file.db.get())
}

fn database(text: &str) -> Result<Reading, ImportError> {
    let database: Database<'_> =
        serde_json::from_str(text).map_err(|_| ImportError::Damaged(Source::Aegis))?;
    let groups: HashMap<String, Text> = database
        .groups
        .iter()
        .filter_map(|group| serde_json::from_str::<Group>(group.get()).ok())
        .map(|group| (group.uuid.as_str().to_owned(), group.name))
        .collect();
    let mut reading = Reading::of(Source::Aegis);
    for entry in database.entries {
        match serde_json::from_str::<Entry>(entry.get()) {
            Ok(entry) => entry.push(&groups, &mut reading),
            Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
        }
    }
    Ok(reading)
}

impl Entry {
    fn push(&self, groups: &HashMap<String, Text>, reading: &mut Reading) {
        let raw = Raw {
            kind: self.kind.as_str(),
            issuer: self.issuer.as_str(),
            name: self.name.as_str(),
            secret: self.info.secret.as_str(),
            algorithm: self.info.algo.as_str(),
            digits: self.info.digits.as_str(),
            period: self.info.period.as_str(),
            counter: self.info.counter.as_str(),
        };
        let named = self
            .groups
            .0
            .iter()
            .filter_map(|id| groups.get(id.as_str()));
        let beside = Beside {
            tags: named.map(Text::as_str).chain(self.group.some()).collect(),
            pinned: self.favorite.0,
            note: self.note.as_str(),
        };
        let account = raw.account().map(|mut account| {
            beside.put(&mut account);
            account
        });
        reading.push(&raw.title(), account);
    }
}
