//! PostgreSQL: one pool; writers wait for rows, not for one another.

use std::str::FromStr;

use sea_orm::{
    SqlxPostgresConnector,
    sqlx::{
        ConnectOptions,
        postgres::{PgConnectOptions, PgPoolOptions},
    },
};

use super::{Database, DatabaseOptions};
use crate::{connection, error::StoreError};

/// Without these a confirmed write may be lost in a power cut.
const NEEDED: [(&str, &str); 3] = [
    ("fsync", "on"),
    ("full_page_writes", "on"),
    ("server_encoding", "UTF8"),
];

pub(super) async fn open(url: &str, options: DatabaseOptions) -> Result<Database, StoreError> {
    let millis = |duration: std::time::Duration| duration.as_millis().to_string();
    let connect = PgConnectOptions::from_str(url)?
        .application_name("keyholder")
        .options([
            ("statement_timeout", millis(options.statement_timeout)),
            ("lock_timeout", millis(options.wait)),
            (
                "idle_in_transaction_session_timeout",
                millis(options.statement_timeout * 3),
            ),
        ])
        .disable_statement_logging();
    let pool = PgPoolOptions::new()
        .max_connections(options.max_connections.max(1))
        .min_connections(1)
        .acquire_timeout(options.wait)
        // A broken connection shows itself at the first statement; asking before costs a round trip.
        .test_before_acquire(false)
        .connect_with(connect)
        .await?;
    let connection = SqlxPostgresConnector::from_sqlx_postgres_pool(pool);
    let database = Database {
        read: connection.clone(),
        write: connection,
    };
    check(&database).await?;
    Ok(database)
}

async fn check(database: &Database) -> Result<(), StoreError> {
    for (setting, needed) in NEEDED {
        let found = connection::text(database, &format!("SHOW {setting}")).await?;
        if found != needed {
            return Err(wrong(setting, needed, &found));
        }
    }
    let found = connection::text(database, "SHOW synchronous_commit").await?;
    // "local", "remote_write" and "remote_apply" all flush here before they confirm.
    if found == "off" {
        return Err(wrong("synchronous_commit", "on", &found));
    }
    Ok(())
}

fn wrong(setting: &str, needed: &str, found: &str) -> StoreError {
    StoreError::Incompatible(format!(
        "PostgreSQL works with {setting} = {found}, needed is {needed}"
    ))
}
