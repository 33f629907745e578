//! A process that runs while something else is done, and is ended with it.

use std::{
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStdout},
};

use crate::{
    failure::{Done, Failure},
    program::Program,
};

/// How long a process may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running process. Dropping it asks the process to end, and ends it if it does not.
pub(crate) struct Running {
    name: String,
    child: Child,
}

impl Running {
    /// Starts a program in the background; its standard output can be read line by line.
    pub(crate) fn start(program: Program) -> Done<(Self, Lines<BufReader<ChildStdout>>)> {
        let (name, mut command) = program.into_command();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|reason| Failure::new(format!("{name} could not be started: {reason}")))?;
        let output = child
            .stdout
            .take()
            .ok_or_else(|| Failure::new(format!("{name} has no standard output")))?;
        Ok((Self { name, child }, BufReader::new(output).lines()))
    }

    /// The process id, while it runs.
    #[cfg_attr(
        not(feature = "bench"),
        expect(dead_code, reason = "only measuring asks")
    )]
    pub(crate) fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// Waits until the process ends by itself.
    pub(crate) async fn ended(&mut self) -> Done {
        let status = self.child.wait().await;
        let status = status.map_err(Failure::doing(&self.name))?;
        if status.success() {
            Ok(())
        } else {
            Err(Failure::new(format!("{} ended with {status}", self.name)))
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        ask_to_end(&self.child);
        let asked = Instant::now();
        while let Ok(None) = self.child.try_wait() {
            if asked.elapsed() > PATIENCE {
                drop(self.child.start_kill());
                return;
            }
            pause(Duration::from_millis(20));
        }
    }
}

#[cfg(unix)]
fn ask_to_end(child: &Child) {
    let id = child.id().and_then(|id| i32::try_from(id).ok());
    if let Some(id) = id.and_then(rustix::process::Pid::from_raw) {
        // It may have ended already; then there is nobody to ask.
        let _ = rustix::process::kill_process(id, rustix::process::Signal::TERM);
    }
}

#[cfg(not(unix))]
fn ask_to_end(_child: &Child) {}

#[expect(
    clippy::disallowed_methods,
    reason = "a destructor cannot await, and nothing else runs on this thread"
)]
fn pause(time: Duration) {
    std::thread::sleep(time);
}
