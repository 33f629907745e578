//! Whether the database server is there, asked by requests that have waited for a while.
//!
//! A pool of connections waits for a server that is away, in case it comes back. A caller should
//! rather hear at once that nothing can be answered now.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use keyholder_store::Database;
use tokio::sync::Mutex;

/// How long the server may take for a sign of life.
const PATIENCE: Duration = Duration::from_millis(900);

/// How long an answer counts: however many requests wait, they ask twice a second together.
const COUNTS_FOR: Duration = Duration::from_millis(500);

/// The one who asks. Copies share the answer.
#[derive(Clone)]
pub(super) struct DatabaseWatch {
    database: Database,
    newest: Arc<Mutex<Option<(Instant, bool)>>>,
}

impl DatabaseWatch {
    pub(super) fn new(database: Database) -> Self {
        Self {
            database,
            newest: Arc::default(),
        }
    }

    /// Whether the server gives no sign of life.
    pub(super) async fn is_away(&self) -> bool {
        let mut newest = self.newest.lock().await;
        if let Some((at, away)) = *newest
            && at.elapsed() < COUNTS_FOR
        {
            return away;
        }
        let answer = tokio::time::timeout(PATIENCE, self.database.probe()).await;
        let away = !matches!(answer, Ok(Ok(())));
        *newest = Some((Instant::now(), away));
        away
    }
}
