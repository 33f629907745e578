//! What the row of a user is made from.

use keyholder_domain::{
    directory_query,
    ids::{CustomerId, RoleId, UserId},
    text,
};
use sea_orm::{FromQueryResult, Value};

use super::{Binder, search, sign_in_way_rows::WAY};
use crate::{batch::Table, columns, error::StoreError};

/// The list; its columns are in the order of [`Source::row`].
pub(super) const TABLE: Table = Table {
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

#[derive(FromQueryResult)]
pub(super) struct Source {
    pub(super) customer_id: String,
    pub(super) user_id: String,
    pub(super) version: i64,
    pub(super) kind: String,
    pub(super) sign_in_name: String,
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) language: String,
    pub(super) origin: String,
    pub(super) scope_kind: String,
    pub(super) location_count: i64,
    pub(super) role_ids: Option<String>,
    pub(super) created_at: i64,
    pub(super) accepted_at: Option<i64>,
    pub(super) deactivated_at: Option<i64>,
    pub(super) deleted_at: Option<i64>,
    pub(super) invited_at: Option<i64>,
    pub(super) invitation_expires_at: Option<i64>,
    pub(super) last_sign_in_at: Option<i64>,
    pub(super) locked_until: Option<i64>,
    pub(super) password_changed_at: Option<i64>,
    pub(super) adopted_at: Option<i64>,
    pub(super) second_factor: Option<String>,
    pub(super) sign_in_way: String,
    /// The searched text that stands in the list now, if the user is on it.
    pub(super) listed_search_text: Option<String>,
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
     WHEN u.mailed_codes AND u.kind = 'verified' AND c.mailed_codes THEN 'mailed_code' \
     ELSE 'none' END AS second_factor, \
     d.search_text AS listed_search_text";

const JOINS: &str = "JOIN memberships m ON m.customer_id = k.customer_id AND m.user_id = k.user_id \
     JOIN users u ON u.id = m.user_id JOIN customers c ON c.id = m.customer_id \
     LEFT JOIN invitations i ON i.customer_id = m.customer_id AND i.user_id = m.user_id \
     AND i.superseded_at IS NULL \
     LEFT JOIN directory d ON d.customer_id = m.customer_id AND d.user_id = m.user_id";

/// The keys as rows of places, and the values that go there.
pub(super) fn bind(keys: &[(CustomerId, UserId)]) -> (String, Vec<Value>) {
    let mut values = Vec::with_capacity(keys.len() * 2);
    let mut places = Vec::with_capacity(keys.len());
    for (customer, user) in keys {
        values.extend([columns::id(customer), columns::id(user)]);
        places.push(format!("(${}, ${})", values.len() - 1, values.len()));
    }
    (places.join(", "), values)
}

/// What reads these users, with more columns of the same tables.
pub(super) fn question(keys: &[(CustomerId, UserId)], more: Option<&str>) -> (String, Vec<Value>) {
    let more = more.map_or_else(String::new, |more| format!(", {more}"));
    let (places, values) = bind(keys);
    let sql = format!(
        "WITH k (customer_id, user_id) AS (VALUES {places}) \
         {SELECT}, {WAY}{more} FROM k {JOINS}"
    );
    (sql, values)
}

impl Source {
    fn search_text(&self) -> String {
        directory_query::searched(
            &self.family_name,
            &self.given_name,
            &self.sort_sign_in_name(),
        )
    }

    pub(super) fn roles(&self) -> Result<String, StoreError> {
        let mut roles: Vec<RoleId> = columns::list(self.role_ids.as_deref())?;
        roles.sort();
        serde_json::to_string(&roles).map_err(StoreError::corrupt)
    }

    pub(super) fn sort_name(&self) -> String {
        directory_query::sort_name(&self.family_name, &self.given_name)
    }

    pub(super) fn sort_sign_in_name(&self) -> String {
        text::fold(&self.sign_in_name)
    }

    /// Never signed in comes before every moment.
    pub(super) fn sort_last_sign_in_at(&self) -> i64 {
        self.last_sign_in_at.unwrap_or(i64::MIN)
    }

    /// The values of the row.
    pub(super) fn row(&self) -> Result<Vec<Value>, StoreError> {
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
            self.roles()?.into(),
            self.created_at.into(),
            self.accepted_at.into(),
            self.deactivated_at.into(),
            self.deleted_at.into(),
            self.invited_at.into(),
            self.invitation_expires_at.into(),
            self.last_sign_in_at.into(),
            self.locked_until.into(),
            self.password_changed_at.into(),
            self.sort_name().into(),
            self.sort_sign_in_name().into(),
            self.sort_last_sign_in_at().into(),
            self.search_text().into(),
            self.adopted_at.into(),
            self.second_factor.as_deref().into(),
            self.sign_in_way.as_str().into(),
        ])
    }

    /// What rewrites the entry of the full-text index of SQLite, if its text changed.
    pub(super) fn index(&self, binder: &mut Binder) -> Option<String> {
        let text = self.search_text();
        if self.listed_search_text.as_ref() == Some(&text) {
            return None;
        }
        let verb = match self.listed_search_text {
            Some(_) => "INSERT OR REPLACE",
            None => "INSERT",
        };
        let tokens = binder.bind(search::tokens(search::CUSTOMER, &text));
        let customer = binder.bind(self.customer_id.as_str());
        let user = binder.bind(self.user_id.as_str());
        Some(format!(
            "{verb} INTO directory_search (rowid, tokens) \
             SELECT d.row_id, replace({tokens}, '{}', c.row_id) FROM directory d \
             JOIN customers c ON c.id = d.customer_id \
             WHERE d.customer_id = {customer} AND d.user_id = {user}",
            search::CUSTOMER
        ))
    }
}
