//! How far a download is, told to the window with each megabyte.

use keyholder_updates::Offer;

use super::{UpdatePhase, Updater};

impl Updater {
    pub(super) fn progress(&self, offer: &Offer, arrived: u64, whole: Option<u64>) {
        let small = |bytes: u64| u32::try_from(bytes).unwrap_or(u32::MAX);
        let step = |arrived: u32| arrived / 1_000_000;
        let next = small(arrived);
        let is_news = {
            let mut now = self.now();
            let before = match now.phase {
                UpdatePhase::Fetching { arrived, .. } => Some(arrived),
                _ => None,
            };
            now.phase = UpdatePhase::Fetching {
                version: offer.version.to_string(),
                arrived: next,
                whole: whole.map(small),
            };
            before.map(step) != Some(step(next))
        };
        if is_news {
            self.tell();
        }
    }
}
