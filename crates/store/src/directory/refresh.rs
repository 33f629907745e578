//! Rewriting the rows of changed users.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::{DbBackend, FromQueryResult};

use super::{
    Binder,
    source::{Source, TABLE, bind, question},
};
use crate::{
    columns,
    connection::{self, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
};

/// Rows that are read at once.
const PIECE: usize = 200;
/// Rows that are written at once.
const ROWS: usize = 50;

/// Brings the rows of everybody whom this transaction changed up to date.
/// [`WriteTransaction::commit`] does it; call it earlier to read the list within the transaction.
pub async fn refresh(tx: &WriteTransaction) -> Result<(), StoreError> {
    let stale = stale(tx).await?;
    rewrite(tx, stale).await
}

/// Whose rows are out of date.
pub(super) struct Stale {
    pub(super) keys: BTreeSet<(CustomerId, UserId)>,
    /// Those that this transaction made.
    made: BTreeSet<(CustomerId, UserId)>,
}

/// Takes over whose rows are out of date: whoever calls it rewrites them.
pub(super) async fn stale(tx: &WriteTransaction) -> Result<Stale, StoreError> {
    let touched = tx.take_touched();
    let mut keys = touched.memberships;
    for user in touched.users {
        keys.extend(memberships_of(tx, user).await?);
    }
    let made = touched.made;
    Ok(Stale { keys, made })
}

pub(super) async fn rewrite(tx: &WriteTransaction, stale: Stale) -> Result<(), StoreError> {
    let keys: Vec<_> = stale.keys.iter().copied().collect();
    for piece in keys.chunks(PIECE) {
        lock(tx, &stale, piece).await?;
        let (sql, values) = question(piece, None);
        let sources = connection::all::<Source>(tx, &sql, values).await?;
        for chunk in sources.chunks(ROWS) {
            write(tx, chunk).await?;
        }
    }
    Ok(())
}

async fn memberships_of(
    tx: &WriteTransaction,
    user: UserId,
) -> Result<BTreeSet<(CustomerId, UserId)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Key {
        customer_id: String,
    }
    let sql = "SELECT customer_id FROM memberships WHERE user_id = $1";
    let keys = connection::all::<Key>(tx, sql, [columns::id(user)]).await?;
    keys.iter()
        .map(|key| Ok((columns::parse(&key.customer_id)?, user)))
        .collect()
}

/// Waits until nobody else changes those of these users whom others can see. Two transactions that change one user in different
/// tables would otherwise each write a row without the other's change.
pub(super) async fn lock(
    tx: &WriteTransaction,
    stale: &Stale,
    keys: &[(CustomerId, UserId)],
) -> Result<(), StoreError> {
    let known = keys.iter().filter(|key| !stale.made.contains(key));
    let known: Vec<_> = known.copied().collect();
    if tx.backend() == DbBackend::Sqlite || known.is_empty() {
        return Ok(());
    }
    let (places, values) = bind(&known);
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM memberships \
         WHERE (customer_id, user_id) IN ({places}) ORDER BY customer_id, user_id{}) AS locked",
        connection::for_update(tx)
    );
    connection::number(tx, &sql, values).await.map(drop)
}

/// Writes the rows, and on SQLite the entries of the full-text index whose text changed.
pub(super) async fn write(tx: &WriteTransaction, sources: &[Source]) -> Result<(), StoreError> {
    let rows = sources
        .iter()
        .map(Source::row)
        .collect::<Result<Vec<_>, _>>()?;
    let mut binder = Binder::new(tx.backend());
    let replaced: Vec<_> = TABLE
        .columns
        .iter()
        .skip(2)
        .map(|name| format!("{name} = excluded.{name}"))
        .collect();
    let mut texts = vec![format!(
        "{} ON CONFLICT (customer_id, user_id) DO UPDATE SET {}",
        TABLE.text(&mut binder, rows),
        replaced.join(", ")
    )];
    if tx.backend() == DbBackend::Sqlite {
        texts.extend(
            sources
                .iter()
                .filter_map(|source| source.index(&mut binder)),
        );
    }
    write_behind::later(tx, &texts, binder.into_values()).await
}
