//! `KeePassXC`'s XML, and that of the programs whose form it shares. Only entries with a code are looked
//! at: passwords stay where they are.
//!
//! ```text
//! otp                                 an address                           KeePassXC
//! TOTP Seed, TOTP Settings            a secret; "30;6", "30;S" for Steam   KeePassXC before 2.3, plug-ins
//! TimeOtp-Secret-Base32, …            a secret, and a field for each thing KeePass 2.47
//! HmacOtp-Secret-Base32, …            the same, counted                    KeePass 2.47
//! ```

use std::collections::HashMap;

use quick_xml::{Reader, events::Event};

use super::{
    EntryProblem, ImportError, Source,
    loose::Text,
    preview::Reading,
    raw::{Raw, stored, title},
};
use crate::account::{self, Account};

/// How deep groups may stand in each other.
const MAX_DEPTH: usize = 100;

pub(super) fn read(text: &str) -> Result<Reading, ImportError> {
    if !text.contains("<KeePassFile") {
        return Err(ImportError::UnknownForm);
    }
    let damaged = ImportError::Damaged(Source::KeePass);
    let mut reader = Reader::from_str(text);
    let mut walk = Walk::default();
    loop {
        match reader.read_event().map_err(|_| damaged)? {
            Event::Start(start) => walk.opens(start.local_name().as_ref()).ok_or(damaged)?,
            Event::End(_) => walk.closes(),
            Event::Text(text) => walk.says(&text.xml10_content()),
            Event::CData(text) => walk.says(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = match reference.resolve_char_ref().map_err(|_| damaged)? {
                    Some(character) => Some(character),
                    // Five have names; others would have to be declared, which no export does.
                    None => match &*reference.xml10_content() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    },
                };
                walk.says(character.ok_or(damaged)?.encode_utf8(&mut [0; 4]));
            }
            Event::Eof => return Ok(walk.reading),
            _ => {}
        }
    }
}

/// Where in the file we are, and what the present entry has said.
struct Walk {
    path: Vec<String>,
    groups: Vec<String>,
    key: String,
    value: String,
    fields: HashMap<String, Text>,
    reading: Reading,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            path: Vec::new(),
            groups: Vec::new(),
            key: String::new(),
            value: String::new(),
            fields: HashMap::new(),
            reading: Reading::of(Source::KeePass),
        }
    }
}

impl Walk {
    fn opens(&mut self, name: &str) -> Option<()> {
        if self.path.len() >= MAX_DEPTH {
            return None;
        }
        match name {
            "Group" => self.groups.push(String::new()),
            "Entry" if !self.is_in("History") => self.fields.clear(),
            "String" => {
                self.key.clear();
                self.value.clear();
            }
            _ => {}
        }
        self.path.push(name.to_owned());
        Some(())
    }

    fn says(&mut self, text: &str) {
        let mut path = self.path.iter().rev().map(String::as_str);
        match (path.next(), path.next()) {
            (Some("Key"), Some("String")) => self.key.push_str(text),
            (Some("Value"), Some("String")) => self.value.push_str(text),
            (Some("Name"), Some("Group")) => {
                if let Some(group) = self.groups.last_mut() {
                    group.push_str(text);
                }
            }
            _ => {}
        }
    }

    fn closes(&mut self) {
        let name = self.path.pop().unwrap_or_default();
        match name.as_str() {
            "Group" => drop(self.groups.pop()),
            // What an entry was before stands inside of it.
            "String" if !self.is_in("History") => {
                let value = std::mem::take(&mut self.value);
                self.fields.insert(
                    std::mem::take(&mut self.key),
                    zeroize::Zeroizing::new(value).as_str().into(),
                );
            }
            "Entry" if !self.is_in("History") => self.entry(),
            _ => {}
        }
    }

    fn is_in(&self, name: &str) -> bool {
        self.path.iter().any(|each| each == name)
    }

    fn entry(&mut self) {
        let (store_title, user) = (self.field("Title"), self.field("UserName"));
        let Some(account) = self.account(store_title, user) else {
            return;
        };
        let name = title(store_title, user);
        // The outermost group holds everything, and says nothing.
        let tags = account::tags(self.groups.iter().skip(1).map(String::as_str));
        let account = account.map(|mut account| {
            account.tags = tags;
            account
        });
        self.reading.push(&name, account);
    }

    fn field(&self, name: &str) -> &str {
        self.fields.get(name).map_or("", Text::as_str)
    }

    /// Nothing where the entry has no code.
    fn account(&self, title: &str, user: &str) -> Option<Result<Account, EntryProblem>> {
        let some = |name: &str| self.fields.get(name).filter(|text| text.some().is_some());
        if let Some(address) = some("otp") {
            return Some(stored(address, title, user));
        }
        let mut raw = Raw {
            issuer: title,
            name: user,
            ..Raw::default()
        };
        if let Some(seed) = some("TOTP Seed") {
            let mut settings = self.field("TOTP Settings").split(';');
            raw.secret = seed.as_str();
            raw.period = settings.next().unwrap_or_default();
            raw.digits = settings.next().unwrap_or_default();
            if raw.digits.eq_ignore_ascii_case("s") {
                raw.kind = "steam";
            }
        } else if let Some(secret) = some("TimeOtp-Secret-Base32") {
            raw.secret = secret.as_str();
            raw.period = self.field("TimeOtp-Period");
            raw.digits = self.field("TimeOtp-Length");
            raw.algorithm = self.field("TimeOtp-Algorithm");
        } else if let Some(secret) = some("HmacOtp-Secret-Base32") {
            raw.kind = "hotp";
            raw.secret = secret.as_str();
            raw.counter = self.field("HmacOtp-Counter");
        } else if [
            "TimeOtp-Secret",
            "TimeOtp-Secret-Hex",
            "TimeOtp-Secret-Base64",
        ]
        .iter()
        .any(|name| some(name).is_some())
        {
            // Other ways to write a secret, which no export of KeePassXC has.
            return Some(Err(EntryProblem::NotUnderstood));
        } else {
            return None;
        }
        Some(raw.account())
    }
}
