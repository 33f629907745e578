//! What an installation remembers of its feed, so that nobody plays an old state of it back, and it is seen
//! when the feed stands still.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;
use semver::Version;
use serde::{Deserialize, Serialize};

/// Without a successful check for so long, the user is warned: 30 days.
pub const FROZEN_AFTER: Duration = Duration::from_hours(30 * 24);

/// The newest release that a signature vouched for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// Its version.
    pub version: Version,
    /// When it was signed.
    pub signed_at: Timestamp,
}

/// Kept beside the app's other data; losing it makes nothing unsafe that the signature binds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedMemory {
    /// Only what was fetched and verified counts: else a forged manifest could announce version 99 and keep
    /// every honest release away.
    pub newest: Option<Seen>,
    /// When the feed last answered with a manifest that was in order; at first when the app was installed.
    pub checked_at: Timestamp,
    /// The version that the user does not want to hear of again.
    pub skipped: Option<Version>,
}

impl FeedMemory {
    /// Of a new installation.
    pub const fn new(installed_at: Timestamp) -> Self {
        Self {
            newest: None,
            checked_at: installed_at,
            skipped: None,
        }
    }

    /// A manifest was in order, whether it announced something or not.
    pub fn note_check(&mut self, now: Timestamp) {
        self.checked_at = self.checked_at.max(now);
    }

    /// A file was fetched, and its signature was right.
    pub fn note_accepted(&mut self, seen: Seen) {
        let is_newer = |known: &Seen| seen.version > known.version;
        if self.newest.as_ref().is_none_or(is_newer) {
            self.newest = Some(seen);
        }
    }

    /// Whether to warn that no update could be looked for in a long time (attempt 24).
    pub fn is_frozen(&self, now: Timestamp) -> bool {
        now.since(self.checked_at) > FROZEN_AFTER
    }
}
