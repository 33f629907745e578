//! What the user wants of an offer, beside having it now.

use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::planned;

use super::{UpdatePhase, Updater};

impl Updater {
    /// The user wants to hear no more of what is offered.
    pub fn skip(&self) {
        // Taken before the lock is asked for again.
        let offer = self.now().offer.take();
        if let Some(offer) = offer {
            self.remember(|kept| kept.feed.skipped = Some(offer.version));
            self.now().phase = UpdatePhase::Current;
            self.tell();
        }
    }

    /// The user wants it at this moment, which the window then says has come; nothing takes the plan back.
    pub fn plan(&self, at: Option<Timestamp>) {
        let now = self.0.parts.clock.now();
        let at = at.map(|asked| planned(asked, now));
        {
            let mut now = self.now();
            if let UpdatePhase::Offered { planned_for, .. } = &mut now.phase {
                *planned_for = at;
            }
        }
        self.tell();
    }
}
