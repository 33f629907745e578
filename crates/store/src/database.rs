//! Opening a database, and refusing one that could lose or leak what is written to it.

mod postgres;
mod sqlite;

use std::{path::Path, sync::Arc, time::Duration};

use sea_orm::{DatabaseConnection, DbBackend};

use crate::{
    connection::{self, Read, Sealed},
    error::StoreError,
    migrations, session_checks,
    transaction::{WriteSide, WriteTransaction},
};

/// How many connections to hold, and how long to wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseOptions {
    /// The most connections; on SQLite those that read, next to the one that writes.
    pub max_connections: u32,
    /// How long to wait for a free connection, or for another writer.
    pub wait: Duration,
    /// How long one statement may run (PostgreSQL only).
    pub statement_timeout: Duration,
}

impl Default for DatabaseOptions {
    fn default() -> Self {
        Self {
            max_connections: 8,
            wait: Duration::from_secs(5),
            statement_timeout: Duration::from_secs(10),
        }
    }
}

/// An open database. Cheap to clone; clones share the connections. Reads through it see what is
/// committed.
#[derive(Clone, Debug)]
pub struct Database {
    read: DatabaseConnection,
    write: WriteSide,
    /// A connection that nobody waits for, to ask a server whether it is there.
    probe: Option<DatabaseConnection>,
    /// What requests ask first, together where they come at the same time.
    session_checks: Arc<session_checks::Checks>,
}

impl Database {
    /// Opens `sqlite://path/to/file` (made if missing, readable by its owner only) or
    /// `postgres://user:password@host/database`, and checks that it keeps what it confirms.
    ///
    /// Fails with [`StoreError::Incompatible`] where a setting or a newer schema stands against it.
    pub async fn connect(url: &str, options: DatabaseOptions) -> Result<Self, StoreError> {
        let database = if let Some(path) = url.strip_prefix("sqlite:") {
            sqlite::open(path.trim_start_matches("//"), options).await?
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            postgres::open(url, options).await?
        } else {
            return Err(StoreError::Incompatible(
                "the address of the database starts with sqlite:// or postgres://".to_owned(),
            ));
        };
        migrations::refuse_newer(migrations::current(&database).await?)?;
        Ok(database)
    }

    /// Brings the schema up to what this program works with. Safe to repeat, and to run from
    /// several programs at once.
    pub async fn migrate(&self) -> Result<(), StoreError> {
        let tx = self.begin_write().await?;
        migrations::run(&tx).await?;
        tx.commit().await
    }

    /// Whether the schema is the one that this program works with.
    pub async fn is_migrated(&self) -> Result<bool, StoreError> {
        Ok(migrations::current(self).await? == migrations::newest())
    }

    /// Asks the database for a sign of life.
    pub async fn ping(&self) -> Result<(), StoreError> {
        connection::number(self, "SELECT CAST(1 AS BIGINT)", [])
            .await
            .map(drop)
    }

    /// Asks a database server for a sign of life on a connection that is kept for this, so that the
    /// answer says nothing about how much there is to do. A file is always there.
    pub async fn probe(&self) -> Result<(), StoreError> {
        let Some(probe) = &self.probe else {
            return Ok(());
        };
        connection::number(&OneSide(probe), "SELECT CAST(1 AS BIGINT)", [])
            .await
            .map(drop)
    }

    /// Whether nothing was ever kept in it, its schema included.
    pub async fn is_empty(&self) -> Result<bool, StoreError> {
        Ok(migrations::current(self).await? == 0)
    }

    /// Writes what is committed at this moment into another file, which must be empty or missing, while
    /// everybody goes on (SQLite only; a server has its own tools, and this is refused there).
    pub async fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        if self.backend() != DbBackend::Sqlite {
            return Err(StoreError::Incompatible(
                "a server's database is copied with its own tools".to_owned(),
            ));
        }
        let path = path
            .to_str()
            .ok_or_else(|| StoreError::Incompatible(format!("{} is no text", path.display())))?;
        sqlite::copy_into(self, path).await
    }

    /// Lets the database look at how much it holds, so that it plans well; after filling it.
    pub async fn analyse(&self) -> Result<(), StoreError> {
        let tx = self.begin_write().await?;
        connection::script(&tx, "ANALYZE").await?;
        tx.commit().await
    }

    /// Begins a write transaction. On SQLite it waits for the one before to end.
    pub async fn begin_write(&self) -> Result<WriteTransaction, StoreError> {
        WriteTransaction::begin(&self.write).await
    }

    pub(crate) fn session_checks(&self) -> &session_checks::Checks {
        &self.session_checks
    }

    /// Waits for running statements and closes the connections.
    pub async fn close(self) -> Result<(), StoreError> {
        self.read.close().await?;
        self.write.pool().close_by_ref().await?;
        if let Some(probe) = self.probe {
            probe.close().await?;
        }
        self.session_checks.snapshots().close().await?;
        Ok(())
    }

    /// A word for logs: `sqlite` or `postgres`.
    pub fn product(&self) -> &'static str {
        match self.backend() {
            DbBackend::Sqlite => "sqlite",
            _ => "postgres",
        }
    }
}

impl Sealed for Database {
    type Inner = DatabaseConnection;

    fn inner(&self) -> &DatabaseConnection {
        &self.read
    }
}

impl Read for Database {}

/// One of the connections by itself.
struct OneSide<'a>(&'a DatabaseConnection);

impl Sealed for OneSide<'_> {
    type Inner = DatabaseConnection;

    fn inner(&self) -> &DatabaseConnection {
        self.0
    }
}
