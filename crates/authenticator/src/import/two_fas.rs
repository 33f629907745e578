//! 2FAS, plain and sealed (github.com/twofas).

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{
    EntryProblem, ImportError, Source,
    loose::Text,
    open_sealed,
    preview::Reading,
    raw::{Beside, Raw},
};

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    #[serde(borrow, default)]
    services: Vec<&'a RawValue>,
    #[serde(default)]
    services_encrypted: Text,
    #[serde(borrow, default)]
    groups: Vec<&'a RawValue>,
}

#[derive(Deserialize)]
struct Group {
    id: Text,
    name: Text,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Service {
    #[serde(default)]
    name: Text,
    #[serde(default)]
    secret: Text,
    #[serde(default)]
    group_id: Text,
    #[serde(default)]
    otp: Otp,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Otp {
    #[serde(default)]
    label: Text,
    #[serde(default)]
    account: Text,
    #[serde(default)]
    issuer: Text,
    #[serde(default)]
    digits: Text,
    #[serde(default)]
    period: Text,
    #[serde(default)]
    algorithm: Text,
    #[serde(default)]
    token_type: Text,
    #[serde(default)]
    counter: Text,
}

pub(super) fn read(text: &str, password: Option<&str>) -> Result<Reading, ImportError> {
    let damaged = |_| ImportError::Damaged(Source::TwoFas);
    let file: File<'_> = serde_json::from_str(text).map_err(damaged)?;
    let groups: HashMap<String, Text> = file
        .groups
        .iter()
        .filter_map(|group| serde_json::from_str::<Group>(group.get()).ok())
        .map(|group| (group.id.as_str().to_owned(), group.name))
        .collect();
    let mut reading = Reading::of(Source::TwoFas);
    if let Some(sealed) = file.services_encrypted.some() {
        let password = password.ok_or(ImportError::PasswordNeeded(Source::TwoFas))?;
        let opened = open_sealed::two_fas(sealed, password)?;
        let services: Vec<&RawValue> = serde_json::from_str(&opened).map_err(damaged)?;
        push(&services, &groups, &mut reading);
    }
    push(&file.services, &groups, &mut reading);
    Ok(reading)
}

fn push(services: &[&RawValue], groups: &HashMap<String, Text>, reading: &mut Reading) {
    for service in services {
        match serde_json::from_str::<Service>(service.get()) {
            Ok(service) => service.push(groups, reading),
            Err(_) => reading.push("", Err(EntryProblem::NotUnderstood)),
        }
    }
}

impl Service {
    fn push(&self, groups: &HashMap<String, Text>, reading: &mut Reading) {
        let otp = &self.otp;
        let first = |one: &'_ Text, other: &'_ Text| {
            one.some().or(other.some()).unwrap_or_default().to_owned()
        };
        let (issuer, name) = (
            first(&otp.issuer, &self.name),
            first(&otp.account, &otp.label),
        );
        let raw = Raw {
            kind: otp.token_type.as_str(),
            issuer: &issuer,
            name: &name,
            secret: self.secret.as_str(),
            algorithm: otp.algorithm.as_str(),
            digits: otp.digits.as_str(),
            period: otp.period.as_str(),
            counter: otp.counter.as_str(),
        };
        let group = groups.get(self.group_id.as_str());
        let beside = Beside {
            tags: group.into_iter().map(Text::as_str).collect(),
            ..Beside::default()
        };
        let account = raw.account().map(|mut account| {
            beside.put(&mut account);
            account
        });
        reading.push(&raw.title(), account);
    }
}
