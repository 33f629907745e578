//! What the window shows of updates.

use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::NotFollowed;
use serde::{Deserialize, Serialize};

/// Where updates stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct UpdateStatus {
    /// The version that runs.
    pub version: String,
    /// `stable` or `beta`.
    pub channel: String,
    /// System, architecture and kind of package.
    pub target: String,
    /// The address of the feed that is followed.
    pub feed: Option<String>,
    /// What is going on.
    pub phase: UpdatePhase,
    /// When the feed last answered as it should; nothing where none is followed.
    pub checked_at: Option<Timestamp>,
    /// No such answer in 30 days.
    pub frozen: bool,
    /// Why the last attempt came to nothing, as a code.
    pub fault: Option<String>,
}

/// What is going on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub enum UpdatePhase {
    /// Nothing is followed.
    Unfollowed {
        /// Why.
        why: WhyUnfollowed,
    },
    /// Nothing newer is known.
    Current,
    /// There is something newer.
    Offered {
        /// Its version.
        version: String,
        /// What is new, as text.
        notes: String,
        /// When it is to be installed, if the user said so.
        planned_for: Option<Timestamp>,
    },
    /// It is being fetched and looked at.
    Fetching {
        /// Its version.
        version: String,
        /// So many bytes are here.
        arrived: u32,
        /// Of so many, if known.
        whole: Option<u32>,
    },
    /// It was fetched and looked at; the user has to install it with a command.
    Fetched {
        /// Its version.
        version: String,
        /// The command.
        command: String,
    },
    /// It was fetched and looked at; the restart installs it.
    Ready {
        /// Its version.
        version: String,
    },
    /// It is in place, and runs from the next start on.
    Installed {
        /// Its version.
        version: String,
    },
}

/// Why nothing is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum WhyUnfollowed {
    /// This build names no feed.
    NoFeed,
    /// The administrator of the machine switched updates off.
    SwitchedOff,
    /// The administrator's policy file cannot be used.
    PolicyUnreadable,
    /// The app was not started from a package.
    NoPackage,
}

impl From<NotFollowed> for WhyUnfollowed {
    fn from(reason: NotFollowed) -> Self {
        match reason {
            NotFollowed::NoFeed => Self::NoFeed,
            NotFollowed::SwitchedOff => Self::SwitchedOff,
            NotFollowed::PolicyUnreadable => Self::PolicyUnreadable,
            NotFollowed::NoPackage => Self::NoPackage,
        }
    }
}
