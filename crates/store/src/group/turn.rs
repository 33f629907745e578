//! One turn at writing: its savepoint, and what it leaves behind.

use std::sync::Arc;

use sea_orm::DatabaseTransaction;
use tokio::sync::{OwnedMutexGuard, oneshot};

use super::{AHEAD_OF, Left, MOST, Savepoint, Told, Writing, lost};
use crate::error::StoreError;

/// A turn at writing. Dropping it takes back what it has written.
#[derive(Debug)]
pub(crate) struct Turn {
    // Dropped before the turn is over, so that whoever comes next finds nobody else at it.
    tx: Arc<DatabaseTransaction>,
    /// Absent once the turn has ended.
    writing: Option<OwnedMutexGuard<Writing>>,
    /// Its savepoint, with others' changes before it; absent where the transaction was begun for this turn.
    savepoint: Option<Savepoint>,
}

/// A turn that has left its changes to a flush.
pub(super) struct Finished {
    /// Tells of the flush.
    pub(super) flushed: oneshot::Receiver<Told>,
    /// Which one it is.
    pub(super) number: u64,
    /// The turn itself, if the flush is due before anybody else writes.
    pub(super) full: Option<OwnedMutexGuard<Writing>>,
    /// Whether others are likely on their way.
    pub(super) company: bool,
}

impl Turn {
    pub(crate) fn tx(&self) -> &DatabaseTransaction {
        &self.tx
    }

    /// Begins to write in a transaction that was begun for it.
    pub(super) fn first(tx: Arc<DatabaseTransaction>, writing: OwnedMutexGuard<Writing>) -> Self {
        Self {
            tx,
            writing: Some(writing),
            savepoint: None,
        }
    }

    /// Begins to write in a transaction that holds others' changes; gives what has to be run before, or with,
    /// the first statement.
    pub(super) fn join(
        mut writing: OwnedMutexGuard<Writing>,
    ) -> Result<(Self, Vec<&'static str>), StoreError> {
        let group = writing.open.as_mut().ok_or_else(lost)?;
        let tx = Arc::clone(&group.tx);
        let (savepoint, opening) = match group.left {
            Left::Kept(before) => (before.next(), vec![before.release(), before.next().begin()]),
            _ => (Savepoint::A, vec![Savepoint::A.begin()]),
        };
        group.left = Left::Changes(savepoint);
        let turn = Self {
            tx,
            writing: Some(writing),
            savepoint: Some(savepoint),
        };
        Ok((turn, opening))
    }

    /// Leaves the changes to the flush.
    pub(super) fn finish(mut self) -> Result<Finished, StoreError> {
        let mut writing = self.writing.take().ok_or_else(lost)?;
        let savepoint = self.savepoint;
        // Whoever comes next must find nobody else at the transaction.
        drop(self);
        let (number, expected) = (writing.flushes, writing.company);
        let group = writing.open.as_mut().ok_or_else(lost)?;
        if let Some(savepoint) = savepoint {
            group.left = Left::Kept(savepoint);
        }
        let (tell, flushed) = oneshot::channel();
        group.waiting.push(tell);
        let here = group.waiting.len();
        Ok(Finished {
            flushed,
            number,
            full: Some(writing).filter(|_| here >= MOST),
            company: here < expected,
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(writing) = self.writing.as_mut() else {
            return;
        };
        if self.savepoint.is_none() {
            // With the field of this turn, the last one lets go of the transaction: that rolls it back.
            writing.open = None;
        } else if let Some(group) = writing.open.as_mut() {
            // What was read may not be on the disk yet.
            let (tell, flushed) = oneshot::channel();
            group.waiting.push(tell);
            let _ = AHEAD_OF.try_with(|ahead_of| ahead_of.borrow_mut().push(flushed));
        }
    }
}
