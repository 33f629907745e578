//! When the feed is looked at.

use std::time::Duration;

use keyholder_updates::next_check;

use super::{UpdatePhase, Updater};

/// How long the loop sleeps at most: after a suspended night a look is due soon.
const NAP: Duration = Duration::from_mins(5);

impl Updater {
    /// Looks whenever it is due, until the app ends.
    pub async fn keep_looking(self) {
        if matches!(self.now().phase, UpdatePhase::Unfollowed { .. }) {
            return;
        }
        loop {
            self.look_if_due().await;
            tokio::time::sleep(NAP).await;
        }
    }

    /// Looks at the feed if it is time to.
    pub async fn look_if_due(&self) -> bool {
        let (now, last) = (self.0.parts.clock.now(), self.now().looked_at);
        // Differs from one installation to the next and from one look to the next.
        let (first, ..) = self.0.kept.get().installation.as_fields();
        let due = last.is_none_or(|last| {
            let spread = u64::from(first) ^ (last.as_micros().unsigned_abs() / 1_000);
            now >= next_check(last, now, u32::try_from(spread % 1000).unwrap_or(0))
        });
        if due {
            self.look().await;
        }
        due
    }
}
