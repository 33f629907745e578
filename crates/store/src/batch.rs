//! Inserting many rows at once.

use sea_orm::{
    Value,
    sea_query::{Alias, Expr, InsertStatement, Query},
};

use crate::{
    connection::{self, Sealed as _},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
};

/// Both databases take more in one statement, but PostgreSQL reads long lists of parameters slowly,
/// and statements of one length are prepared once.
const MAX_PARAMETERS: usize = 2_500;

/// A table and its columns.
#[derive(Clone, Copy)]
pub(crate) struct Table {
    /// The table.
    pub(crate) name: &'static str,
    /// The columns that are filled in, in the order of the rows' values.
    pub(crate) columns: &'static [&'static str],
}

impl Table {
    /// An insertion of these rows.
    pub(crate) fn insertion(self, rows: Vec<Vec<Value>>) -> InsertStatement {
        let mut insert = Query::insert();
        insert
            .into_table(Alias::new(self.name))
            .columns(self.columns.iter().map(|column| Alias::new(*column)));
        for row in rows {
            // `values` refuses only a row of the wrong length, which `rows` are not.
            insert.values_panic(row.into_iter().map(Expr::val));
        }
        insert
    }

    /// An insertion of these rows as part of a longer statement.
    pub(crate) fn text(self, binder: &mut Binder, rows: Vec<Vec<Value>>) -> String {
        let rows: Vec<_> = rows
            .into_iter()
            .map(|row| {
                let places: Vec<_> = row.into_iter().map(|value| binder.bind(value)).collect();
                format!("({})", places.join(", "))
            })
            .collect();
        format!(
            "INSERT INTO {} ({}) VALUES {}",
            self.name,
            self.columns.join(", "),
            rows.join(", ")
        )
    }

    /// Inserts the rows in as few statements as the database allows.
    pub(crate) async fn insert(
        self,
        tx: &WriteTransaction,
        rows: Vec<Vec<Value>>,
    ) -> Result<(), StoreError> {
        for chunk in chunks(rows, self.columns.len()) {
            connection::execute_built(tx, &self.insertion(chunk)).await?;
        }
        Ok(())
    }
}

/// Inserts rows of several tables, of which the later ones may refer to the earlier ones, with the next
/// statement where they are few ([`write_behind::later`]).
pub(crate) async fn insert_together(
    tx: &WriteTransaction,
    mut tables: Vec<(Table, Vec<Vec<Value>>)>,
) -> Result<(), StoreError> {
    tables.retain(|(_, rows)| !rows.is_empty());
    let parameters: usize = tables
        .iter()
        .map(|(table, rows)| table.columns.len() * rows.len())
        .sum();
    if parameters > MAX_PARAMETERS {
        for (table, rows) in tables {
            table.insert(tx, rows).await?;
        }
        return Ok(());
    }
    let mut binder = Binder::new(tx.backend());
    let texts: Vec<_> = tables
        .into_iter()
        .map(|(table, rows)| table.text(&mut binder, rows))
        .collect();
    write_behind::later(tx, &texts, binder.into_values()).await
}

/// Rows in groups that fit into one statement each.
pub(crate) fn chunks(rows: Vec<Vec<Value>>, columns: usize) -> Vec<Vec<Vec<Value>>> {
    let size = (MAX_PARAMETERS / columns.max(1)).max(1);
    let mut rows = rows.into_iter().peekable();
    let mut chunks = Vec::new();
    while rows.peek().is_some() {
        chunks.push(rows.by_ref().take(size).collect());
    }
    chunks
}
