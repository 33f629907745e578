//! The threads that hash, each with its own memory.
//!
//! A hash keeps a core busy for 100 ms, while whatever else the service does takes a core for some
//! microseconds at a time and is woken anew for each statement. A scheduler that lets a busy thread use up
//! its share first makes each of those wait for one; a sign-in has two dozen. So all threads but the first hash in
//! the time that nobody else wants, and the first keeps sign-ins going where all cores are busy.
//!
//! Getting 64 MiB anew for every hash would mean having the system clear 16,384 pages each time. So a
//! thread keeps its memory until it has had nothing to do for [`KEPT_FOR`].

#![expect(
    clippy::disallowed_types,
    reason = "these threads are none of the runtime's, and wait for work"
)]

use std::{
    collections::BTreeMap,
    io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Duration,
};

use argon2::Block;
use tokio::sync::OwnedSemaphorePermit;

/// How long memory lies ready after the last hash.
const KEPT_FOR: Duration = Duration::from_secs(2);

type Memory = Vec<Block>;
type Job = Box<dyn FnOnce(&mut Memory) + Send>;

/// Threads that have nothing to do at the moment, by number. They end with it.
#[derive(Clone, Default)]
pub(super) struct Threads(Arc<Mutex<BTreeMap<usize, Sender<Job>>>>);

impl Threads {
    pub(super) fn start(count: usize) -> io::Result<Self> {
        let threads = Self::default();
        for number in 0..count {
            let (sender, jobs) = mpsc::channel();
            thread::Builder::new()
                .name(format!("hash-{number}"))
                .spawn(move || {
                    if number > 0 {
                        yield_to_others();
                    }
                    work(&jobs);
                })?;
            threads.free().insert(number, sender);
        }
        Ok(threads)
    }

    /// Has a thread do it, the first one if that is free. Whoever has one of as many permits as there are
    /// threads finds one; it is handed back after the thread is free again.
    pub(super) fn run(
        &self,
        permit: OwnedSemaphorePermit,
        work: impl FnOnce(&mut Memory) + Send + 'static,
    ) {
        let Some((number, thread)) = self.free().pop_first() else {
            return;
        };
        let (threads, again) = (self.clone(), thread.clone());
        // A thread ends only with its sender, which is here.
        let _ = thread.send(Box::new(move |memory| {
            // Whoever waits for what panicked learns it, as it never answers.
            let _ = catch_unwind(AssertUnwindSafe(|| work(memory)));
            threads.free().insert(number, again);
            drop(permit);
        }));
    }

    fn free(&self) -> MutexGuard<'_, BTreeMap<usize, Sender<Job>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes way for every other thread of the machine. Where the system refuses, hashing is only less
/// considerate.
#[cfg(target_os = "linux")]
fn yield_to_others() {
    use thread_priority::{
        NormalThreadSchedulePolicy, ThreadPriority, ThreadSchedulePolicy,
        set_thread_priority_and_policy, thread_native_id,
    };
    let policy = ThreadSchedulePolicy::Normal(NormalThreadSchedulePolicy::Idle);
    let _ = set_thread_priority_and_policy(thread_native_id(), ThreadPriority::Min, policy);
}

#[cfg(not(target_os = "linux"))]
fn yield_to_others() {}

fn work(jobs: &Receiver<Job>) {
    let mut memory = Memory::new();
    let wait = |at_most: Option<Duration>| match at_most {
        Some(time) => jobs.recv_timeout(time),
        None => jobs.recv().map_err(|_| RecvTimeoutError::Disconnected),
    };
    while let Some(job) = next(wait, &mut memory) {
        job(&mut memory);
    }
}

/// The next job; `None` once nobody is left to send one. Memory is given back to the system if that takes
/// long.
fn next(
    mut wait: impl FnMut(Option<Duration>) -> Result<Job, RecvTimeoutError>,
    memory: &mut Memory,
) -> Option<Job> {
    loop {
        let at_most = (!memory.is_empty()).then_some(KEPT_FOR);
        match wait(at_most) {
            Ok(job) => return Some(job),
            Err(RecvTimeoutError::Timeout) => *memory = Memory::new(),
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use tokio::sync::Semaphore;

    use super::*;

    #[test]
    fn memory_is_kept_for_the_next_hash_and_given_back_when_none_comes() {
        let mut memory = vec![Block::new()];
        let mut waited = Vec::new();
        let outcome = next(
            |at_most| {
                waited.push(at_most);
                Err(match waited.len() {
                    1 => RecvTimeoutError::Timeout,
                    _ => RecvTimeoutError::Disconnected,
                })
            },
            &mut memory,
        );
        assert!(outcome.is_none());
        assert_eq!(waited, [Some(KEPT_FOR), None]);
        assert_eq!(memory.capacity(), 0);

        let mut memory = vec![Block::new()];
        assert!(next(|_| Ok(Box::new(|_| ())), &mut memory).is_some());
        assert_eq!(memory.len(), 1);
    }

    #[tokio::test]
    async fn a_thread_whose_work_panicked_works_on() {
        let threads = Threads::start(1).unwrap();
        let permits = Arc::new(Semaphore::new(1));
        let permit = async || Arc::clone(&permits).acquire_owned().await.unwrap();
        threads.run(permit().await, |_| panic!("on purpose"));
        let (tell, told) = mpsc::channel();
        threads.run(permit().await, move |_| tell.send("done").unwrap());
        assert_eq!(told.recv(), Ok("done"));
    }
}
