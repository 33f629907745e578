//! The administrators of a customer: who could help, answer, or be the last one.

use keyholder_domain::{
    ids::{CustomerId, UserId},
    last_administrator,
    permission::Permission,
    role::BuiltInRole,
    timestamp::Timestamp,
    user_status,
};

use super::{AccessFacts, select};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// The others at the customer who are administrators and get in by themselves
/// ([`last_administrator`]). Others who ask the same wait until this transaction ends, so that two
/// administrators cannot send each other away.
pub async fn working_administrators_besides(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: UserId,
    now: Timestamp,
) -> Result<Vec<AccessFacts>, StoreError> {
    let mut others = working_administrators(tx, customer, now).await?;
    others.retain(|other| other.user_id != user);
    Ok(others)
}

/// The administrators of a customer who get in by themselves, as this transaction leaves them.
/// Others who ask wait, as for [`working_administrators_besides`].
pub async fn working_administrators(
    tx: &WriteTransaction,
    customer: CustomerId,
    now: Timestamp,
) -> Result<Vec<AccessFacts>, StoreError> {
    let mut working = administrators(tx, customer).await?;
    retain_working(&mut working, now);
    Ok(working)
}

/// As [`working_administrators`], to be shown: nobody waits.
pub async fn working_administrators_seen(
    on: &impl Read,
    customer: CustomerId,
    now: Timestamp,
) -> Result<Vec<AccessFacts>, StoreError> {
    let mut working = select_administrators(on, customer).await?;
    retain_working(&mut working, now);
    Ok(working)
}

fn retain_working(administrators: &mut Vec<AccessFacts>, now: Timestamp) {
    administrators.retain(|one| {
        last_administrator::WORKING
            .contains(&user_status::of(&one.status, one.policy.status(), now).kind())
    });
}

/// The administrators of a customer who have taken the access up and are not switched off, whether they
/// get in now or not. Others who ask wait, as for [`working_administrators_besides`].
pub async fn administrators(
    tx: &WriteTransaction,
    customer: CustomerId,
) -> Result<Vec<AccessFacts>, StoreError> {
    let lock = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM customers WHERE id = $1{}) AS locked",
        connection::for_update(tx)
    );
    connection::number(tx, &lock, [columns::id(customer)]).await?;
    select_administrators(tx, customer).await
}

async fn select_administrators(
    on: &impl Read,
    customer: CustomerId,
) -> Result<Vec<AccessFacts>, StoreError> {
    let holders = "m.customer_id = $1 AND m.scope_kind = 'all' \
        AND m.deleted_at IS NULL AND m.deactivated_at IS NULL AND m.accepted_at IS NOT NULL \
        AND (EXISTS (SELECT 1 FROM membership_roles mr \
            JOIN roles r ON r.customer_id = mr.customer_id AND r.id = mr.role_id \
            WHERE mr.customer_id = m.customer_id AND mr.user_id = m.user_id \
            AND (r.built_in = $2 OR EXISTS (SELECT 1 FROM role_permissions rp \
                WHERE rp.customer_id = r.customer_id AND rp.role_id = r.id \
                AND rp.permission = $3))) \
        OR EXISTS (SELECT 1 FROM membership_permissions mp \
            WHERE mp.customer_id = m.customer_id AND mp.user_id = m.user_id \
            AND mp.permission = $3))";
    let values = [
        columns::id(customer),
        BuiltInRole::MerchantAdministrator.code().into(),
        Permission::AdministratorsManage.code().into(),
    ];
    let mut administrators = select(on, holders, values).await?;
    administrators.retain(|one| last_administrator::is_administrator(&one.access));
    Ok(administrators)
}
