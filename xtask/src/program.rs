//! Runs another program to its end.

use std::{
    ffi::OsStr,
    path::Path,
    process::{Output, Stdio},
};

use tokio::process::Command;

use crate::{
    failure::{Done, Failure},
    place, say,
};

/// A program and its arguments, run from the checkout.
pub(crate) struct Program {
    name: String,
    shown: String,
    command: Command,
}

impl Program {
    pub(crate) fn new(name: impl AsRef<OsStr>) -> Self {
        let name = name.as_ref();
        let mut command = Command::new(name);
        command
            .current_dir(place::root())
            .stdin(Stdio::null())
            .kill_on_drop(true);
        let short = Path::new(name).file_name().unwrap_or(name);
        Self {
            name: short.to_string_lossy().into_owned(),
            shown: short.to_string_lossy().into_owned(),
            command,
        }
    }

    /// The cargo that runs this chore.
    pub(crate) fn cargo() -> Self {
        let mut cargo = Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // Set by the cargo that runs xtask; they describe xtask, not what is built here.
        for leaked in [
            "CARGO_MANIFEST_DIR",
            "CARGO_MANIFEST_PATH",
            "CARGO_PKG_NAME",
        ] {
            cargo.command.env_remove(leaked);
        }
        cargo
    }

    pub(crate) fn arg(mut self, argument: impl AsRef<OsStr>) -> Self {
        self.shown.push(' ');
        self.shown.push_str(&argument.as_ref().to_string_lossy());
        self.command.arg(argument);
        self
    }

    pub(crate) fn args<I, A>(self, arguments: I) -> Self
    where
        I: IntoIterator<Item = A>,
        A: AsRef<OsStr>,
    {
        arguments.into_iter().fold(self, Self::arg)
    }

    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    pub(crate) fn directory(mut self, directory: impl AsRef<Path>) -> Self {
        self.command.current_dir(directory);
        self
    }

    /// Runs it with its output on the terminal.
    pub(crate) async fn run(mut self) -> Done {
        say::note(&self.shown);
        let status = self.command.status().await;
        let status = status.map_err(self.cannot_start())?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!(
                "`{}` ended with {status}",
                self.shown
            )))
        }
    }

    /// Runs it without showing its output; the output is shown when it fails.
    pub(crate) async fn capture(mut self) -> Done<String> {
        let output = self.command.output().await;
        let Output {
            status,
            stdout,
            stderr,
        } = output.map_err(self.cannot_start())?;
        if status.success() {
            return Ok(String::from_utf8_lossy(&stdout).into_owned());
        }
        Err(Failure::new(format!(
            "`{}` ended with {status}: {}",
            self.shown,
            String::from_utf8_lossy(&stderr).trim()
        )))
    }

    /// Whether it can be started and ends well; nothing is shown.
    pub(crate) async fn succeeds(mut self) -> bool {
        self.command
            .output()
            .await
            .is_ok_and(|output| output.status.success())
    }

    /// The command as tokio has it, for those who keep the process running.
    pub(crate) fn into_command(self) -> (String, Command) {
        (self.name, self.command)
    }

    fn cannot_start(&self) -> impl FnOnce(std::io::Error) -> Failure + use<> {
        let name = self.name.clone();
        move |reason| Failure::new(format!("{name} could not be started: {reason}"))
    }
}
