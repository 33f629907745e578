//! What the page is to do next for somebody who asked outside of it: by the tray, a shortcut of the system,
//! a link, or the button that closes the window.
//!
//! It waits in the core: the page may be starting, or hold no session yet. A newer one takes its place.

use std::sync::{Mutex, PoisonError};

use serde::Serialize;

use crate::{
    core::{Core, CoreEvent},
    ipc_error::IpcError,
    link::WaitingLink,
};

/// What the page is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Errand {
    /// Show the codes, with the search ready.
    Codes,
    /// Show the account of a link that waits, as soon as the vault is open.
    Link,
    /// Say why a link tells of no account.
    BadLink {
        /// Why.
        problem: IpcError,
    },
    /// Ask whether the app ends or goes on in the tray.
    Close,
}

/// The errand that waits, and the link that one may be about.
#[derive(Default)]
pub(crate) struct Errands {
    next: Mutex<Option<Errand>>,
    pub(crate) link: WaitingLink,
}

impl Errands {
    fn give(&self, errand: Errand) {
        *self.next.lock().unwrap_or_else(PoisonError::into_inner) = Some(errand);
    }

    fn take(&self) -> Option<Errand> {
        self.next
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take()
    }
}

impl Core {
    /// Gives the page something to do.
    pub fn give_errand(&self, errand: Errand) {
        self.errands().give(errand);
        self.tell(CoreEvent::ErrandGiven);
    }

    /// What the page is to do; it is done once.
    pub(crate) fn take_errand(&self) -> Option<Errand> {
        self.errands().take()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_errand_is_done_once() {
        let errands = Errands::default();
        assert_eq!(errands.take(), None);
        errands.give(Errand::Close);
        errands.give(Errand::Codes);
        assert_eq!(errands.take(), Some(Errand::Codes));
        assert_eq!(errands.take(), None);
    }
}
