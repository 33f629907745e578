//! Write transactions of SQLite that share one flush to the disk.
//!
//! SQLite lets one transaction write at a time, and each commit waits for the disk. So those who
//! queue for writing join the transaction that is open: each writes within a savepoint of its own,
//! which it takes back alone if it fails, and the first one in the queue who finds nobody before it
//! commits for all. Nobody is told that their change is kept before that commit has returned.
//!
//! ```text
//! A begins, writes ......... A is done, queues behind B and C
//!   B: savepoint, writes ... B is done, queues behind A
//!     C: savepoint, fails, goes back to its savepoint
//! A's turn: COMMIT ......... A and B are told
//! ```
//!
//! Where the last flush was shared by more than have come so far, the others are likely on their way: they are waited
//! for, briefly. Who writes alone waits for nobody.
//!
//! What B read may be A's, and not on the disk yet. If B commits, it is told after the same flush; if
//! it only read, [`settled`] keeps its answer back until then.

mod savepoint;
mod turn;

use std::{cell::RefCell, sync::Arc, time::Duration};

use savepoint::Savepoint;
use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DatabaseTransaction, SqliteTransactionMode,
    TransactionOptions, TransactionTrait as _,
};
use tokio::sync::{Mutex, oneshot};
use turn::Finished;
pub(crate) use turn::Turn;

use crate::error::StoreError;

/// After that many the transaction is committed, even if more queue: the first one waits for all.
const MOST: usize = 64;

/// So long one waits for those who shared the last flush. Most of them come again at once, and a flush takes longer.
const COMPANY: Duration = Duration::from_millis(1);

/// What those who wait for the flush are told.
type Told = Result<(), StoreError>;

tokio::task_local! {
    /// The flushes that the work at hand has read ahead of.
    static AHEAD_OF: RefCell<Vec<oneshot::Receiver<Told>>>;
}

/// Does some work; its outcome is given out once everything that it has read is kept.
///
/// Fails if what it has read is lost after all.
pub async fn settled<T>(work: impl Future<Output = T>) -> Result<T, StoreError> {
    let (outcome, ahead_of) = AHEAD_OF
        .scope(RefCell::default(), async {
            let outcome = work.await;
            let ahead_of = AHEAD_OF.with(RefCell::take);
            (outcome, ahead_of)
        })
        .await;
    for flush in ahead_of {
        told(flush).await?;
    }
    Ok(outcome)
}

/// The one place to write from. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    pool: DatabaseConnection,
    /// How long to queue.
    patience: Duration,
    /// Whoever holds it writes. Fair: those who queue get it in their order.
    turn: Arc<Mutex<Writing>>,
}

/// What is being written, and what was.
#[derive(Debug, Default)]
struct Writing {
    open: Option<Group>,
    /// How many flushes there have been; the number of the open one.
    flushes: u64,
    /// How many shared the last one.
    company: usize,
}

/// An open transaction, and those who are done with it.
#[derive(Debug)]
struct Group {
    tx: Arc<DatabaseTransaction>,
    /// Those who wait for the flush.
    waiting: Vec<oneshot::Sender<Told>>,
    /// What the newest one has left behind.
    left: Left,
}

/// What is left of one who is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// Nothing: what it wrote is part of the transaction.
    Nothing,
    /// A savepoint, with changes that are kept.
    Kept(Savepoint),
    /// Perhaps a savepoint, with changes to be taken back: it was to be opened with the first statement.
    Changes(Savepoint),
    /// Nobody knows what would be kept: nothing may be.
    Broken,
}

impl Writer {
    pub(crate) fn new(pool: DatabaseConnection, patience: Duration) -> Self {
        Self {
            pool,
            patience,
            turn: Arc::default(),
        }
    }

    pub(crate) fn pool(&self) -> &DatabaseConnection {
        &self.pool
    }

    /// Waits for the turn, and begins to write; gives what has to be run before, or with, the first statement.
    pub(crate) async fn begin(&self) -> Result<(Turn, Vec<&'static str>), StoreError> {
        let queue = tokio::time::timeout(self.patience, Arc::clone(&self.turn).lock_owned());
        let mut writing = queue
            .await
            .map_err(|_| StoreError::Unavailable("others write for too long".to_owned()))?;
        if let Some(open) = writing.open.as_mut() {
            if open.mend().await.is_ok() {
                return Turn::join(writing);
            }
            writing.flush().await;
        }
        // Deferred transactions lose to one another when they start to write.
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        let tx = Arc::new(self.pool.begin_with_options(options).await?);
        writing.open = Some(Group {
            tx: Arc::clone(&tx),
            waiting: Vec::new(),
            left: Left::Nothing,
        });
        Ok((Turn::first(tx, writing), Vec::new()))
    }

    /// Has the changes of a turn kept, together with those of the ones who queue already.
    pub(crate) async fn commit(&self, turn: Turn) -> Result<(), StoreError> {
        let Finished {
            flushed,
            number,
            full,
            company,
        } = turn.finish()?;
        let turn = Arc::clone(&self.turn);
        // Others may depend on it: it happens even if nobody waits for this answer any more.
        tokio::spawn(async move {
            let mut writing = if let Some(writing) = full {
                writing
            } else {
                if company {
                    tokio::time::sleep(COMPANY).await;
                }
                turn.lock_owned().await
            };
            // Somebody else may have seen to it; what is open by now waits for others.
            if writing.flushes == number {
                writing.flush().await;
            }
        });
        told(flushed).await
    }
}

/// Waits for a flush.
async fn told(flushed: oneshot::Receiver<Told>) -> Told {
    flushed
        .await
        .unwrap_or_else(|_| Err(StoreError::Unavailable("nobody commits".to_owned())))
}

impl Writing {
    /// Commits what is open, and tells those who wait.
    async fn flush(&mut self) {
        let Some(mut group) = self.open.take() else {
            return;
        };
        let kept = match group.mend().await {
            // Whoever holds the group writes, so nobody else holds the transaction.
            Ok(()) => match Arc::into_inner(group.tx) {
                Some(tx) => tx.commit().await.map_err(StoreError::from),
                None => Err(StoreError::corrupt("a transaction in use is committed")),
            },
            Err(broken) => Err(broken),
        };
        self.flushes += 1;
        self.company = group.waiting.len();
        for waiting in group.waiting {
            // Whoever does not listen any more need not know.
            let _ = waiting.send(kept.clone());
        }
    }
}

impl Group {
    /// Takes back what somebody who is gone has left. Fails where SQLite has rolled back everything
    /// by itself, as it may when the disk is full.
    async fn mend(&mut self) -> Result<(), StoreError> {
        let savepoint = match self.left {
            // A commit keeps what lies behind a savepoint.
            Left::Nothing | Left::Kept(_) => return Ok(()),
            Left::Changes(savepoint) => savepoint,
            Left::Broken => return Err(broken()),
        };
        let run = async |sql| self.tx.execute_unprepared(sql).await.is_ok();
        let taken_back = run(savepoint.take_back()).await;
        let released = run(savepoint.release()).await;
        if taken_back != released || (!taken_back && run("BEGIN").await) {
            // It is there and cannot be gone back to, or there is no transaction any more, and another one can be begun.
            self.left = Left::Broken;
            return Err(broken());
        }
        if !taken_back {
            // Its owner stopped listening before it was opened: the one before may be there still.
            run(savepoint.next().release()).await;
        }
        self.left = Left::Nothing;
        Ok(())
    }
}

fn broken() -> StoreError {
    StoreError::Unavailable("the shared transaction broke".to_owned())
}

fn lost() -> StoreError {
    StoreError::corrupt("a turn at writing without a transaction")
}

#[cfg(test)]
mod tests;
