//! Components, and which of them uses which.

use std::collections::{BTreeMap, BTreeSet};

/// The parts of one artefact, by their package URL.
#[derive(Debug, Default)]
pub(super) struct Inventory {
    /// The artefact itself.
    pub(super) whole: String,
    pub(super) components: BTreeMap<String, Component>,
    /// The components that each of them uses itself.
    pub(super) uses: BTreeMap<String, BTreeSet<String>>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) version: String,
    pub(super) from: Origin,
    /// An SPDX expression.
    pub(super) licence: String,
    /// Algorithm and hexadecimal digits of what the registry gave out; nothing for our own.
    pub(super) hash: Option<(String, String)>,
}

/// Where it comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// This repository.
    Here,
    CratesIo,
    Npm,
}

impl Inventory {
    /// Notes that one of them has another as a part.
    pub(super) fn connect(&mut self, user: &str, part: &str) {
        let parts = self.uses.entry(user.to_owned()).or_default();
        parts.insert(part.to_owned());
    }
}
