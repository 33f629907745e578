//! How statements reach the database. Fixed statements are SQL text that both databases read
//! (`$1` works on both); statements that depend on a question are built with sea-query.

use sea_orm::{
    ConnectionTrait, DbBackend, FromQueryResult, QueryResult, Statement, StatementBuilder, Value,
};

use crate::{error::StoreError, write_behind::Waiting};

/// The target under which statements are traced.
pub const STATEMENTS: &str = "keyholder_store::statements";

/// What can be read from: a [`crate::Database`], or a [`crate::WriteTransaction`], which also sees
/// its own changes.
pub trait Read: Sealed {}

/// Keeps the database layer out of the public interface.
pub trait Sealed: Send + Sync {
    /// What runs the statements.
    type Inner: ConnectionTrait + Send + Sync;

    /// What runs the statements.
    fn inner(&self) -> &Self::Inner;

    /// Changes that have to be made before the next statement, which takes them with it.
    fn waiting(&self) -> Option<Waiting> {
        None
    }

    /// Which database it is.
    fn backend(&self) -> DbBackend {
        self.inner().get_database_backend()
    }
}

/// Tells what is about to be asked, without its values; tests count the round trips.
pub(crate) fn trace(sql: &str) {
    tracing::trace!(target: STATEMENTS, sql);
}

fn statement(on: &impl Sealed, sql: &str, values: impl IntoIterator<Item = Value>) -> Statement {
    trace(sql);
    Statement::from_sql_and_values(on.backend(), sql, values)
}

/// A statement, together with the changes that have waited for it, or after them.
async fn behind(
    on: &impl Sealed,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Statement, StoreError> {
    let Some(waiting) = on.waiting() else {
        return Ok(statement(on, sql, values));
    };
    if waiting.go_with(on.backend(), sql) {
        let (sql, values) = waiting.followed_by(on.backend(), sql, values);
        return Ok(statement(on, &sql, values));
    }
    run(on, waiting).await?;
    Ok(statement(on, sql, values))
}

/// Makes the changes that wait.
pub(crate) async fn catch_up(on: &impl Sealed) -> Result<(), StoreError> {
    match on.waiting() {
        Some(waiting) => run(on, waiting).await,
        None => Ok(()),
    }
}

async fn run(on: &impl Sealed, waiting: Waiting) -> Result<(), StoreError> {
    let (sql, values) = waiting.alone(on.backend());
    on.inner().execute_raw(statement(on, &sql, values)).await?;
    Ok(())
}

/// Rows that a statement returns.
pub(crate) async fn all<R: FromQueryResult>(
    on: &impl Sealed,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Vec<R>, StoreError> {
    let asked = behind(on, sql, values).await?;
    let rows = on.inner().query_all_raw(asked).await?;
    read(&rows)
}

/// The first row, if there is one.
pub(crate) async fn one<R: FromQueryResult>(
    on: &impl Sealed,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<Option<R>, StoreError> {
    let asked = behind(on, sql, values).await?;
    let row = on.inner().query_one_raw(asked).await?;
    row.map(|row| Ok(R::from_query_result(&row, "")?))
        .transpose()
}

fn read<R: FromQueryResult>(rows: &[QueryResult]) -> Result<Vec<R>, StoreError> {
    rows.iter()
        .map(|row| Ok(R::from_query_result(row, "")?))
        .collect()
}

/// The one number that a statement returns.
pub(crate) async fn number(
    on: &impl Sealed,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<i64, StoreError> {
    let asked = behind(on, sql, values).await?;
    let row = on.inner().query_one_raw(asked).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(row.try_get_by_index(0)?)
}

/// The one text that a statement without parameters returns.
pub(crate) async fn text(on: &impl Sealed, sql: &str) -> Result<String, StoreError> {
    let asked = behind(on, sql, []).await?;
    let row = on.inner().query_one_raw(asked).await?;
    let row = row.ok_or(StoreError::NotFound)?;
    Ok(row.try_get_by_index(0)?)
}

/// Runs a statement; gives how many rows it touched.
pub(crate) async fn execute(
    on: &impl Sealed,
    sql: &str,
    values: impl IntoIterator<Item = Value>,
) -> Result<u64, StoreError> {
    // SQLite counts the rows of all statements of a text.
    if on.backend() == DbBackend::Sqlite {
        catch_up(on).await?;
    }
    let change = behind(on, sql, values).await?;
    let done = on.inner().execute_raw(change).await?;
    Ok(done.rows_affected())
}

/// Runs a built statement; gives how many rows it touched.
pub(crate) async fn execute_built(
    on: &impl Sealed,
    statement: &impl StatementBuilder,
) -> Result<u64, StoreError> {
    catch_up(on).await?;
    let statement = statement.build(&on.backend());
    trace(&statement.sql);
    let done = on.inner().execute_raw(statement).await?;
    Ok(done.rows_affected())
}

/// Runs a text of several statements without parameters.
pub(crate) async fn script(on: &impl Sealed, sql: &str) -> Result<(), StoreError> {
    catch_up(on).await?;
    trace(sql);
    on.inner().execute_unprepared(sql).await?;
    Ok(())
}

/// What locks the rows that a decision depends on until the transaction ends. SQLite needs nothing:
/// there is one writer at a time.
pub(crate) fn for_update(on: &impl Sealed) -> &'static str {
    match on.backend() {
        DbBackend::Sqlite => "",
        // Not the key: rows that refer to this one may still be added by others.
        _ => " FOR NO KEY UPDATE",
    }
}

/// What keeps the rows of a selection as they are until the transaction ends, while others may read
/// and keep them too; nothing on SQLite, where only one transaction writes.
pub(crate) fn for_share(on: &impl Sealed) -> &'static str {
    match on.backend() {
        DbBackend::Sqlite => "",
        _ => " FOR SHARE",
    }
}
