//! andOTP's form, which `OTPClient` and others write too: a list of objects. A list of addresses is read
//! as well.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    EntryProblem, ImportError, Source, list,
    loose::{Text, Texts},
    preview::Reading,
    raw::{Beside, Raw},
};

#[derive(Deserialize)]
struct Entry {
    #[serde(default, rename = "type")]
    kind: Text,
    #[serde(default)]
    issuer: Text,
    #[serde(default)]
    label: Text,
    secret: Text,
    #[serde(default)]
    algorithm: Text,
    #[serde(default)]
    digits: Text,
    #[serde(default)]
    period: Text,
    #[serde(default)]
    counter: Text,
    #[serde(default)]
    tags: Texts,
}

pub(super) fn read(text: &str) -> Result<Reading, ImportError> {
    if let Ok(addresses) = serde_json::from_str::<Vec<String>>(text) {
        let lines = zeroize::Zeroizing::new(addresses.join("\n"));
        let found = list::is_one(&lines).then(|| list::read(&lines));
        return found.ok_or(ImportError::UnknownForm);
    }
    let entries: Vec<&RawValue> =
        serde_json::from_str(text).map_err(|_| ImportError::UnknownForm)?;
    let mut reading = Reading::of(Source::AndOtp);
    let mut any = false;
    for entry in entries {
        match serde_json::from_str::<Entry>(entry.get()) {
            Ok(entry) => {
                any = true;
                entry.push(&mut reading);
            }
            Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
        }
    }
    any.then_some(reading).ok_or(ImportError::UnknownForm)
}

impl Entry {
    fn push(&self, reading: &mut Reading) {
        // Before there was a field for the issuer, the label said both.
        let label = self.label.as_str();
        let (issuer, name) = match (self.issuer.some(), label.split_once(" - ")) {
            (None, Some(both)) => both,
            (issuer, _) => (issuer.unwrap_or_default(), label),
        };
        let raw = Raw {
            kind: self.kind.as_str(),
            issuer,
            name,
            secret: self.secret.as_str(),
            algorithm: self.algorithm.as_str(),
            digits: self.digits.as_str(),
            period: self.period.as_str(),
            counter: self.counter.as_str(),
        };
        let beside = Beside {
            tags: self.tags.0.iter().map(Text::as_str).collect(),
            ..Beside::default()
        };
        let account = raw.account().map(|mut account| {
            beside.put(&mut account);
            account
        });
        reading.push(&raw.title(), account);
    }
}
