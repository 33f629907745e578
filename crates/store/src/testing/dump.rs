//! Everything that a database holds, as text.

use std::collections::BTreeMap;

use sea_orm::{DbBackend, FromQueryResult};

use crate::{
    connection::{self, Read, Sealed as _},
    database::Database,
};

#[derive(FromQueryResult)]
struct Text {
    text: String,
}

/// Every table with its rows as text, sorted: two dumps are equal if nothing changed. The indexes
/// for searching are left out.
///
/// # Panics
///
/// If the database cannot be read.
pub async fn dump(on: &impl Read) -> BTreeMap<String, Vec<String>> {
    let sqlite = on.backend() == DbBackend::Sqlite;
    let tables = if sqlite {
        "SELECT name AS text FROM sqlite_schema WHERE type = 'table' \
         AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'directory_search%' \
         AND name NOT LIKE 'location_search%'"
    } else {
        "SELECT CAST(table_name AS TEXT) AS text FROM information_schema.tables \
         WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
    };
    let mut dump = BTreeMap::new();
    for table in texts(on, tables).await {
        let sql = if sqlite {
            let columns = format!("SELECT name AS text FROM pragma_table_info('{table}')");
            let columns = texts(on, &columns).await;
            let columns: Vec<_> = columns
                .iter()
                .map(|column| format!("'{column}=' || quote({column})"))
                .collect();
            format!(
                "SELECT {} AS text FROM {table}",
                columns.join(" || ' ' || ")
            )
        } else {
            format!("SELECT CAST(row_to_json(t) AS TEXT) AS text FROM {table} t")
        };
        let mut rows = texts(on, &sql).await;
        rows.sort();
        dump.insert(table, rows);
    }
    dump
}

/// Asks the database to check its own pages and indexes.
///
/// # Panics
///
/// If it finds anything, or (PostgreSQL) is not allowed to look.
pub async fn assert_sound(database: &Database) {
    if database.backend() == DbBackend::Sqlite {
        for question in [
            "SELECT integrity_check AS text FROM pragma_integrity_check",
            "SELECT 'a row refers to nothing: ' || \"table\" AS text FROM pragma_foreign_key_check",
        ] {
            for answer in texts(database, question).await {
                assert_eq!(answer, "ok", "the database is damaged");
            }
        }
        return;
    }
    let tx = database.begin_write().await.expect("a transaction");
    connection::script(&tx, "CREATE EXTENSION IF NOT EXISTS amcheck")
        .await
        .expect("amcheck comes with PostgreSQL, and the test's user may use it");
    let check = "SELECT CAST(bt_index_check(i.indexrelid, true) AS TEXT) AS text FROM pg_index i \
         JOIN pg_class c ON c.oid = i.indexrelid \
         JOIN pg_am a ON a.oid = c.relam AND a.amname = 'btree' \
         WHERE c.relnamespace = CAST(current_schema() AS regnamespace)";
    assert!(
        texts(&tx, check).await.len() > 10,
        "the indexes were not found"
    );
}

pub(super) async fn texts(on: &impl Read, sql: &str) -> Vec<String> {
    connection::all::<Text>(on, sql, [])
        .await
        .expect("the database can be read")
        .into_iter()
        .map(|row| row.text)
        .collect()
}
