//! Runs another program to its end.

use std::{
    ffi::OsStr,
    path::Path,
    process::{ExitStatus, Stdio},
};

use tokio::{
    io::{AsyncRead, AsyncReadExt as _},
    process::Command,
};

use crate::{
    failure::{Done, Failure},
    group::Group,
    place, say,
};

/// A program and its arguments, run from the checkout.
pub(crate) struct Program {
    name: String,
    shown: String,
    command: Command,
    at_terminal: bool,
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
            at_terminal: false,
        }
    }

    /// Lets it ask whoever sits at the terminal.
    pub(crate) const fn at_terminal(mut self) -> Self {
        self.at_terminal = true;
        self
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
        let mut group = self.start()?;
        let status = group.child().wait().await;
        let status = status.map_err(Failure::doing(&self.name))?;
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
        let (status, stdout, stderr) = self.output().await?;
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
        let output = self.output().await;
        output.is_ok_and(|(status, ..)| status.success())
    }

    /// The command as tokio has it, for those who keep the process running.
    pub(crate) fn into_command(self) -> (String, Command) {
        (self.name, self.command)
    }

    fn start(&mut self) -> Done<Group> {
        Group::start(&mut self.command, self.at_terminal).map_err(self.cannot_start())
    }

    async fn output(&mut self) -> Done<(ExitStatus, Vec<u8>, Vec<u8>)> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut group = self.start()?;
        let child = group.child();
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let (out, err) = (child.stdout.take(), child.stderr.take());
        let read = async { tokio::try_join!(to_end(out, &mut stdout), to_end(err, &mut stderr)) };
        let (status, read) = tokio::join!(child.wait(), read);
        read.map_err(Failure::doing(&self.name))?;
        Ok((status.map_err(Failure::doing(&self.name))?, stdout, stderr))
    }

    fn cannot_start(&self) -> impl FnOnce(std::io::Error) -> Failure + use<> {
        let name = self.name.clone();
        move |reason| Failure::new(format!("{name} could not be started: {reason}"))
    }
}

async fn to_end(from: Option<impl AsyncRead + Unpin>, into: &mut Vec<u8>) -> std::io::Result<()> {
    if let Some(mut from) = from {
        from.read_to_end(into).await?;
    }
    Ok(())
}
