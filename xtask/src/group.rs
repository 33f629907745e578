//! A program with everything that it starts, ended together. Ending cargo or npm alone would leave the
//! compilers and servers that they have started behind.

use std::time::{Duration, Instant};

use tokio::process::{Child, Command};

/// How long a program may take to end by itself.
const PATIENCE: Duration = Duration::from_secs(10);

/// A running program. Dropping it before it has ended asks it, and what it has started, to end, and ends
/// what does not.
pub(crate) struct Group {
    child: Child,
    is_own: bool,
}

impl Group {
    /// Starts the program in a process group of its own, unless it has to talk to whoever sits at the
    /// terminal: only the group in front may read from there.
    pub(crate) fn start(command: &mut Command, at_terminal: bool) -> std::io::Result<Self> {
        let is_own = cfg!(unix) && !at_terminal;
        #[cfg(unix)]
        if is_own {
            command.process_group(0);
        }
        let child = command.spawn()?;
        Ok(Self { child, is_own })
    }

    /// The program itself, to be waited for.
    pub(crate) const fn child(&mut self) -> &mut Child {
        &mut self.child
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        // Whoever has been waited for has no id any more.
        let Some(id) = self.child.id().filter(|_| self.is_own) else {
            return;
        };
        signal(id, Last::Ask);
        let asked = Instant::now();
        while matches!(self.child.try_wait(), Ok(None)) && asked.elapsed() < PATIENCE {
            pause(Duration::from_millis(20));
        }
        signal(id, Last::End);
    }
}

#[derive(Clone, Copy)]
enum Last {
    Ask,
    End,
}

#[cfg(unix)]
fn signal(leader: u32, last: Last) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let signal = match last {
        Last::Ask => Signal::TERM,
        Last::End => Signal::KILL,
    };
    if let Some(group) = i32::try_from(leader).ok().and_then(Pid::from_raw) {
        // Where nobody of it is left, there is nobody to ask.
        let _ = kill_process_group(group, signal);
    }
}

#[cfg(not(unix))]
fn signal(_leader: u32, _last: Last) {}

#[expect(
    clippy::disallowed_methods,
    reason = "a destructor cannot await, and nothing else runs on this thread"
)]
fn pause(time: Duration) {
    std::thread::sleep(time);
}
