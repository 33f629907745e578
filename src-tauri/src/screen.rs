//! A look at the whole screen, for QR codes that another program shows (decision 58).
//!
//! The picture is in memory only, and only while it is looked at. The page asks for the look and sees what
//! it sees of any file; it gets no picture.

#[cfg(target_os = "linux")]
mod portal;
#[cfg(target_os = "linux")]
mod x11;

use std::{future::Future, pin::Pin, sync::Arc};

use zeroize::Zeroizing;

use crate::{ipc_error::IpcError, vault::VaultCode};

/// What was on the screen.
pub enum Captured {
    /// As [`keyholder_authenticator::qr::read_rgba`] takes it.
    Pixels {
        /// How wide, in pixels.
        width: usize,
        /// How high, in pixels.
        height: usize,
        /// Four bytes for each pixel.
        rgba: Vec<u8>,
    },
    /// The bytes of a picture file that lies nowhere any more.
    File(Zeroizing<Vec<u8>>),
    /// Whoever was asked whether the screen may be seen did not want it.
    Declined,
}

/// Why the screen cannot be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScreenProblem {
    /// Not on this system, or not with this desktop.
    NotHere,
    /// It failed; the log says why.
    Failed,
}

impl From<ScreenProblem> for IpcError {
    fn from(problem: ScreenProblem) -> Self {
        match problem {
            ScreenProblem::NotHere => VaultCode::ImportScreenNotHere,
            ScreenProblem::Failed => VaultCode::ImportScreenFailed,
        }
        .into()
    }
}

/// What a look at the screen gives.
pub type Capturing = Pin<Box<dyn Future<Output = Result<Captured, ScreenProblem>> + Send>>;

/// How the screen is looked at.
#[derive(Clone)]
pub struct Screen(Arc<dyn Fn() -> Capturing + Send + Sync>);

impl Screen {
    /// A screen that is looked at this way.
    pub fn new(capture: impl Fn() -> Capturing + Send + Sync + 'static) -> Self {
        Self(Arc::new(capture))
    }

    /// The screen of this system, with whatever stands on it.
    pub fn system() -> Self {
        Self::new(|| Box::pin(capture()))
    }

    /// Looks at it once.
    pub async fn capture(&self) -> Result<Captured, ScreenProblem> {
        (self.0)().await
    }
}

/// On Wayland programs do not see the screen; the desktop shows it to whom its owner allows it. An X server
/// beside it shows its own windows alone, so that it is not asked there.
#[cfg(target_os = "linux")]
async fn capture() -> Result<Captured, ScreenProblem> {
    if std::env::var_os("WAYLAND_DISPLAY").is_some() {
        let bus = zbus::Connection::session().await.map_err(|error| {
            tracing::info!(%error, "there is no bus to ask for the screen on");
            ScreenProblem::NotHere
        })?;
        return portal::capture(&bus).await;
    }
    tokio::task::spawn_blocking(x11::capture)
        .await
        .map_err(|_| ScreenProblem::Failed)?
}

/// There the system itself puts a part of the screen on the clipboard, from which it is read.
#[cfg(not(target_os = "linux"))]
async fn capture() -> Result<Captured, ScreenProblem> {
    Err(ScreenProblem::NotHere)
}

#[cfg(target_os = "linux")]
impl Screen {
    /// The screen as the desktop on this bus shows it.
    pub fn of_desktop(bus: zbus::Connection) -> Self {
        Self::new(move || {
            let bus = bus.clone();
            Box::pin(async move { portal::capture(&bus).await })
        })
    }
}
