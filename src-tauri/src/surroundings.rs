//! What the desktop around the window offers, and what of it was chosen: the tray, the start with the
//! system, a shortcut that works everywhere.
//!
//! Knows nothing of Tauri: the shell hands in what does it, and tests hand in something else.

pub(crate) mod desktop;

use std::{
    fmt,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use keyholder_contract::problem::Params;
use serde::Serialize;

use crate::{
    closing::{Closing, closing},
    core::{Core, CoreEvent},
    errand::Errand,
    ipc_error::{IpcError, IpcResult, LocalCode},
    preferences::Preferences,
    shortcut::{self, ShortcutProblem},
};

/// Why there is no tray.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum TrayProblem {
    /// The system's library for it is not installed.
    NoLibrary,
    /// Nothing on this desktop shows icons of programs.
    NoHost,
    /// The system refuses it.
    Refused,
}

type Tray = dyn Fn() -> Option<TrayProblem> + Send + Sync;
type Autostart = dyn Fn(Option<bool>) -> Result<bool, String> + Send + Sync;
type Shortcut = dyn Fn(Option<&str>) -> Result<(), ShortcutProblem> + Send + Sync;

/// What the desktop offers. Copies share it.
#[derive(Clone)]
pub struct Surroundings {
    tray: Arc<Tray>,
    autostart: Arc<Autostart>,
    shortcut: Arc<Shortcut>,
    shortcut_problem: Arc<Mutex<Option<ShortcutProblem>>>,
    close_asked: Arc<AtomicBool>,
}

impl Surroundings {
    /// What the desktop offers:
    /// * `tray` tells why nothing can be found in the tray now;
    /// * `autostart` changes whether the app starts with the system where it is given a choice, and tells how
    ///   that is; its error is for the log;
    /// * `shortcut` lets this shortcut and no other lead to the codes, or none.
    pub fn new(
        tray: impl Fn() -> Option<TrayProblem> + Send + Sync + 'static,
        autostart: impl Fn(Option<bool>) -> Result<bool, String> + Send + Sync + 'static,
        shortcut: impl Fn(Option<&str>) -> Result<(), ShortcutProblem> + Send + Sync + 'static,
    ) -> Self {
        Self {
            tray: Arc::new(tray),
            autostart: Arc::new(autostart),
            shortcut: Arc::new(shortcut),
            shortcut_problem: Arc::default(),
            close_asked: Arc::default(),
        }
    }

    /// A desktop that offers nothing.
    pub fn nothing() -> Self {
        Self::new(
            || Some(TrayProblem::NoHost),
            |_| Err("not offered".to_owned()),
            |keys| keys.map_or(Ok(()), |_| Err(ShortcutProblem::Refused)),
        )
    }

    fn note(&self, problem: Option<ShortcutProblem>) {
        let noted = self.shortcut_problem.lock();
        *noted.unwrap_or_else(PoisonError::into_inner) = problem;
    }

    fn shortcut_problem(&self) -> Option<ShortcutProblem> {
        *self
            .shortcut_problem
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Debug for Surroundings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Surroundings(…)")
    }
}

/// How the app behaves on this desktop, and what cannot be.
#[derive(Serialize, specta::Type)]
pub(crate) struct Manners {
    /// Why there is no tray to find anything in; nothing where there is one.
    tray_problem: Option<TrayProblem>,
    /// Whether the app goes on in the tray when its window is closed.
    close_to_tray: bool,
    /// Whether the app starts with the system; nothing where the system does not tell.
    autostart: Option<bool>,
    /// The shortcut that leads to the codes from everywhere.
    shortcut: Option<String>,
    /// Why no shortcut does, or not this one.
    shortcut_problem: Option<ShortcutProblem>,
}

impl Core {
    /// How the app behaves on this desktop.
    pub(crate) async fn manners(&self) -> Manners {
        let chosen = self.preferences().get();
        Manners {
            tray_problem: (self.surroundings().tray)(),
            close_to_tray: chosen.close_to_tray.unwrap_or(false),
            autostart: self.autostart(None).await.ok(),
            shortcut: chosen.shortcut,
            shortcut_problem: self.surroundings().shortcut_problem(),
        }
    }

    /// Chooses whether the app goes on in the tray when its window is closed.
    pub(crate) fn choose_close_to_tray(&self, stay: bool) -> IpcResult<()> {
        self.keep(|preferences| preferences.close_to_tray = Some(stay))
    }

    /// Chooses whether the app starts with the system.
    pub(crate) async fn choose_autostart(&self, start: bool) -> IpcResult<()> {
        let is = self.autostart(Some(start)).await.map_err(|error| {
            tracing::warn!(%error, "the start with the system is not changed");
            LocalCode::AutostartFailed
        })?;
        if is == start {
            return Ok(());
        }
        Err(LocalCode::AutostartFailed.into())
    }

    async fn autostart(&self, start: Option<bool>) -> Result<bool, String> {
        let autostart = Arc::clone(&self.surroundings().autostart);
        let asked = tokio::task::spawn_blocking(move || autostart(start));
        asked.await.map_err(|error| error.to_string())?
    }

    /// Chooses the shortcut that leads to the codes, or none. One that does not work is not kept, and the one
    /// before it stays.
    pub(crate) async fn choose_shortcut(&self, keys: Option<String>) -> IpcResult<()> {
        let before = self.preferences().get().shortcut;
        if let Err(problem) = self.press(keys.clone()).await {
            // Where even that one does not work any more, the settings say so.
            let _ = self.press(before).await;
            let named = Params::from([("problem".to_owned(), problem.word().to_owned())]);
            return Err(IpcError::of(LocalCode::ShortcutRefused.code(), named));
        }
        self.keep(|preferences| preferences.shortcut = keys)
    }

    /// Lets the chosen shortcut work, as far as the desktop lets it.
    pub(crate) async fn take_up_shortcut(&self) {
        let keys = self.preferences().get().shortcut;
        if let Err(problem) = self.press(keys).await {
            tracing::info!(?problem, "no shortcut leads to the codes");
        }
    }

    async fn press(&self, keys: Option<String>) -> Result<(), ShortcutProblem> {
        let surroundings = self.surroundings().clone();
        let set = tokio::task::spawn_blocking(move || {
            let outcome = match &keys {
                Some(keys) if !shortcut::is_usable(keys) => Err(ShortcutProblem::Unusable),
                keys => (surroundings.shortcut)(keys.as_deref()),
            };
            surroundings.note(outcome.err());
            outcome
        });
        set.await.unwrap_or(Err(ShortcutProblem::Refused))
    }

    /// Whether the window that is being closed may go, and the app with it. Otherwise it is hidden, or the page
    /// asks where nobody has chosen.
    pub fn window_closes(&self) -> bool {
        let surroundings = self.surroundings();
        let tray = (surroundings.tray)().is_none();
        let chosen = self.preferences().get().close_to_tray;
        let asked = surroundings.close_asked.load(Ordering::Relaxed);
        match closing(tray, chosen, asked) {
            Closing::End => return true,
            Closing::Hide => self.tell(CoreEvent::HideAsked),
            Closing::Ask => {
                surroundings.close_asked.store(true, Ordering::Relaxed);
                self.give_errand(Errand::Close);
            }
        }
        false
    }

    /// What the person answered: to go on in the tray, to end, or neither now.
    pub(crate) fn answer_close(&self, stay: Option<bool>) -> IpcResult<()> {
        let asked = &self.surroundings().close_asked;
        asked.store(false, Ordering::Relaxed);
        let Some(stay) = stay else {
            return Ok(());
        };
        self.choose_close_to_tray(stay)?;
        self.tell(if stay {
            CoreEvent::HideAsked
        } else {
            CoreEvent::EndAsked
        });
        Ok(())
    }

    /// Keeps a choice of whoever uses this computer.
    pub(crate) fn keep(&self, change: impl FnOnce(&mut Preferences)) -> IpcResult<()> {
        self.preferences().update(change).map_err(|error| {
            tracing::warn!(%error, "the choices cannot be saved");
            LocalCode::SavingFailed.into()
        })
    }
}
