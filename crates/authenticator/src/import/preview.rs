//! What a file holds, before any of it is kept.

use std::collections::HashMap;

use rand::TryCryptoRng;

use super::{EntryProblem, ImportError, MAX_ENTRIES, Source};
use crate::{
    account::{Account, Line},
    entry::{Entry, NoRandomness},
};

/// What a file holds.
pub struct Preview {
    /// Which program it is of.
    pub source: Source,
    /// What can be taken over, in the order of the file.
    pub found: Vec<Found>,
    /// What cannot, and why.
    pub refused: Vec<Refused>,
    /// The parts of an export that are not in this file, by number from 1. They can be read one after the
    /// other.
    pub missing_parts: Vec<u32>,
}

/// An account that can be taken over.
pub struct Found {
    /// The account.
    pub account: Account,
    /// Whether it is kept already.
    pub known: Known,
}

/// Whether an account is kept already: the same codes, for the same issuer and name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// It is new.
    No,
    /// The vault has it.
    InVault,
    /// It stands in the file before.
    InFile,
}

/// An entry that cannot be taken over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Which one of the file, from 1.
    pub place: usize,
    /// What is known of its issuer and name.
    pub name: Line,
    /// Why.
    pub problem: EntryProblem,
}

/// Entries as they are read, sound or not.
pub(super) struct Reading {
    source: Source,
    entries: Vec<(Line, Result<Account, EntryProblem>)>,
    missing_parts: Vec<u32>,
}

impl Reading {
    pub(super) const fn of(source: Source) -> Self {
        Self {
            source,
            entries: Vec::new(),
            missing_parts: Vec::new(),
        }
    }

    /// An entry; `name` is what people know it by if it is not sound.
    pub(super) fn push(&mut self, name: &str, entry: Result<Account, EntryProblem>) {
        self.entries.push((Line::clean(name), entry));
    }

    pub(super) const fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds what another file holds. Of two programs nothing is said.
    pub(super) fn append(&mut self, other: Self) {
        if self.source != other.source {
            self.source = Source::List;
        }
        self.entries.extend(other.entries);
        self.missing_parts.extend(other.missing_parts);
    }

    pub(super) fn missing(&mut self, parts: Vec<u32>) {
        self.missing_parts = parts;
    }

    pub(super) fn set_source(&mut self, source: Source) {
        self.source = source;
    }

    pub(super) fn preview(self, kept: &[Entry]) -> Result<Preview, ImportError> {
        if self.entries.len() > MAX_ENTRIES {
            return Err(ImportError::TooLarge);
        }
        let (mut accounts, mut refused) = (Vec::new(), Vec::new());
        for (index, (name, entry)) in self.entries.into_iter().enumerate() {
            match entry {
                Ok(account) => accounts.push(account),
                Err(problem) => refused.push(Refused {
                    place: index + 1,
                    name,
                    problem,
                }),
            }
        }
        let found = accounts.into_iter().map(|account| Found {
            account,
            known: Known::No,
        });
        let mut preview = Preview {
            source: self.source,
            found: found.collect(),
            refused,
            missing_parts: self.missing_parts,
        };
        preview.compare(kept);
        Ok(preview)
    }
}

/// Which accounts are kept already. They are looked up by their secret: names are folded only where they
/// could decide.
fn known(found: &[Found], kept: &[Entry]) -> Vec<Known> {
    let mut by_secret: HashMap<&[u8], Vec<(&Account, Known)>> = HashMap::new();
    for Entry { account, .. } in kept {
        let same = by_secret.entry(account.secret.expose()).or_default();
        same.push((account, Known::InVault));
    }
    let each = found.iter().map(|Found { account, .. }| {
        let same = by_secret.entry(account.secret.expose()).or_default();
        let before = same.iter().find(|(other, _)| account.is_same(other));
        let known = before.map_or(Known::No, |(_, known)| *known);
        if known == Known::No {
            same.push((account, Known::InFile));
        }
        known
    });
    each.collect()
}

impl Preview {
    /// Finds out anew what is kept already: the vault may have changed since the file was read.
    pub fn compare(&mut self, kept: &[Entry]) {
        let known = known(&self.found, kept);
        for (found, known) in self.found.iter_mut().zip(known) {
            found.known = known;
        }
    }

    /// Makes entries of what was chosen, by its place among what was found.
    pub fn entries(
        &self,
        mut chosen: impl FnMut(usize, Known) -> bool,
        rng: &mut impl TryCryptoRng,
    ) -> Result<Vec<Entry>, NoRandomness> {
        let found = self.found.iter().enumerate();
        found
            .filter(|(place, found)| chosen(*place, found.known))
            .map(|(_, found)| Entry::keep(found.account.clone(), rng))
            .collect()
    }
}
