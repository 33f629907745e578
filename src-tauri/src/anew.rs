//! Starting anew in the tray, without what a page leaves behind in the process that showed it (decision 0064).
//!
//! The process takes its own place: it keeps its number and its arguments, and hands over what the next one cannot
//! find by itself. Nothing of that is a secret.

use serde::{Deserialize, Serialize};

use crate::{core::Core, keychain::KeyStorageKind, updater::WasAt, vault::LeftVault};

/// What one start takes over from the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Whether this device is asked about sign-ins elsewhere.
    pub(crate) listens: bool,
    pub(crate) vault: LeftVault,
    /// Where somebody was on the page that was let go.
    pub(crate) was_at: Option<WasAt>,
}

impl Core {
    /// What the next start has to know, if there is no page and nothing that would be lost: no session that is only
    /// in memory, no vault that takes a passphrase again, no link that waits.
    pub async fn hand_over(&self) -> Option<Left> {
        if !self.is_page_gone() || self.errands().link.is_there() {
            return None;
        }
        let is_signed_in = self.session().await.is_some();
        let outlives = self.keychain().storage().kind == KeyStorageKind::Keychain;
        if is_signed_in && !outlives {
            return None;
        }
        Some(Left {
            listens: self.is_told_of_auth_requests().await.is_some(),
            vault: self.vault().hand_over(outlives).await?,
            was_at: self.page_is_left_at(),
        })
    }

    /// Goes on where the start before left off, without a page. That there is none holds at once.
    pub fn take_over(self, left: Left) -> impl Future<Output = ()> + Send + 'static {
        self.page_stays_away(left.was_at);
        async move { self.go_on_without_page(left.listens, left.vault).await }
    }

    async fn go_on_without_page(self, listens: bool, vault: LeftVault) {
        self.vault().take_over(vault).await;
        // Asked again by the page, whenever it comes: who is signed in now may not be so by then.
        let found = self.start().await;
        if let Err(error) = &found {
            tracing::info!(code = error.code, "it is not known yet who is signed in");
        }
        self.go_on_listening(listens).await;
    }

    async fn go_on_listening(self, listens: bool) {
        if listens {
            self.watch_auth_requests().await;
        }
        self.stand_in_for_page().await;
    }
}

#[cfg(target_os = "linux")]
pub(crate) use linux::{left, start};

/// Elsewhere the system takes the memory of a page back with its window.
#[cfg(not(target_os = "linux"))]
pub(crate) fn left() -> Option<Left> {
    None
}

#[cfg(target_os = "linux")]
mod linux {
    use std::{
        env,
        ffi::OsString,
        fs,
        io::{self, IsTerminal as _, Read as _, Write as _},
        os::unix::process::CommandExt as _,
        process::{Command, Stdio},
    };

    use rustix::process::{Pid, WaitOptions, waitpid};
    use serde::{Deserialize, Serialize};
    use tauri::{AppHandle, Manager as _};
    use tauri_plugin_window_state::AppHandleExt as _;

    use super::Left;
    use crate::{
        core::Core,
        shell::WINDOW_STATE,
        surroundings::desktop::IN_TRAY,
        updater::{UpdatePhase, Updater},
    };

    /// With this argument what is left comes through standard input.
    const ANEW: &str = "--in-tray-anew";
    /// The most of it, in bytes; a pipe holds more.
    const MOST: u64 = 16 * 1_024;

    #[derive(Serialize, Deserialize)]
    struct HandedOver {
        left: Left,
        /// Processes of the start before, whose end nobody else waits for.
        children: Vec<i32>,
    }

    /// What the start before left to this one.
    pub(crate) fn left() -> Option<Left> {
        let input = io::stdin().lock();
        if !env::args_os().any(|argument| argument == ANEW) || input.is_terminal() {
            return None;
        }
        let HandedOver { left, children } = serde_json::from_reader(input.take(MOST)).ok()?;
        for child in children.into_iter().filter_map(Pid::from_raw) {
            tauri::async_runtime::spawn_blocking(move || {
                waitpid(Some(child), WaitOptions::empty())
            });
        }
        Some(left)
    }

    /// Starts anew, where it is time. Whether that was tried: it is once.
    pub(crate) async fn start(app: &AppHandle, core: &Core) -> bool {
        if !settled(&app.state::<Updater>().status().phase) {
            return false;
        }
        let Some(left) = core.hand_over().await else {
            return false;
        };
        // A token that is renewed from here on would be lost to the next start.
        core.stop_listening().await;
        let (core, handle) = (core.clone(), app.clone());
        let tried = app.run_on_main_thread(move || {
            // Nobody wanted to see the window meanwhile: that is said on this thread, too.
            if core.is_page_gone() {
                let listens = left.listens;
                let error = take_own_place(&handle, left);
                tracing::warn!(%error, "the app goes on as it is");
                tauri::async_runtime::spawn(core.go_on_listening(listens));
            }
        });
        tried.is_ok()
    }

    /// Whether no other version is on its way into this one's place.
    fn settled(phase: &UpdatePhase) -> bool {
        matches!(
            phase,
            UpdatePhase::Unfollowed { .. } | UpdatePhase::Current | UpdatePhase::Offered { .. }
        )
    }

    /// Returns only where it fails.
    fn take_own_place(app: &AppHandle, left: Left) -> io::Error {
        // Read when the window comes back; otherwise written as the app ends.
        if let Err(error) = app.save_window_state(WINDOW_STATE) {
            tracing::warn!(%error, "the place of the window is not kept");
        }
        let anew = || -> io::Result<io::Error> {
            let children = children();
            let (reader, mut writer) = io::pipe()?;
            serde_json::to_writer(&writer, &HandedOver { left, children })?;
            writer.flush()?;
            drop(writer);
            let own = env::current_exe()?;
            // The one that takes this one's place is no second one.
            tauri_plugin_single_instance::destroy(app);
            Ok(Command::new(own)
                .args(arguments(env::args_os().skip(1)))
                .stdin(Stdio::from(reader))
                .exec())
        };
        let (Ok(error) | Err(error)) = anew();
        error
    }

    /// The same, and what says that the app begins in the tray.
    fn arguments(given: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
        given
            .filter(|argument| argument != IN_TRAY && argument != ANEW)
            .chain([IN_TRAY, ANEW].map(OsString::from))
    }

    /// The processes that this one started.
    fn children() -> Vec<i32> {
        let threads = fs::read_dir("/proc/self/task").into_iter().flatten();
        let of_each = threads.flatten().map(|thread| {
            let children = fs::read_to_string(thread.path().join("children"));
            children.unwrap_or_default()
        });
        of_each
            .flat_map(|children| {
                let numbers = children.split_whitespace().map(str::parse);
                numbers.flatten().collect::<Vec<_>>()
            })
            .collect()
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn the_next_start_has_the_same_arguments_and_begins_in_the_tray() {
            let given = [ANEW, "--elsewhere", IN_TRAY].map(OsString::from);
            let passed: Vec<_> = arguments(given.into_iter()).collect();
            assert_eq!(passed, ["--elsewhere", IN_TRAY, ANEW]);
        }

        #[test]
        fn nothing_starts_anew_beside_an_update() {
            let version = || "2.0.0".to_owned();
            assert!(settled(&UpdatePhase::Current));
            for phase in [
                UpdatePhase::Ready { version: version() },
                UpdatePhase::Installed { version: version() },
            ] {
                assert!(!settled(&phase));
            }
        }
    }
}
