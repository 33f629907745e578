//! Whether a new version stays: one that does not come up twice gives way to the one before, where the kind
//! of package lets a program replace itself.

use semver::Version;
use serde::{Deserialize, Serialize};

/// So many starts may fail.
pub const FAILED_STARTS: u8 = 2;

/// A version on trial: installed, and not known to work yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trial {
    /// The one that was installed.
    pub version: Version,
    /// The one before.
    pub previous: Version,
    /// Starts that were begun and not known to have come up.
    pub begun: u8,
}

/// What a start does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// It goes on; the count is to be written down before anything else is done.
    Go(Option<Trial>),
    /// It puts the version before back.
    GoBack(Version),
}

impl Trial {
    /// A version has just been installed in place of another.
    pub const fn new(version: Version, previous: Version) -> Self {
        Self {
            version,
            previous,
            begun: 0,
        }
    }

    /// What the start of a version does, given the trial that is written down. Once it has come up (window
    /// painted, vault read), the trial is thrown away.
    pub fn start(trial: Option<Self>, running: &Version) -> Start {
        match trial {
            Some(trial) if trial.version == *running => {
                if trial.begun >= FAILED_STARTS {
                    return Start::GoBack(trial.previous);
                }
                let begun = trial.begun + 1;
                Start::Go(Some(Self { begun, ..trial }))
            }
            // It is about a version that does not run any more.
            _ => Start::Go(None),
        }
    }

    /// Whether a version that has come up ends what is written down: its own trial, or none. That of a version
    /// that waits for the restart goes on, however often the one before is asked by its page.
    pub fn is_passed(trial: Option<&Self>, running: &Version) -> bool {
        trial.is_none_or(|trial| trial.version == *running)
    }
}
