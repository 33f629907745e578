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
    let columns = columns(on).await;
    // One question for all: a test that looks after each of a thousand calls asks it as often.
    let tables: Vec<_> = columns
        .iter()
        .map(|(table, columns)| rows_of(on.backend(), table, columns))
        .collect();
    let mut dump: BTreeMap<String, Vec<String>> = columns
        .into_keys()
        .map(|table| (table, Vec::new()))
        .collect();
    for row in texts(on, &tables.join(" UNION ALL ")).await {
        let (table, row) = row.split_once(' ').expect("the table stands in front");
        dump.get_mut(table)
            .expect("a table that was asked for")
            .push(row.to_owned());
    }
    for rows in dump.values_mut() {
        rows.sort();
    }
    dump
}

/// The columns of every table, by its name.
async fn columns(on: &impl Read) -> BTreeMap<String, Vec<String>> {
    let sql = match on.backend() {
        DbBackend::Sqlite => {
            "SELECT t.name || ' ' || c.name AS text FROM sqlite_schema t \
             JOIN pragma_table_info(t.name) c WHERE t.type = 'table' \
             AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'directory_search%' \
             AND t.name NOT LIKE 'location_search%' ORDER BY t.name, c.cid"
        }
        _ => {
            // From the catalogue itself: the views of the standard look into privileges for every column.
            "SELECT CAST(c.relname AS TEXT) || ' ' || CAST(a.attname AS TEXT) AS text \
             FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid \
             WHERE c.relnamespace = CAST(current_schema() AS regnamespace) \
             AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped \
             ORDER BY c.relname, a.attnum"
        }
    };
    let mut columns: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for text in texts(on, sql).await {
        let (table, column) = text.split_once(' ').expect("two names");
        columns
            .entry(table.to_owned())
            .or_default()
            .push(column.to_owned());
    }
    columns
}

/// The question for the rows of a table as text, with its name in front.
fn rows_of(backend: DbBackend, table: &str, columns: &[String]) -> String {
    if backend != DbBackend::Sqlite {
        return format!("SELECT '{table} ' || CAST(row_to_json(t) AS TEXT) AS text FROM {table} t");
    }
    let columns: Vec<_> = columns
        .iter()
        .map(|column| format!("'{column}=' || quote({column})"))
        .collect();
    format!(
        "SELECT '{table} ' || {} AS text FROM {table}",
        columns.join(" || ' ' || ")
    )
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
