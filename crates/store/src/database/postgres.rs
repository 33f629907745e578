//! PostgreSQL: one pool; writers wait for rows, not for one another.

use std::{str::FromStr, sync::Arc, time::Duration};

use sea_orm::{
    SqlxPostgresConnector,
    sqlx::{
        ConnectOptions,
        postgres::{PgConnectOptions, PgPoolOptions},
    },
};

use super::{Database, DatabaseOptions};
use crate::{connection, error::StoreError, transaction::WriteSide};

/// How many prepared statements each connection keeps: all that there are, in their usual lengths.
const STATEMENTS: usize = 256;

/// Without these a confirmed write may be lost in a power cut.
const NEEDED: [(&str, &str); 4] = [
    ("fsync", "on"),
    ("full_page_writes", "on"),
    ("synchronous_commit", "on"),
    ("server_encoding", "UTF8"),
];

pub(super) async fn open(url: &str, options: DatabaseOptions) -> Result<Database, StoreError> {
    let millis = |duration: Duration| duration.as_millis().to_string();
    let connect = PgConnectOptions::from_str(url)?
        .application_name("keyholder")
        .statement_cache_capacity(STATEMENTS)
        .options([
            // Compiling a statement costs more than running any of ours.
            ("jit", "off".to_owned()),
            ("statement_timeout", millis(options.statement_timeout)),
            ("lock_timeout", millis(options.wait)),
            (
                "idle_in_transaction_session_timeout",
                millis(options.statement_timeout * 3),
            ),
        ])
        .disable_statement_logging();
    let pool = |most: u32| {
        PgPoolOptions::new()
            .max_connections(most)
            .acquire_timeout(options.wait)
            // A broken connection shows itself at the first statement; asking before costs a round
            // trip.
            .test_before_acquire(false)
    };
    let all = pool(options.max_connections.max(1)).min_connections(1);
    let connection =
        SqlxPostgresConnector::from_sqlx_postgres_pool(all.connect_with(connect.clone()).await?);
    let probe = pool(1).min_connections(1).connect_with(connect).await?;
    let database = Database {
        read: connection.clone(),
        write: WriteSide::Pool(connection),
        probe: Some(SqlxPostgresConnector::from_sqlx_postgres_pool(probe)),
        session_checks: Arc::default(),
    };
    check(&database).await?;
    Ok(database)
}

async fn check(database: &Database) -> Result<(), StoreError> {
    for (setting, needed) in NEEDED {
        let found = connection::text(database, &format!("SHOW {setting}")).await?;
        is_safe(setting, needed, &found)?;
    }
    Ok(())
}

/// Whether a setting is as needed. Of `synchronous_commit` everything but `off` is: "local",
/// `remote_write` and `remote_apply` all flush here before they confirm.
fn is_safe(setting: &str, needed: &str, found: &str) -> Result<(), StoreError> {
    let safe = if setting == "synchronous_commit" {
        found != "off"
    } else {
        found == needed
    };
    if safe {
        return Ok(());
    }
    Err(StoreError::Incompatible(format!(
        "PostgreSQL works with {setting} = {found}, needed is {needed}"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn goal_05_each_setting_that_could_lose_a_confirmed_write_is_refused_by_name() {
        for (setting, needed) in NEEDED {
            assert!(is_safe(setting, needed, needed).is_ok(), "{setting}");
            let refused = is_safe(setting, needed, "off").unwrap_err().to_string();
            assert!(
                refused.contains(setting) && refused.contains("off"),
                "{refused}"
            );
        }
        for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
            assert!(
                NEEDED.iter().any(|(needed, _)| *needed == setting),
                "{setting} is not asked for"
            );
        }
        for enough in ["local", "remote_write", "remote_apply"] {
            assert!(
                is_safe("synchronous_commit", "on", enough).is_ok(),
                "{enough}"
            );
        }
        assert!(is_safe("server_encoding", "UTF8", "SQL_ASCII").is_err());
    }
}
