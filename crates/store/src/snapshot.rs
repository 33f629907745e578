//! What a statement sees of everybody's changes, by name.
//!
//! PostgreSQL tells which transactions a statement sees as committed, by numbers that are given out once in the
//! life of a server; beside them stands when that server was started, since another that takes its place may give
//! out the same. SQLite counts, for each connection, the commits of all others that it has noticed; therefore one
//! connection is kept for this, with a name of its own.

use sea_orm::{DatabaseConnection, FromQueryResult};

use crate::{
    connection::{self, Sealed},
    error::StoreError,
};

/// On PostgreSQL. A statement and its parts see the same, so it may stand beside what is read.
pub(crate) const POSTGRES: &str =
    "SELECT pg_current_snapshot()::text || ' of ' || pg_postmaster_start_time()::text AS snapshot";

/// On SQLite, over a connection that has given itself a name (`database/sqlite.rs`).
pub(crate) const SQLITE: &str = "SELECT connection || ' saw ' || data_version AS snapshot \
     FROM temp.this_connection, pragma_data_version";

/// Where it does not.
const UNNAMED: &str = "SELECT CAST(NULL AS TEXT)";

/// Names all the changes that a statement saw. Under an equal name the same is seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Snapshot(pub(crate) String);

/// Where to ask for what is compared by snapshots.
#[derive(Debug)]
pub(crate) struct Snapshots {
    on: DatabaseConnection,
    /// How to ask for the name; absent where the database does not name what it sees.
    ask: Option<&'static str>,
}

impl Snapshots {
    pub(crate) fn new(on: DatabaseConnection, ask: Option<&'static str>) -> Self {
        Self { on, ask }
    }

    /// The name of what a question sees, as a column of it.
    pub(crate) fn column(&self) -> String {
        format!("({}) AS snapshot", self.ask.unwrap_or(UNNAMED))
    }

    /// What a statement sees that begins now.
    pub(crate) async fn now(&self) -> Result<Option<Snapshot>, StoreError> {
        #[derive(FromQueryResult)]
        struct Row {
            snapshot: Option<String>,
        }
        let Some(ask) = self.ask else { return Ok(None) };
        let row = connection::one::<Row>(self, ask, []).await?;
        Ok(row.and_then(|row| row.snapshot).map(Snapshot))
    }

    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        Ok(self.on.close_by_ref().await?)
    }
}

impl Sealed for Snapshots {
    type Inner = DatabaseConnection;

    fn inner(&self) -> &DatabaseConnection {
        &self.on
    }
}
