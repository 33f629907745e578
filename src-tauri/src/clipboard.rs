//! Putting text on the clipboard.

use std::sync::{Mutex, PoisonError};

/// The clipboard. It is kept open while the app runs: on Linux the text is gone with its owner.
#[derive(Default)]
pub struct Clipboard(Mutex<Option<arboard::Clipboard>>);

impl Clipboard {
    /// Puts a text on the clipboard and asks clipboard histories not to keep it, as what the app
    /// copies lets somebody in.
    pub(crate) fn copy(&self, text: &str) -> Result<(), arboard::Error> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut clipboard = match slot.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new()?,
        };
        let set = clipboard.set();
        #[cfg(target_os = "linux")]
        let set = arboard::SetExtLinux::exclude_from_history(set);
        #[cfg(target_os = "windows")]
        let set = arboard::SetExtWindows::exclude_from_history(set);
        #[cfg(target_os = "macos")]
        let set = arboard::SetExtApple::exclude_from_history(set);
        set.text(text)?;
        // A clipboard that failed is not kept: the next try opens it anew.
        *slot = Some(clipboard);
        Ok(())
    }
}
