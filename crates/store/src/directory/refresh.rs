//! Rewriting the rows of changed users.

use std::collections::BTreeSet;

use keyholder_domain::{
    directory_query,
    ids::{CustomerId, RoleId, UserId},
    text,
};
use sea_orm::{DbBackend, FromQueryResult, Value};

use super::{Binder, search, sign_in_way_rows::WAY};
use crate::{
    batch::Table,
    columns,
    connection::{self, Sealed},
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
};

const TABLE: Table = Table {
    name: "directory",
    columns: &[
        "customer_id",
        "user_id",
        "version",
        "kind",
        "sign_in_name",
        "given_name",
        "family_name",
        "language",
        "origin",
        "scope_kind",
        "location_count",
        "role_ids",
        "created_at",
        "accepted_at",
        "deactivated_at",
        "deleted_at",
        "invited_at",
        "invitation_expires_at",
        "last_sign_in_at",
        "locked_until",
        "password_changed_at",
        "sort_name",
        "sort_sign_in_name",
        "sort_last_sign_in_at",
        "search_text",
        "adopted_at",
        "second_factor",
        "sign_in_way",
    ],
};

/// Rows that are read at once.
const PIECE: usize = 200;
/// Rows that are written at once.
const ROWS: usize = 50;

#[derive(FromQueryResult)]
struct Source {
    customer_id: String,
    user_id: String,
    version: i64,
    kind: String,
    sign_in_name: String,
    given_name: String,
    family_name: String,
    language: String,
    origin: String,
    scope_kind: String,
    location_count: i64,
    role_ids: Option<String>,
    created_at: i64,
    accepted_at: Option<i64>,
    deactivated_at: Option<i64>,
    deleted_at: Option<i64>,
    invited_at: Option<i64>,
    invitation_expires_at: Option<i64>,
    last_sign_in_at: Option<i64>,
    locked_until: Option<i64>,
    password_changed_at: Option<i64>,
    adopted_at: Option<i64>,
    second_factor: Option<String>,
    sign_in_way: String,
    /// The searched text that stands in the list now, if the user is on it.
    listed_search_text: Option<String>,
    /// The number that leads the customer's tokens; SQLite only.
    customer_row: i64,
}

/// Brings the rows of everybody whom this transaction changed up to date.
/// [`WriteTransaction::commit`] does it; call it earlier to read the list within the transaction.
pub async fn refresh(tx: &WriteTransaction) -> Result<(), StoreError> {
    let touched = tx.take_touched();
    let mut keys = touched.memberships;
    for user in touched.users {
        keys.extend(memberships_of(tx, user).await?);
    }
    let keys: Vec<_> = keys.into_iter().collect();
    for piece in keys.chunks(PIECE) {
        if tx.backend() != DbBackend::Sqlite {
            let known = piece.iter().filter(|key| !touched.made.contains(key));
            lock(tx, &known.copied().collect::<Vec<_>>()).await?;
        }
        let sources = read(tx, piece).await?;
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

/// What a person's own facts are shown as before they accept: the inviter's words, and nothing that
/// would tell the inviter about an existing person.
const SELECT: &str = "SELECT m.customer_id, m.user_id, m.version, u.kind, \
     CASE WHEN m.accepted_at IS NULL THEN coalesce(m.invited_as, u.sign_in_name) \
     ELSE u.sign_in_name END AS sign_in_name, \
     CASE WHEN m.accepted_at IS NULL THEN m.given_name ELSE u.given_name END AS given_name, \
     CASE WHEN m.accepted_at IS NULL THEN m.family_name ELSE u.family_name END AS family_name, \
     CASE WHEN m.accepted_at IS NULL THEN m.language ELSE u.language END AS language, \
     m.origin, m.adopted_at, m.scope_kind, \
     (SELECT count(*) FROM membership_locations ml WHERE ml.customer_id = m.customer_id \
      AND ml.user_id = m.user_id) AS location_count, \
     (SELECT string_agg(mr.role_id, ',') FROM membership_roles mr \
      WHERE mr.customer_id = m.customer_id AND mr.user_id = m.user_id) AS role_ids, \
     m.created_at, m.accepted_at, m.deactivated_at, m.deleted_at, \
     i.created_at AS invited_at, i.expires_at AS invitation_expires_at, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.last_sign_in_at END AS last_sign_in_at, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.locked_until END AS locked_until, \
     CASE WHEN m.accepted_at IS NOT NULL THEN u.password_changed_at END AS password_changed_at, \
     CASE WHEN m.accepted_at IS NULL THEN NULL \
     WHEN EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id) THEN 'passkey' \
     WHEN EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = m.user_id) THEN 'app' \
     WHEN u.mailed_codes AND u.kind = 'verified' AND (SELECT mc.mailed_codes FROM customers mc \
     WHERE mc.id = m.customer_id) THEN 'mailed_code' \
     ELSE 'none' END AS second_factor, \
     d.search_text AS listed_search_text";

const JOINS: &str = "JOIN memberships m ON m.customer_id = k.customer_id AND m.user_id = k.user_id \
     JOIN users u ON u.id = m.user_id \
     LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
     AND i.superseded_at IS NULL \
     LEFT JOIN directory d ON d.customer_id = m.customer_id AND d.user_id = m.user_id";

/// Waits until nobody else changes these users. Two transactions that change one user in different
/// tables would otherwise each write a row without the other's change.
async fn lock(tx: &WriteTransaction, keys: &[(CustomerId, UserId)]) -> Result<(), StoreError> {
    if keys.is_empty() {
        return Ok(());
    }
    let (places, values) = bind(keys);
    let sql = format!(
        "SELECT count(*) FROM (SELECT 1 FROM memberships \
         WHERE (customer_id, user_id) IN ({places}) ORDER BY customer_id, user_id{}) AS locked",
        connection::for_update(tx)
    );
    connection::number(tx, &sql, values).await.map(drop)
}

/// The keys as rows of places, and the values that go there.
fn bind(keys: &[(CustomerId, UserId)]) -> (String, Vec<Value>) {
    let mut values = Vec::with_capacity(keys.len() * 2);
    let mut places = Vec::with_capacity(keys.len());
    for (customer, user) in keys {
        values.extend([columns::id(customer), columns::id(user)]);
        places.push(format!("(${}, ${})", values.len() - 1, values.len()));
    }
    (places.join(", "), values)
}

async fn read(
    tx: &WriteTransaction,
    keys: &[(CustomerId, UserId)],
) -> Result<Vec<Source>, StoreError> {
    let (customer_row, customers) = match tx.backend() {
        DbBackend::Sqlite => ("c.row_id", "JOIN customers c ON c.id = k.customer_id"),
        _ => ("CAST(0 AS BIGINT)", ""),
    };
    let (places, values) = bind(keys);
    let sql = format!(
        "WITH k (customer_id, user_id) AS (VALUES {places}) \
         {SELECT}, {WAY}, {customer_row} AS customer_row FROM k {JOINS} {customers}"
    );
    connection::all(tx, &sql, values).await
}

/// Writes the rows, and on SQLite the entries of the full-text index whose text changed.
async fn write(tx: &WriteTransaction, sources: &[Source]) -> Result<(), StoreError> {
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

impl Source {
    fn search_text(&self) -> String {
        directory_query::searched(
            &self.family_name,
            &self.given_name,
            &text::fold(&self.sign_in_name),
        )
    }

    fn row(&self) -> Result<Vec<Value>, StoreError> {
        let mut roles: Vec<RoleId> = columns::list(self.role_ids.as_deref())?;
        roles.sort();
        let roles = serde_json::to_string(&roles).map_err(StoreError::corrupt)?;
        Ok(vec![
            self.customer_id.as_str().into(),
            self.user_id.as_str().into(),
            self.version.into(),
            self.kind.as_str().into(),
            self.sign_in_name.as_str().into(),
            self.given_name.as_str().into(),
            self.family_name.as_str().into(),
            self.language.as_str().into(),
            self.origin.as_str().into(),
            self.scope_kind.as_str().into(),
            self.location_count.into(),
            roles.into(),
            self.created_at.into(),
            self.accepted_at.into(),
            self.deactivated_at.into(),
            self.deleted_at.into(),
            self.invited_at.into(),
            self.invitation_expires_at.into(),
            self.last_sign_in_at.into(),
            self.locked_until.into(),
            self.password_changed_at.into(),
            directory_query::sort_name(&self.family_name, &self.given_name).into(),
            text::fold(&self.sign_in_name).into(),
            // Never signed in comes before every moment.
            self.last_sign_in_at.unwrap_or(i64::MIN).into(),
            self.search_text().into(),
            self.adopted_at.into(),
            self.second_factor.as_deref().into(),
            self.sign_in_way.as_str().into(),
        ])
    }

    /// What rewrites the entry of the full-text index of SQLite, if its text changed.
    fn index(&self, binder: &mut Binder) -> Option<String> {
        let text = self.search_text();
        if self.listed_search_text.as_ref() == Some(&text) {
            return None;
        }
        let verb = match self.listed_search_text {
            Some(_) => "INSERT OR REPLACE",
            None => "INSERT",
        };
        let tokens = binder.bind(search::tokens(self.customer_row, &text));
        let customer = binder.bind(self.customer_id.as_str());
        let user = binder.bind(self.user_id.as_str());
        Some(format!(
            "{verb} INTO directory_search (rowid, tokens) SELECT row_id, {tokens} FROM directory \
             WHERE customer_id = {customer} AND user_id = {user}"
        ))
    }
}
