//! Programs that run beside a test and end with it.

use std::{future::Future, process::Stdio, time::Duration};

use rustix::process::{Pid, Signal, kill_process};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
    time::{sleep, timeout},
};

/// How long anything may take to come up or to end.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running program. Dropping it asks it to end (SIGTERM: some pass that on to programs that they
/// started and would otherwise leave behind).
pub(crate) struct Running {
    name: String,
    child: Child,
}

impl Running {
    pub(crate) fn start(mut command: Command) -> Self {
        let name = command
            .as_std()
            .get_program()
            .to_string_lossy()
            .into_owned();
        let child = command
            .spawn()
            .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
        Self { name, child }
    }

    /// Starts a program and waits for its first line on standard output, which the caller has
    /// piped.
    pub(crate) async fn with_first_line(command: Command) -> (Self, String) {
        Self::with_line(command, |line| Some(line.to_owned())).await
    }

    /// As [`Running::with_first_line`], for the first line in which `found` finds something.
    pub(crate) async fn with_line(
        command: Command,
        found: impl Fn(&str) -> Option<String>,
    ) -> (Self, String) {
        let mut running = Self::start(command);
        let output = running.child.stdout.take().unwrap();
        let mut lines = BufReader::new(output).lines();
        let look = async {
            while let Ok(Some(line)) = lines.next_line().await {
                if let Some(found) = found(&line) {
                    return Some(found);
                }
            }
            None
        };
        let found = timeout(PATIENCE, look).await.ok().flatten();
        let found = found.unwrap_or_else(|| panic!("{} does not come up", running.name));
        // Whatever it prints later must find a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        (running, found)
    }

    pub(crate) fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    fn terminate(&self) {
        let id = self.child.id().and_then(|id| i32::try_from(id).ok());
        if let Some(pid) = id.and_then(Pid::from_raw) {
            let _ = kill_process(pid, Signal::TERM);
        }
    }

    /// Asks the program to end and waits until it has.
    pub(crate) async fn stop(mut self) {
        self.terminate();
        let ended = timeout(PATIENCE, self.child.wait()).await;
        assert!(ended.is_ok(), "{} does not end", self.name);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.terminate();
    }
}

/// Waits until something holds, by looking again and again.
pub(crate) async fn eventually<F: Future<Output = bool>>(what: &str, holds: impl Fn() -> F) {
    let look = async {
        while !holds().await {
            sleep(Duration::from_millis(25)).await;
        }
    };
    assert!(timeout(PATIENCE, look).await.is_ok(), "in vain: {what}");
}

/// Runs a program to its end and fails with what it printed unless it succeeds.
pub(crate) async fn succeed(mut command: Command) -> String {
    let name = format!("{:?}", command.as_std());
    let output = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .await
        .unwrap_or_else(|error| panic!("{name} does not start: {error}"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{name} fails:\n{printed}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    printed
}
