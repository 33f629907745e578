//! How the vault stands when the app starts anew in the tray (decision 0064): neither is it opened by that, nor
//! locked where nobody locked it.

use keyholder_authenticator::{vault::SlotKind, wrong_passphrases::WrongPassphrases};
use keyholder_domain::timestamp::Timestamp;
use serde::{Deserialize, Serialize};

use super::{KeptVault, open::kinds};

/// How it stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum LeftVault {
    /// Nobody has looked at it.
    Untouched,
    /// It was opened before, and is locked.
    Locked,
    /// The keychain opens it.
    Open {
        /// When somebody used the app for the last time.
        used: Timestamp,
    },
}

impl KeptVault {
    /// How it stands; nothing where that would be lost: opened by a passphrase alone, with something that is being
    /// taken over, or where wrong passphrases are counted. `has_keychain` says whether the keychain outlives the app.
    pub(crate) async fn hand_over(&self, has_keychain: bool) -> Option<LeftVault> {
        let state = self.state.lock().await;
        if state.wrong != WrongPassphrases::default() {
            return None;
        }
        let Some(open) = &state.open else {
            return Some(if state.begun {
                LeftVault::Locked
            } else {
                LeftVault::Untouched
            });
        };
        let opens = has_keychain && kinds(open.vault.slots()).contains(&SlotKind::Keychain);
        (opens && open.import.is_none()).then(|| LeftVault::Open {
            used: open.idle.last_used(),
        })
    }

    /// Stands as it was left. What the keychain does not open any more is locked.
    pub(crate) async fn take_over(&self, left: LeftVault) {
        match left {
            LeftVault::Untouched => {}
            LeftVault::Locked => self.state.lock().await.begun = true,
            LeftVault::Open { used } => {
                if let Err(error) = self.begin().await {
                    tracing::info!(code = error.code, "the vault stays locked");
                }
                if let Some(open) = &mut self.state.lock().await.open {
                    open.idle.used(used);
                }
            }
        }
    }
}
