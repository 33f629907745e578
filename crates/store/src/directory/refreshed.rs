//! A row that was just rewritten, without asking for it again.

use std::collections::BTreeSet;

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::FromQueryResult;

use super::{
    DirectoryRow, Row, find_in_full, refresh,
    source::{self, Source},
};
use crate::{
    access_facts::{self, AccessFacts},
    connection,
    error::StoreError,
    transaction::WriteTransaction,
};

/// As [`super::refresh`]; gives the row of one user, with what decisions rest on, as [`find_in_full`] does.
pub async fn refresh_and_find(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<(DirectoryRow, AccessFacts)>, StoreError> {
    let key = (customer, user);
    let stale = refresh::stale(tx).await?;
    // Several are locked in their order, all at once.
    if stale.keys != BTreeSet::from([key]) {
        refresh::rewrite(tx, stale).await?;
        return find_in_full(tx, customer, user).await;
    }
    refresh::lock(tx, &stale, &[key]).await?;
    let (sql, values) = source::question(&[key], Some(access_facts::COLUMNS));
    let Some(found) = connection::one::<Found>(tx, &sql, values).await? else {
        return Ok(None);
    };
    refresh::write(tx, std::slice::from_ref(&found.source)).await?;
    let row = found.source.into_row()?;
    Ok(Some((row.try_into()?, found.facts.try_into()?)))
}

#[derive(FromQueryResult)]
struct Found {
    #[sea_orm(nested)]
    source: Source,
    #[sea_orm(nested)]
    facts: access_facts::Row,
}

impl Source {
    /// The row as it is read back.
    pub(super) fn into_row(self) -> Result<Row, StoreError> {
        Ok(Row {
            role_ids: self.roles()?,
            sort_name: self.sort_name(),
            sort_sign_in_name: self.sort_sign_in_name(),
            sort_last_sign_in_at: self.sort_last_sign_in_at(),
            user_id: self.user_id,
            version: self.version,
            kind: self.kind,
            sign_in_name: self.sign_in_name,
            given_name: self.given_name,
            family_name: self.family_name,
            language: self.language,
            origin: self.origin,
            adopted_at: self.adopted_at,
            scope_kind: self.scope_kind,
            location_count: self.location_count,
            second_factor: self.second_factor,
            sign_in_way: self.sign_in_way,
            created_at: self.created_at,
            accepted_at: self.accepted_at,
            deactivated_at: self.deactivated_at,
            deleted_at: self.deleted_at,
            invited_at: self.invited_at,
            invitation_expires_at: self.invitation_expires_at,
            last_sign_in_at: self.last_sign_in_at,
            locked_until: self.locked_until,
            password_changed_at: self.password_changed_at,
        })
    }
}
