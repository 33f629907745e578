//! The schema and its versions.
//!
//! A migration is one SQL text for both databases, with words in braces for what differs, plus one
//! text per database for what only that one has. Migrations are additive once a release is tagged;
//! each runs in the transaction that records it.

use sea_orm::DbBackend;

use crate::{
    connection::{self, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
};

struct Migration {
    version: i64,
    common: &'static str,
    sqlite: &'static str,
    postgres: &'static str,
}

/// One that is the same on both databases.
const fn on_both(version: i64, common: &'static str) -> Migration {
    Migration {
        version,
        common,
        sqlite: "",
        postgres: "",
    }
}

const MIGRATIONS: &[Migration] = &[
    Migration {
        version: 1,
        common: include_str!("migrations/0001_foundation.sql"),
        sqlite: include_str!("migrations/0001_foundation.sqlite.sql"),
        postgres: include_str!("migrations/0001_foundation.postgres.sql"),
    },
    Migration {
        version: 2,
        common: include_str!("migrations/0002_passwords.sql"),
        sqlite: include_str!("migrations/0002_passwords.sqlite.sql"),
        postgres: include_str!("migrations/0002_passwords.postgres.sql"),
    },
    Migration {
        version: 3,
        common: include_str!("migrations/0003_roles.sql"),
        sqlite: include_str!("migrations/0003_roles.sqlite.sql"),
        postgres: include_str!("migrations/0003_roles.postgres.sql"),
    },
    Migration {
        version: 6,
        common: include_str!("migrations/0006_own_data.sql"),
        sqlite: include_str!("migrations/0006_own_data.sqlite.sql"),
        postgres: include_str!("migrations/0006_own_data.postgres.sql"),
    },
    Migration {
        version: 7,
        common: include_str!("migrations/0007_activity.sql"),
        sqlite: include_str!("migrations/0007_activity.sqlite.sql"),
        postgres: include_str!("migrations/0007_activity.postgres.sql"),
    },
    Migration {
        version: 9,
        common: include_str!("migrations/0009_life.sql"),
        sqlite: include_str!("migrations/0009_life.sqlite.sql"),
        postgres: include_str!("migrations/0009_life.postgres.sql"),
    },
    Migration {
        version: 10,
        common: include_str!("migrations/0010_pending_changes.sql"),
        sqlite: include_str!("migrations/0010_pending_changes.sqlite.sql"),
        postgres: include_str!("migrations/0010_pending_changes.postgres.sql"),
    },
    Migration {
        version: 11,
        common: include_str!("migrations/0011_hand_over_codes.sql"),
        sqlite: include_str!("migrations/0011_hand_over_codes.sqlite.sql"),
        postgres: include_str!("migrations/0011_hand_over_codes.postgres.sql"),
    },
    Migration {
        version: 12,
        common: include_str!("migrations/0012_operators.sql"),
        sqlite: include_str!("migrations/0012_operators.sqlite.sql"),
        postgres: include_str!("migrations/0012_operators.postgres.sql"),
    },
    on_both(13, include_str!("migrations/0013_rare_statuses.sql")),
    Migration {
        version: 14,
        common: include_str!("migrations/0014_location_groups.sql"),
        sqlite: include_str!("migrations/0014_location_groups.sqlite.sql"),
        postgres: include_str!("migrations/0014_location_groups.postgres.sql"),
    },
    on_both(15, include_str!("migrations/0015_saved_filters.sql")),
    on_both(16, include_str!("migrations/0016_unknown_names.sql")),
    on_both(17, include_str!("migrations/0017_second_factors.sql")),
    on_both(
        18,
        include_str!("migrations/0018_second_factor_overview.sql"),
    ),
    on_both(19, include_str!("migrations/0019_devices_and_resets.sql")),
    on_both(
        20,
        include_str!("migrations/0020_second_factor_requirement.sql"),
    ),
    on_both(21, include_str!("migrations/0021_mailed_codes.sql")),
    on_both(22, include_str!("migrations/0022_external_identities.sql")),
    on_both(23, include_str!("migrations/0023_auth_requests.sql")),
    on_both(24, include_str!("migrations/0024_passkeys.sql")),
    on_both(25, include_str!("migrations/0025_sign_in_ways.sql")),
    on_both(
        26,
        include_str!("migrations/0026_built_in_authenticators.sql"),
    ),
    on_both(27, include_str!("migrations/0027_mailed_codes_allowed.sql")),
    on_both(28, include_str!("migrations/0028_step_up_requests.sql")),
    on_both(30, include_str!("migrations/0030_sign_in_ways_listed.sql")),
    on_both(34, include_str!("migrations/0034_passkey_sign_ins.sql")),
    on_both(35, include_str!("migrations/0035_confirmed_purposes.sql")),
    Migration {
        version: 36,
        common: "",
        sqlite: "",
        postgres: include_str!("migrations/0036_searched_names.postgres.sql"),
    },
    on_both(37, include_str!("migrations/0037_limited_users.sql")),
];

/// What the words in braces stand for: SQLite, PostgreSQL.
const WORDS: &[(&str, &str, &str)] = &[
    ("{id}", "TEXT", "VARCHAR(36) COLLATE \"C\""),
    ("{text}", "TEXT", "TEXT COLLATE \"C\""),
    ("{bytes}", "BLOB", "BYTEA"),
    ("{moment}", "INTEGER", "BIGINT"),
    ("{number}", "INTEGER", "BIGINT"),
    ("{flag}", "INTEGER", "BOOLEAN"),
    // A small number for a row that stays the same when the file is compacted.
    ("{row_id}", "row_id INTEGER PRIMARY KEY,", ""),
    ("{key}", "UNIQUE", "PRIMARY KEY"),
    ("{table}", "STRICT", ""),
    ("{clustered}", "STRICT, WITHOUT ROWID", ""),
];

/// The version that this program works with.
pub(crate) fn newest() -> i64 {
    MIGRATIONS
        .iter()
        .map(|migration| migration.version)
        .max()
        .unwrap_or(0)
}

/// The version of the database's schema; 0 for an empty database.
pub(crate) async fn current(on: &impl Sealed) -> Result<i64, StoreError> {
    let exists = match on.backend() {
        DbBackend::Sqlite => {
            "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'schema_versions'"
        }
        _ => {
            "SELECT count(*) FROM information_schema.tables \
             WHERE table_schema = current_schema() AND table_name = 'schema_versions'"
        }
    };
    if connection::number(on, exists, []).await? == 0 {
        return Ok(0);
    }
    connection::number(
        on,
        "SELECT coalesce(max(version), 0) FROM schema_versions",
        [],
    )
    .await
}

/// Brings the schema up to [`newest`]. Two programs that start at once migrate once.
pub(crate) async fn run(tx: &WriteTransaction) -> Result<(), StoreError> {
    let postgres = tx.backend() != DbBackend::Sqlite;
    if postgres {
        // Any constant: it only has to be the same in every program that migrates this database.
        connection::script(tx, "SELECT pg_advisory_xact_lock(7235418)").await?;
    }
    connection::script(
        tx,
        "CREATE TABLE IF NOT EXISTS schema_versions (version BIGINT NOT NULL PRIMARY KEY)",
    )
    .await?;
    let current = current(tx).await?;
    refuse_newer(current)?;
    for migration in MIGRATIONS.iter().filter(|each| each.version > current) {
        let mut common = migration.common.to_owned();
        for (word, on_sqlite, on_postgres) in WORDS {
            common = common.replace(word, if postgres { on_postgres } else { on_sqlite });
        }
        let special = if postgres {
            migration.postgres
        } else {
            migration.sqlite
        };
        connection::script(tx, &common).await?;
        connection::script(tx, special).await?;
        connection::execute(
            tx,
            "INSERT INTO schema_versions (version) VALUES ($1)",
            [migration.version.into()],
        )
        .await?;
    }
    Ok(())
}

/// An older program must not write into a schema that it does not know.
pub(crate) fn refuse_newer(current: i64) -> Result<(), StoreError> {
    if current > newest() {
        return Err(StoreError::Incompatible(format!(
            "the database has schema version {current}, this program knows versions up to {}: \
             install the newer program",
            newest()
        )));
    }
    Ok(())
}

/// Everything that the schema is made from, to tell schemas apart.
#[cfg(feature = "testing")]
pub(crate) fn texts() -> Vec<&'static str> {
    MIGRATIONS
        .iter()
        .flat_map(|migration| [migration.common, migration.sqlite, migration.postgres])
        .collect()
}
