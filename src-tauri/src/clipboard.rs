//! Putting text on the clipboard.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use zeroize::Zeroizing;

use crate::core::Core;

/// How long a code stays on the clipboard (acceptance 50).
pub(crate) const CLEARS_IN: Duration = Duration::from_secs(20);

/// What somebody put on the clipboard.
pub(crate) enum Held {
    /// A picture, four bytes for each pixel.
    Picture {
        width: usize,
        height: usize,
        rgba: Vec<u8>,
    },
    /// A text.
    Text(Zeroizing<String>),
}

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

    /// What is on the clipboard: a picture, else a text, else nothing.
    pub(crate) fn held(&self) -> Result<Option<Held>, arboard::Error> {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut clipboard = match slot.take() {
            Some(clipboard) => clipboard,
            None => arboard::Clipboard::new()?,
        };
        let held = match clipboard.get_image() {
            Ok(picture) => Some(Held::Picture {
                width: picture.width,
                height: picture.height,
                rgba: picture.bytes.into_owned(),
            }),
            // It holds no picture, or one that nobody can convert.
            Err(arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure) => {
                match clipboard.get_text() {
                    Ok(text) => Some(Held::Text(Zeroizing::new(text))),
                    Err(
                        arboard::Error::ContentNotAvailable | arboard::Error::ConversionFailure,
                    ) => None,
                    Err(error) => return Err(error),
                }
            }
            Err(error) => return Err(error),
        };
        *slot = Some(clipboard);
        Ok(held)
    }

    /// Takes a text off the clipboard; what somebody put there since stays. A clipboard that cannot be
    /// read is left alone.
    pub(crate) fn clear_if_still(&self, text: &str) {
        let mut slot = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(clipboard) = slot.as_mut() else {
            return;
        };
        let there = clipboard.get_text().map(Zeroizing::new);
        if there.is_ok_and(|there| *there == text)
            && let Err(error) = clipboard.clear()
        {
            tracing::warn!(%error, "the clipboard is not cleared");
        }
    }
}

impl Core {
    /// Puts a secret on the clipboard and, after a while, takes away what is still it. Whether the
    /// clipboard took it.
    pub(crate) async fn copy_for_a_while(&self, secret: &str) -> bool {
        let secret = Zeroizing::new(secret.to_owned());
        let core = self.clone();
        let copied = tokio::task::spawn_blocking(move || {
            let copied = core.clipboard().copy(&secret);
            copied.map(|()| (core, secret))
        })
        .await;
        match copied {
            Ok(Ok((core, secret))) => {
                tokio::spawn(async move {
                    tokio::time::sleep(CLEARS_IN).await;
                    let clear = move || core.clipboard().clear_if_still(&secret);
                    drop(tokio::task::spawn_blocking(clear).await);
                });
                true
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "the clipboard fails");
                false
            }
            Err(_) => false,
        }
    }
}
