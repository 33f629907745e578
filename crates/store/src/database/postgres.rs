//! PostgreSQL: one pool; writers wait for rows, not for one another.

use std::{str::FromStr, sync::Arc, time::Duration};

use sea_orm::{
    SqlxPostgresConnector,
    sqlx::{
        ConnectOptions,
        postgres::{PgConnectOptions, PgPoolOptions},
    },
};

use super::{Database, DatabaseOptions, OneSide};
use crate::{
    connection,
    error::StoreError,
    session_checks::Checks,
    snapshot::{self, Snapshots},
    transaction::WriteSide,
};

/// How many prepared statements each connection keeps: all that there are, in their usual lengths.
const STATEMENTS: usize = 256;

/// The first PostgreSQL with `pg_current_snapshot()`.
const FIRST_WITH_SNAPSHOTS: u32 = 13;

/// What calls itself PostgreSQL first, and then by its name.
const OTHERS: [&str; 4] = ["Greenplum", "Cloudberry", "Redshift", "Yugabyte"];

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
    let snapshots = keeps_all_changes(&OneSide(&connection)).await?;
    let snapshots = Snapshots::new(connection.clone(), snapshots.then_some(snapshot::POSTGRES));
    let database = Database {
        read: connection.clone(),
        write: WriteSide::Pool(connection),
        probe: Some(SqlxPostgresConnector::from_sqlx_postgres_pool(probe)),
        session_checks: Arc::new(Checks::new(snapshots)),
    };
    check(&database).await?;
    Ok(database)
}

/// Whether every change is one of a transaction that PostgreSQL itself has numbered, so that a snapshot
/// names all of them. Engines that speak its protocol keep changes elsewhere, though some have the function.
async fn keeps_all_changes(on: &OneSide<'_>) -> Result<bool, StoreError> {
    let distributed = "SELECT CAST(count(*) AS BIGINT) FROM pg_extension WHERE extname = 'citus'";
    Ok(
        is_postgres(&connection::text(on, "SELECT version()").await?)
            && connection::number(on, distributed, []).await? == 0,
    )
}

/// Whether this is what a PostgreSQL calls itself that has the function: `PostgreSQL 15.18 (Debian …) on …`. What
/// is built on one gives its own name, after the number or in its place.
fn is_postgres(version: &str) -> bool {
    let mut words = version.split(' ');
    let (name, number) = (words.next(), words.next().unwrap_or_default());
    let plain = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let major = number.split('.').next().map(str::parse::<u32>);
    name == Some("PostgreSQL")
        && plain
        && matches!(major, Some(Ok(FIRST_WITH_SNAPSHOTS..)))
        && OTHERS.iter().all(|other| !version.contains(other))
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
    fn only_postgresql_itself_is_believed_what_it_says_of_its_changes() {
        for version in [
            "PostgreSQL 13.0 on x86_64-pc-linux-gnu, compiled by gcc",
            "PostgreSQL 15.18 (Debian 15.18-0+deb12u1) on x86_64-pc-linux-gnu, compiled by gcc",
            "PostgreSQL 17.2 on aarch64-apple-darwin23.6.0, compiled by Apple clang",
        ] {
            assert!(is_postgres(version), "{version}");
        }
        for version in [
            "",
            "PostgreSQL",
            "PostgreSQL 12.22 (Debian 12.22-1) on x86_64-pc-linux-gnu, compiled by gcc",
            "CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu, built 2024/12/02)",
            "PostgreSQL 15.2-YB-2.25.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang",
            "PostgreSQL 14.4 (Greenplum Database 8.0.0 build commit:1) on x86_64-pc-linux-gnu",
            "PostgreSQL 14.4 (Apache Cloudberry 1.6.0 build 1) on x86_64-pc-linux-gnu",
            "PostgreSQL 8.0.2 on i686-pc-linux-gnu, compiled by GCC gcc, Redshift 1.0.77467",
        ] {
            assert!(!is_postgres(version), "{version}");
        }
    }

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
