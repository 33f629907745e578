//! Links for authenticators that the system hands over (`otpauth://…`). They hold a key: a link goes to the
//! vault without passing the page, is written to no log, and leaves the arguments of the process, which
//! everybody on the computer may read, as soon as this is the process that keeps it.

use std::{
    ffi::OsString,
    io::{self, IsTerminal as _, Read as _},
    sync::{Mutex, PoisonError},
};

use keyholder_authenticator::otpauth::{self, OtpauthError};
use tauri::App;
use zeroize::Zeroizing;

use crate::{
    core::Core,
    errand::Errand,
    ipc_error::IpcResult,
    vault::{ImportStep, Offered, of_account},
};

/// With this argument the link comes through standard input.
const THROUGH_INPUT: &str = "--link-from-input";
/// How links for authenticators begin.
const BEGINNINGS: [&str; 2] = ["otpauth://", "otpauth-migration://"];

/// The link that waits for the vault to be opened.
#[derive(Default)]
pub(crate) struct WaitingLink(Mutex<Option<Zeroizing<String>>>);

impl WaitingLink {
    fn put(&self, link: Option<Zeroizing<String>>) -> Option<Zeroizing<String>> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *waiting, link)
    }

    /// Whether there is one.
    pub(crate) fn is_there(&self) -> bool {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.is_some()
    }
}

impl Core {
    /// Somebody opened a link. One that tells of no account is said to be so at once, and does not wait.
    pub fn link_opened(&self, link: Zeroizing<String>) {
        let errand = match otpauth::read(link.trim()) {
            Ok(_) | Err(OtpauthError::Migration) => {
                self.errands().link.put(Some(link));
                Errand::Link
            }
            Err(error) => Errand::BadLink {
                problem: of_account(error),
            },
        };
        self.give_errand(errand);
    }

    /// Looks at the link that waits, as at a file that is taken over: it is shown, and kept when the person
    /// says so. While the vault is locked it goes on waiting.
    pub(crate) async fn take_link(&self) -> IpcResult<ImportStep> {
        self.vault().demand_open().await?;
        let Some(link) = self.errands().link.put(None) else {
            return Ok(ImportStep::Nothing);
        };
        let bytes = Zeroizing::new(link.trim().as_bytes().to_vec());
        self.vault()
            .offer(Offered::File { name: None, bytes })
            .await
    }
}

/// The link among the arguments of a program.
pub(crate) fn among<S: AsRef<str>>(
    arguments: impl IntoIterator<Item = S>,
) -> Option<Zeroizing<String>> {
    arguments
        .into_iter()
        .find(|argument| is_link(argument.as_ref()))
        .map(|argument| Zeroizing::new(argument.as_ref().to_owned()))
}

fn is_link(argument: &str) -> bool {
    BEGINNINGS.iter().any(|beginning| {
        argument
            .get(..beginning.len())
            .is_some_and(|begins| begins.eq_ignore_ascii_case(beginning))
    })
}

/// The link that this process was started with, or that it handed to itself.
pub(crate) fn given() -> Option<Zeroizing<String>> {
    let mut arguments = std::env::args_os().skip(1);
    if arguments.next().is_some_and(|first| first == THROUGH_INPUT) {
        return from_input();
    }
    among(std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()))
}

fn from_input() -> Option<Zeroizing<String>> {
    let input = io::stdin().lock();
    if input.is_terminal() {
        return None;
    }
    let most = otpauth::MAX_BYTES + 1;
    let mut link = Zeroizing::new(String::with_capacity(most));
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    input.take(most).read_to_string(&mut link).ok()?;
    among([link.as_str()])
}

/// Starts this process anew without the link among its arguments, and with it on its standard input, where a
/// process has its arguments until it ends. Returns only where there is none, or where that fails.
#[cfg(unix)]
pub(crate) fn leave_arguments(app: &App) {
    use std::{
        io::Write as _,
        os::unix::process::CommandExt as _,
        process::{Command, Stdio},
    };
    let Some(link) =
        among(std::env::args_os().map(|argument| argument.to_string_lossy().into_owned()))
    else {
        return;
    };
    // The one that takes this one's place is no second one.
    tauri_plugin_single_instance::destroy(app);
    let anew = || -> io::Result<io::Error> {
        let (reader, mut writer) = io::pipe()?;
        // It fits into the pipe, so this waits for nobody.
        writer.write_all(link.as_bytes())?;
        drop(writer);
        let own = std::env::current_exe()?;
        Ok(Command::new(own)
            .arg(THROUGH_INPUT)
            .args(without_links(std::env::args_os().skip(1)))
            .stdin(Stdio::from(reader))
            .exec())
    };
    let (Ok(error) | Err(error)) = anew();
    tracing::warn!(%error, "the link stays among the arguments");
}

#[cfg(not(unix))]
pub(crate) fn leave_arguments(_: &App) {}

fn without_links(arguments: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    arguments.filter(|argument| {
        let text = argument.to_string_lossy();
        !is_link(&text) && text != THROUGH_INPUT
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_found_among_arguments_however_it_is_written() {
        for link in [
            "otpauth://totp/a?secret=b",
            "OTPAUTH://x",
            "otpauth-migration://offline?data=x",
        ] {
            let found = among(["keyholder", "--in-tray", link]);
            assert_eq!(found.as_deref().map(String::as_str), Some(link));
        }
        for none in [
            "",
            "otpauth:",
            "https://otpauth://",
            "otpauthx://",
            "ötpauth://",
        ] {
            assert!(among([none]).is_none(), "{none}");
        }
    }

    #[test]
    fn what_is_started_anew_gets_the_other_arguments() {
        let given = ["--in-tray", "otpauth://totp/a?secret=b", THROUGH_INPUT, "x"];
        let left: Vec<_> = without_links(given.map(OsString::from).into_iter()).collect();
        assert_eq!(left, ["--in-tray", "x"]);
    }
}
