//! Where somebody was when the app was started anew for an update: shown to them again, once.

use keyholder_domain::ids::UserId;
use serde::{Deserialize, Serialize};

use super::Updater;

/// An address of the app, and whose. It may hold what somebody searched for, so it is kept from the restart to
/// the start after it and no longer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct WasAt {
    /// The address, as the app's own pages have it behind `#`.
    pub address: String,
    /// Who was there; to nobody else it is shown.
    pub user_id: UserId,
}

impl Updater {
    /// Keeps where somebody is.
    pub(super) fn leave(&self, was_at: WasAt) {
        self.remember(|kept| kept.was_at = Some(was_at));
    }

    /// Where somebody was before this start; nothing where it was asked for before.
    pub fn come_back(&self) -> Option<WasAt> {
        let was_at = self.0.kept.get().was_at?;
        self.remember(|kept| kept.was_at = None);
        Some(was_at)
    }
}
