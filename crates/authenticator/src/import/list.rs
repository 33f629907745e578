//! Lists of addresses, one in each line: of Ente, of Google's app, of many others.
//!
//! One program that is widely used counts the length of what it writes in characters and not in bytes
//! (`OTPClient` 3.1, which leaves the issuer unencoded besides). A line with an umlaut there lacks its line
//! break and runs into the next; with two it lacks the last digit of its period as well, so that 30
//! becomes 3. Such an end is not believed.

use serde::Deserialize;

use super::{
    EntryProblem, Source, google,
    loose::{Flag, Text, Texts},
    preview::Reading,
    raw::{Beside, title},
};
use crate::{
    account::Account,
    otpauth::{Address, OtpauthError},
};

const SCHEMES: [&str; 4] = [
    "otpauth://",
    "otpauth-migration://",
    "apple-otpauth://",
    "steam://",
];

/// Whether a text is such a list.
pub(super) fn is_one(text: &str) -> bool {
    text.lines().any(|line| !begins(line).is_empty())
}

/// The addresses of a list.
pub(super) fn read(text: &str) -> Reading {
    let mut reading = Reading::of(Source::List);
    let mut google = google::Parts::default();
    for whole in text.split_inclusive('\n') {
        let line = whole.trim();
        let breaks = whole.len() > line.len();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let begins = begins(line);
        if begins.is_empty() {
            reading.push("", Err(EntryProblem::NotUnderstood));
        }
        let ends = begins.iter().skip(1).copied().chain([line.len()]);
        for (from, to) in begins.iter().copied().zip(ends) {
            let address = line.get(from..to).unwrap_or_default();
            let end = match (to == line.len(), breaks) {
                (true, true) => End::Line,
                (true, false) => End::Text,
                (false, _) => End::Address,
            };
            entry(address, end, &mut reading, &mut google);
        }
    }
    if google.any() {
        reading.set_source(Source::Google);
        reading.missing(google.missing());
    }
    reading
}

/// Where addresses begin in a line: usually at its start alone.
fn begins(line: &str) -> Vec<usize> {
    let lower = line.to_ascii_lowercase();
    let mut begins: Vec<usize> = SCHEMES
        .iter()
        .flat_map(|scheme| lower.match_indices(scheme).map(|(at, _)| at))
        .collect();
    begins.sort_unstable();
    // A scheme that ends like another one is one.
    begins.retain(|at| {
        !lower
            .get(..*at)
            .is_some_and(|before| before.ends_with("apple-"))
    });
    begins
}

/// What comes behind an address.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Line,
    Text,
    Address,
}

fn entry(address: &str, end: End, reading: &mut Reading, google: &mut google::Parts) {
    match Address::parse(address) {
        Err(OtpauthError::Migration) => google.read(address, reading),
        Err(error) => reading.push("", Err(error.into())),
        Ok(parsed) => {
            let (issuer, name) = parsed.title();
            let name = title(&issuer, &name);
            if is_cut(address, end) {
                return reading.push(&name, Err(EntryProblem::CutOff));
            }
            let account = parsed.account().map_err(EntryProblem::from);
            match parsed.value("codedisplay") {
                None => reading.push(&name, account),
                Some(json) => {
                    reading.set_source(Source::Ente);
                    reading.push(&name, account.and_then(|account| ente(account, &json)));
                }
            }
        }
    }
}

/// Whether the end of an address is missing: it lacks as many characters as it has bytes more than
/// characters, the first of them the line break.
fn is_cut(address: &str, end: End) -> bool {
    let lost = address.len() - address.chars().count();
    let whole = || {
        // Of the last address of all nobody knows whether there was a line break; most have this end.
        let ends = ["&period=30", "&period=60"];
        end == End::Text && ends.iter().any(|whole| address.ends_with(whole))
    };
    end != End::Line && lost > 1 && !whole()
}

/// What Ente keeps beside an address.
#[derive(Deserialize)]
struct EnteDisplay {
    #[serde(default)]
    trashed: Flag,
    #[serde(default)]
    pinned: Flag,
    #[serde(default)]
    tags: Texts,
    #[serde(default)]
    note: Text,
}

fn ente(mut account: Account, json: &str) -> Result<Account, EntryProblem> {
    // What cannot be read is left out: the code is what counts.
    let Ok(display) = serde_json::from_str::<EnteDisplay>(json) else {
        return Ok(account);
    };
    if display.trashed.0 {
        return Err(EntryProblem::Deleted);
    }
    let beside = Beside {
        tags: display.tags.0.iter().map(Text::as_str).collect(),
        pinned: display.pinned.0,
        note: display.note.as_str(),
    };
    beside.put(&mut account);
    Ok(account)
}
