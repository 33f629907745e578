//! What the core asks of the window.

use super::{Core, CoreEvent};

impl Core {
    /// Lets the window offer the print dialog.
    pub(crate) fn ask_to_print(&self) {
        self.tell(CoreEvent::PrintAsked);
    }

    /// Brings the window to the front.
    pub(crate) fn come_to_front(&self) {
        self.tell(CoreEvent::FrontAsked);
    }

    /// Lets the app start again.
    pub(crate) fn ask_to_restart(&self) {
        self.tell(CoreEvent::RestartAsked);
    }
}
