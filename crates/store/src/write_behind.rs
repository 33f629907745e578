//! Changes that travel with the next statement.
//!
//! What a statement costs is above all the way to the database and back, while others wait: for the turn at
//! writing on SQLite, for a locked row on PostgreSQL. A change whose answer nobody needs therefore goes along with
//! whatever comes next. SQLite runs several statements of one text one after the other. PostgreSQL takes
//! one with parameters at a time, but that one may have parts that change something:
//!
//! ```text
//! SQLite ......... INSERT INTO proof_ids ...; SELECT ...
//! PostgreSQL ..... WITH later0 AS (INSERT INTO proof_ids ...) SELECT ...
//! ```
//!
//! The parts of one statement do not see each other's changes. So on PostgreSQL a change goes ahead alone as
//! soon as something comes that names a table it writes to.

use std::sync::{Mutex, PoisonError};

use sea_orm::{DbBackend, Value};

use crate::{
    connection::{self, Sealed as _},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Changes that wait for the next statement of their transaction.
#[derive(Debug, Default)]
pub(crate) struct WriteBehind(Mutex<Waiting>);

/// Statements, and the values that they number from 1, all together.
#[derive(Debug, Default)]
pub struct Waiting {
    texts: Vec<String>,
    values: Vec<Value>,
}

/// Makes changes, at the latest together with the next statement of the transaction or its commit. They number
/// their values together; on PostgreSQL none reads what another one does, or writes to its table.
///
/// What goes wrong with them may be told by that next one. So it is for changes that fail only where something
/// is broken, and for those whose failure ends the request, whoever tells it.
pub(crate) async fn later(
    tx: &WriteTransaction,
    texts: &[impl AsRef<str>],
    values: Vec<Value>,
) -> Result<(), StoreError> {
    let on_its_own = tx.backend() != DbBackend::Sqlite
        && texts
            .iter()
            .any(|text| tx.write_behind().meets(text.as_ref()));
    if on_its_own {
        connection::catch_up(tx).await?;
    }
    tx.write_behind().add(texts, values);
    Ok(())
}

impl WriteBehind {
    /// With what has to be run before the first statement of the transaction.
    pub(crate) fn beginning_with(opening: &[&str]) -> Self {
        let behind = Self::default();
        behind.add(opening, Vec::new());
        behind
    }

    fn add(&self, texts: &[impl AsRef<str>], values: Vec<Value>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let by = waiting.values.len();
        waiting
            .texts
            .extend(texts.iter().map(|text| renumbered(text.as_ref(), by)));
        waiting.values.extend(values);
    }

    fn meets(&self, sql: &str) -> bool {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.meet(sql)
    }

    /// What waits, which whoever takes it has to run.
    pub(crate) fn take(&self) -> Option<Waiting> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Some(std::mem::take(&mut *waiting)).filter(|waiting| !waiting.texts.is_empty())
    }
}

impl Waiting {
    /// Whether a statement can take these along.
    pub(crate) fn go_with(&self, backend: DbBackend, sql: &str) -> bool {
        backend == DbBackend::Sqlite || !self.meet(sql)
    }

    /// Whether a statement names a table that one of these writes to.
    fn meet(&self, sql: &str) -> bool {
        let mut written = self.texts.iter().filter_map(|text| written(text));
        written.any(|table| is_named(sql, table))
    }

    /// These and one more behind them, which numbers its own values from 1.
    pub(crate) fn followed_by(
        mut self,
        backend: DbBackend,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> (String, Vec<Value>) {
        let last = renumbered(sql, self.values.len());
        self.values.extend(values);
        let sql = if backend == DbBackend::Sqlite {
            self.texts.push(last);
            self.texts.join("; ")
        } else {
            carrying(&self.texts, &last)
        };
        (sql, self.values)
    }

    /// These alone.
    pub(crate) fn alone(self, backend: DbBackend) -> (String, Vec<Value>) {
        let sql = match self.texts.split_first() {
            // PostgreSQL runs the main part first, which is why a key that is taken in the first table
            // is the one that is reported. It checks references at the end of the whole.
            Some((first, rest)) if backend != DbBackend::Sqlite && !rest.is_empty() => {
                carrying(rest, first)
            }
            _ => self.texts.join("; "),
        };
        (sql, self.values)
    }
}

/// One statement of PostgreSQL, with others as its parts.
fn carrying(parts: &[String], main: &str) -> String {
    let parts: Vec<_> = parts
        .iter()
        .enumerate()
        .map(|(number, part)| format!("later{number} AS ({part})"))
        .collect();
    let parts = parts.join(", ");
    match main.strip_prefix("WITH ") {
        Some(rest) => format!("WITH {parts}, {rest}"),
        None => format!("WITH {parts} {main}"),
    }
}

/// The table that a change writes to.
fn written(text: &str) -> Option<&str> {
    let mut names = names(text);
    match names.next()? {
        "INSERT" | "DELETE" => names.nth(1),
        _ => names.next(),
    }
}

/// Whether a word of a statement is this one.
fn is_named(sql: &str, table: &str) -> bool {
    sql.match_indices(table).any(|(at, _)| {
        let (before, rest) = sql.split_at(at);
        let after = rest.strip_prefix(table).unwrap_or_default();
        !before.ends_with(is_of_a_name) && !after.starts_with(is_of_a_name)
    })
}

const fn is_of_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// The words of a statement.
fn names(sql: &str) -> impl Iterator<Item = &str> {
    sql.split(|letter: char| !is_of_a_name(letter))
        .filter(|word| !word.is_empty())
}

/// The statement with `$1` as the place behind the first `by` ones. The texts of this crate hold a `$` only
/// in front of such a number.
fn renumbered(sql: &str, by: usize) -> String {
    let mut pieces = sql.split('$');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = piece
            .find(|letter: char| !letter.is_ascii_digit())
            .unwrap_or(piece.len());
        let (number, rest) = piece.split_at(end);
        text.push('$');
        match number.parse::<usize>() {
            Ok(number) => text.push_str(&(number + by).to_string()),
            Err(_) => text.push_str(number),
        }
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const INSERT: &str = "INSERT INTO a (x, y) VALUES ($1, $2)";
    const UPDATE: &str = "UPDATE b SET c = $2 WHERE d = $1";

    fn waiting() -> Waiting {
        let behind = WriteBehind::default();
        behind.add(&[INSERT], vec![1.into(), 2.into()]);
        behind.add(&[UPDATE], vec![3.into(), 4.into()]);
        behind.take().unwrap()
    }

    #[test]
    fn each_statement_keeps_its_own_values() {
        let ten = || (0..10).map(Value::from);
        let question = "SELECT $10, $1";
        let (sql, values) = waiting().followed_by(DbBackend::Sqlite, question, ten());
        assert_eq!(
            sql,
            "INSERT INTO a (x, y) VALUES ($1, $2); UPDATE b SET c = $4 WHERE d = $3; SELECT $14, $5"
        );
        assert_eq!(values.len(), 14);
        let (sql, values) = waiting().followed_by(DbBackend::Postgres, question, ten());
        assert_eq!(
            sql,
            "WITH later0 AS (INSERT INTO a (x, y) VALUES ($1, $2)), \
             later1 AS (UPDATE b SET c = $4 WHERE d = $3) SELECT $14, $5"
        );
        assert_eq!(values.len(), 14);
    }

    #[test]
    fn parts_of_the_last_statement_stay_its_parts() {
        let question = "WITH k AS (SELECT $1) SELECT * FROM k";
        let (sql, _) = waiting().followed_by(DbBackend::Postgres, question, [5.into()]);
        assert!(
            sql.ends_with("WHERE d = $3), k AS (SELECT $5) SELECT * FROM k"),
            "{sql}"
        );
    }

    #[test]
    fn alone_the_first_one_is_the_main_part() {
        let (sql, _) = waiting().alone(DbBackend::Postgres);
        assert_eq!(
            sql,
            "WITH later0 AS (UPDATE b SET c = $4 WHERE d = $3) INSERT INTO a (x, y) VALUES ($1, $2)"
        );
        let (sql, _) = waiting().alone(DbBackend::Sqlite);
        assert_eq!(
            sql,
            "INSERT INTO a (x, y) VALUES ($1, $2); UPDATE b SET c = $4 WHERE d = $3"
        );
    }

    #[test]
    fn what_names_a_written_table_comes_after_it() {
        for (sql, may) in [
            ("SELECT x FROM c", true),
            ("SELECT a_b FROM ab WHERE xa = 1", true),
            ("SELECT x FROM a WHERE y = 1", false),
            ("DELETE FROM \"b\"", false),
            ("INSERT INTO c SELECT x FROM a", false),
        ] {
            assert_eq!(waiting().go_with(DbBackend::Postgres, sql), may, "{sql}");
            assert!(waiting().go_with(DbBackend::Sqlite, sql));
        }
        let deletes = Waiting {
            texts: vec!["DELETE FROM e WHERE f = $1".to_owned()],
            values: vec![1.into()],
        };
        assert!(!deletes.go_with(DbBackend::Postgres, "SELECT 1 FROM e"));
    }
}
