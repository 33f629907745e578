//! The system's browser.

use std::{fmt, io, sync::Arc};

use url::Url;

use crate::ipc_error::{IpcResult, LocalCode};

type Open = dyn Fn(&Url) -> io::Result<()> + Send + Sync;

/// Opens pages. Copies share it.
#[derive(Clone)]
pub struct Browser(Arc<Open>);

impl Browser {
    /// The one that the person has chosen for this computer.
    pub fn system() -> Self {
        Self::from_fn(|page| open::that_detached(page.as_str()))
    }

    /// One that does this with a page.
    pub fn from_fn(open: impl Fn(&Url) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self(Arc::new(open))
    }

    /// Opens a page. Which pages may be opened is decided before.
    pub(crate) async fn open(&self, page: Url) -> IpcResult<()> {
        let browser = self.0.clone();
        match tauri::async_runtime::spawn_blocking(move || browser(&page)).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => {
                tracing::warn!(%error, "no browser");
                Err(LocalCode::OpeningFailed.into())
            }
            Err(_) => Err(LocalCode::OpeningFailed.into()),
        }
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Browser(…)")
    }
}
