//! Who stands on a customer's list under a name.

use keyholder_domain::ids::{CustomerId, UserId};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// Somebody on a customer's list under an address or a generated name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who.
    pub user_id: UserId,
    /// Whether they lie in the bin.
    pub deleted: bool,
}

/// Those at a customer who are this person or stand on its list under this name (folded), the bin
/// included: at most a few, found by two look-ups.
pub async fn holders_of(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
    folded_name: &str,
) -> Result<Vec<Holder>, StoreError> {
    #[derive(FromQueryResult)]
    struct Found {
        holder_id: String,
        holder_deleted: bool,
    }
    let sql = format!("{} ORDER BY holder_id", holders("$1", "$2", "$3"));
    let values = [columns::id(customer), columns::id(user), folded_name.into()];
    let rows = connection::all::<Found>(on, &sql, values).await?;
    rows.into_iter()
        .map(|row| holder(&row.holder_id, row.holder_deleted))
        .collect()
}

/// What finds them.
pub(crate) fn holders(customer: &str, user: &str, folded_name: &str) -> String {
    format!(
        "SELECT d.user_id AS holder_id, d.deleted_at IS NOT NULL AS holder_deleted FROM directory d \
         WHERE d.customer_id = {customer} AND d.user_id = {user} \
         UNION SELECT d.user_id AS holder_id, d.deleted_at IS NOT NULL AS holder_deleted FROM directory d \
         WHERE d.customer_id = {customer} AND d.sort_sign_in_name = {folded_name}"
    )
}

pub(crate) fn holder(user: &str, deleted: bool) -> Result<Holder, StoreError> {
    Ok(Holder {
        user_id: columns::parse(user)?,
        deleted,
    })
}
