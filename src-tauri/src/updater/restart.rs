//! The restart into a new version: nothing of it happens before the user, or what they planned, says so.

use keyholder_updates::Offer;

use super::{Fault, UpdatePhase, Updater, WasAt, phase_of, refuse};

/// What was fetched and accepted, and waits for the restart.
pub(super) struct Ready {
    pub(super) offer: Offer,
    pub(super) bytes: Vec<u8>,
}

impl Updater {
    /// Prepares the restart into the version that is in place or ready, whose user comes back to where they are.
    /// The installers of Windows end the app in here.
    ///
    /// # Errors
    ///
    /// If nothing is in place or ready, or the installer fails; the app then goes on as it is.
    pub async fn restart_from(&self, was_at: WasAt) -> Result<(), Fault> {
        let _turn = self.0.turn.lock().await;
        let ready = {
            let mut now = self.now();
            match now.phase {
                UpdatePhase::Installed { .. } | UpdatePhase::Ready { .. } => now.ready.take(),
                _ => return Err(Fault::NotInstalled),
            }
        };
        // Before the installer, behind which there may be no more to do.
        self.leave(was_at);
        let (Some(ready), Some(put)) = (ready, &self.0.parts.put) else {
            return Ok(());
        };
        if put.keep() {
            self.begin_trial(&ready.offer.version);
        }
        let done = put.finish(&ready.offer, &ready.bytes);
        if let Err(fault) = done {
            self.come_back();
            self.end_trial();
            put.settle();
            {
                let mut now = self.now();
                now.phase = phase_of(Some(&ready.offer));
                now.offer = Some(ready.offer);
                refuse(&mut now, fault);
            }
            self.tell();
        }
        done
    }
}
