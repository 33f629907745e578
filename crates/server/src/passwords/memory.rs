//! The memory that hashes are computed in, handed on from one to the next while there is a queue.
//!
//! Getting 19 MiB anew for every hash means having the system clear 4,864 pages each time, and an
//! allocator that is asked for them by thread after thread keeps many times as much.

use std::sync::{Mutex, PoisonError};

use argon2::Block;

/// Memory that nobody computes in at the moment: as much as hashes run at once, at most.
#[derive(Default)]
pub(super) struct Memory(Mutex<Vec<Vec<Block>>>);

impl Memory {
    /// What was handed on, or nothing yet.
    pub(super) fn take(&self) -> Vec<Block> {
        self.free().pop().unwrap_or_default()
    }

    /// Hands memory on to the next in the queue.
    pub(super) fn hand_on(&self, memory: Vec<Block>) {
        self.free().push(memory);
    }

    /// Gives all of it back to the system: nobody waits for it.
    pub(super) fn give_back(&self) {
        self.free().clear();
    }

    /// A hash that panicked took its memory along; what lies here is whole.
    fn free(&self) -> std::sync::MutexGuard<'_, Vec<Vec<Block>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    #[cfg(test)]
    pub(super) fn kept(&self) -> usize {
        self.free().len()
    }
}
