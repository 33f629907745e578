//! SQLite: one file, one connection that writes, several that read.

use std::{path::Path, sync::Arc, thread::available_parallelism};

use sea_orm::{
    SqlxSqliteConnector,
    sqlx::{
        self, ConnectOptions, Connection as _, SqliteConnection,
        sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
    },
};

use super::{Database, DatabaseOptions, OneSide};
use crate::{
    connection,
    error::StoreError,
    group::Writer,
    session_checks::Checks,
    snapshot::{self, Snapshots},
    transaction::WriteSide,
};

/// How many prepared statements each connection keeps: all that there are, in their usual lengths.
const STATEMENTS: usize = 256;

/// After so many pages in the journal (16 MiB) they are written to where they belong. Most are pages that were there
/// already, so the later the fewer; whoever opens the file after a crash reads them all.
const CHECKPOINT: &str = "4000";

/// What a connection counts is its own: one that takes the place of another has to have another name.
const NAME_CONNECTION: &str = "\
    CREATE TEMP TABLE this_connection AS SELECT hex(randomblob(16)) AS connection; \
    PRAGMA query_only = ON";

pub(super) async fn open(path: &str, options: DatabaseOptions) -> Result<Database, StoreError> {
    let path = Path::new(path.split('?').next().unwrap_or_default());
    make_private_file(path)?;
    let connect = SqliteConnectOptions::new()
        .filename(path)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(options.wait)
        .pragma("trusted_schema", "OFF")
        .pragma("cell_size_check", "ON")
        // In KiB. Each connection has a cache of its own; mapping the file into memory instead would
        // count its pages once for every connection.
        .pragma("cache_size", "-4096")
        .pragma("wal_autocheckpoint", CHECKPOINT)
        .statement_cache_capacity(STATEMENTS)
        .optimize_on_close(true, 400)
        .disable_statement_logging();
    let pool = |most: u32| {
        SqlitePoolOptions::new()
            .max_connections(most)
            .min_connections(1)
            .acquire_timeout(options.wait)
            .test_before_acquire(false)
            .before_acquire(|connection, _| Box::pin(async move { Ok(is_clean(connection)) }))
            .idle_timeout(None)
            .max_lifetime(None)
    };
    // What a turn at writing may have to take back is kept in memory: beyond 64 KiB it would otherwise go to a file in
    // a directory of the system's, which may be full, or not to be written to, where the database's own is.
    let writing = connect.clone().pragma("temp_store", "MEMORY");
    let write = pool(1).connect_with(writing).await?;
    // Each reading connection has a thread and a cache: more than twice the cores only wait.
    let cores = available_parallelism().map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(1));
    let reading = connect.optimize_on_close(false, None);
    let checking = reading.clone().pragma("temp_store", "MEMORY");
    let checks = pool(1)
        .after_connect(|connection, _| {
            Box::pin(async move {
                sqlx::raw_sql(NAME_CONNECTION)
                    .execute(connection)
                    .await
                    .map(drop)
            })
        })
        .connect_with(checking)
        .await?;
    let read = pool(options.max_connections.clamp(1, cores.saturating_mul(2)))
        .connect_with(reading.pragma("query_only", "ON"))
        .await?;
    let database = Database {
        read: SqlxSqliteConnector::from_sqlx_sqlite_pool(read),
        write: WriteSide::Shared(Writer::new(
            SqlxSqliteConnector::from_sqlx_sqlite_pool(write),
            options.wait,
        )),
        probe: None,
        session_checks: Arc::new(Checks::new(Snapshots::new(
            SqlxSqliteConnector::from_sqlx_sqlite_pool(checks),
            Some(snapshot::SQLITE),
        ))),
    };
    check(&database).await?;
    Ok(database)
}

/// Writes what is committed into another file, which must be empty or missing. Readers and the writer go
/// on meanwhile.
pub(super) async fn copy_into(database: &Database, path: &str) -> Result<(), StoreError> {
    // Those that read are not allowed to write anything, not even another file.
    let on = OneSide(database.write.pool());
    connection::execute(&on, "VACUUM INTO $1", [path.into()])
        .await
        .map(drop)
}

/// Whether a connection is out of its last transaction. Where the disk is full SQLite may roll back by
/// itself, the library's own rollback then fails, and from there on it would take every transaction for
/// one inside of another: confirmed, and never durable. Such a connection is thrown away.
fn is_clean(connection: &SqliteConnection) -> bool {
    !connection.is_in_transaction()
}

/// Makes the file before SQLite does, so that it is never readable by others; SQLite gives its
/// side files the same mode.
fn make_private_file(path: &Path) -> Result<(), StoreError> {
    let mut open = std::fs::OpenOptions::new();
    open.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut open, 0o600);
    let file = open
        .open(path)
        .map_err(|error| cannot_use(path, &format!("it cannot be opened ({error})")))?;
    #[cfg(unix)]
    {
        let metadata = file
            .metadata()
            .map_err(|error| cannot_use(path, &error.to_string()))?;
        if std::os::unix::fs::PermissionsExt::mode(&metadata.permissions()) & 0o077 != 0 {
            return Err(cannot_use(
                path,
                "others on this machine may read it: run chmod 600 on it",
            ));
        }
    }
    drop(file);
    Ok(())
}

fn cannot_use(path: &Path, why: &str) -> StoreError {
    StoreError::Incompatible(format!("{}: {why}", path.display()))
}

/// Asks both connections what they really do: a file system without shared memory, for example,
/// silently keeps another journal.
async fn check(database: &Database) -> Result<(), StoreError> {
    for on in [
        &OneSide(&database.read) as &OneSide<'_>,
        &OneSide(database.write.pool()),
    ] {
        let journal = connection::text(on, "PRAGMA journal_mode").await?;
        let synchronous = connection::number(on, "PRAGMA synchronous", []).await?;
        let foreign_keys = connection::number(on, "PRAGMA foreign_keys", []).await?;
        if journal != "wal" {
            return Err(wrong("journal_mode", "wal", &journal));
        }
        if synchronous < 2 {
            return Err(wrong("synchronous", "FULL", &synchronous.to_string()));
        }
        if foreign_keys != 1 {
            return Err(wrong("foreign_keys", "ON", &foreign_keys.to_string()));
        }
    }
    Ok(())
}

fn wrong(setting: &str, needed: &str, found: &str) -> StoreError {
    StoreError::Incompatible(format!(
        "SQLite works with {setting} = {found}, needed is {needed}"
    ))
}
