//! Changes that travel with the next question.
//!
//! SQLite has a thread of its own, and whoever asks it something waits for two switches of threads while
//! everybody else waits for the turn at writing. A change whose answer nobody needs is therefore put
//! in front of whatever is asked next. PostgreSQL takes one statement with parameters at a time, so
//! there each goes at once.

use std::sync::{Mutex, PoisonError};

use sea_orm::{DbBackend, Value};

use crate::{
    connection::{self, Sealed as _},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Changes that wait for the next question of their transaction.
#[derive(Debug, Default)]
pub(crate) struct WriteBehind(Mutex<Waiting>);

/// Statements, and the values that they number from 1.
#[derive(Debug, Default)]
pub struct Waiting {
    sql: String,
    values: Vec<Value>,
}

/// Makes a change, at the latest together with the next statement of the transaction or its commit.
///
/// What goes wrong with it may be told by that one. So it is for changes that fail only where something
/// is broken, and for those whose failure ends the request, whoever tells it.
pub(crate) async fn later(
    tx: &WriteTransaction,
    sql: &str,
    values: Vec<Value>,
) -> Result<(), StoreError> {
    if tx.backend() != DbBackend::Sqlite {
        return connection::execute(tx, sql, values).await.map(drop);
    }
    tx.write_behind().add(sql, values);
    Ok(())
}

impl WriteBehind {
    fn add(&self, sql: &str, values: Vec<Value>) {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *waiting = std::mem::take(&mut *waiting).followed_by(sql, values);
    }

    /// What waits, which whoever takes it has to run.
    pub(crate) fn take(&self) -> Option<Waiting> {
        let mut waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Some(std::mem::take(&mut *waiting)).filter(|waiting| !waiting.sql.is_empty())
    }
}

impl Waiting {
    /// These statements and one more behind them, which numbers its own values from 1.
    pub(crate) fn followed_by(
        mut self,
        sql: &str,
        values: impl IntoIterator<Item = Value>,
    ) -> Self {
        if self.sql.is_empty() {
            self.sql.push_str(sql);
        } else {
            self.sql.push_str("; ");
            self.sql.push_str(&renumbered(sql, self.values.len()));
        }
        self.values.extend(values);
        self
    }

    /// The text and the values.
    pub(crate) fn into_parts(self) -> (String, Vec<Value>) {
        (self.sql, self.values)
    }
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

    #[test]
    fn each_statement_keeps_its_own_values() {
        let waiting = Waiting::default()
            .followed_by("INSERT INTO a VALUES ($1, $2)", [1.into(), 2.into()])
            .followed_by("UPDATE b SET c = $2 WHERE d = $1", [3.into(), 4.into()])
            .followed_by("SELECT $10, $1", (0..10).map(Value::from));
        let (sql, values) = waiting.into_parts();
        assert_eq!(
            sql,
            "INSERT INTO a VALUES ($1, $2); UPDATE b SET c = $4 WHERE d = $3; SELECT $14, $5"
        );
        assert_eq!(values.len(), 14);
    }
}
