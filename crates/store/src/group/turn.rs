//! One turn at writing: its savepoint, and what it leaves behind.

use std::sync::Arc;

use sea_orm::{ConnectionTrait as _, DatabaseTransaction};
use tokio::sync::{OwnedMutexGuard, oneshot};

use super::{AHEAD_OF, Left, MOST, Told, Writing, lost};
use crate::error::StoreError;

/// A turn at writing. Dropping it takes back what it has written.
#[derive(Debug)]
pub(crate) struct Turn {
    // Dropped before the turn is over, so that whoever comes next finds nobody else at it.
    tx: Arc<DatabaseTransaction>,
    /// Absent once the turn has ended.
    writing: Option<OwnedMutexGuard<Writing>>,
    /// Whether the transaction was begun for this turn: then there is no savepoint, and nobody
    /// else's changes.
    first: bool,
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
            first: true,
        }
    }

    /// Begins to write in a transaction that holds others' changes.
    pub(super) async fn join(mut writing: OwnedMutexGuard<Writing>) -> Result<Self, StoreError> {
        let group = writing.open.as_mut().ok_or_else(lost)?;
        let tx = Arc::clone(&group.tx);
        let begin = match group.left {
            // In one round trip with what the one before has saved.
            Left::Kept => "RELEASE turn; SAVEPOINT turn",
            _ => "SAVEPOINT turn",
        };
        group.left = Left::Savepoint;
        tx.execute_unprepared(begin).await?;
        group.left = Left::Changes;
        Ok(Self {
            tx,
            writing: Some(writing),
            first: false,
        })
    }

    /// Leaves the changes to the flush.
    pub(super) fn finish(mut self) -> Result<Finished, StoreError> {
        let mut writing = self.writing.take().ok_or_else(lost)?;
        let first = self.first;
        // Whoever comes next must find nobody else at the transaction.
        drop(self);
        let (number, expected) = (writing.flushes, writing.company);
        let group = writing.open.as_mut().ok_or_else(lost)?;
        if !first {
            group.left = Left::Kept;
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
        if self.first {
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
