//! What the list says of second factors beside their state: whom a reset keeps out, who has one that is not built
//! into the app, and mailed codes that a customer does without.

use keyholder_domain::{
    directory_query::UserFilter, ids::CustomerId, second_factor::reset, timestamp::Timestamp,
};

use super::Binder;
use crate::{columns, connection, error::StoreError, transaction::WriteTransaction};

/// Whose second factor was not reset within the day; nothing where that does not matter.
pub(super) fn past_reset(
    binder: &mut Binder,
    filter: &UserFilter,
    now: Timestamp,
) -> Option<String> {
    filter.past_reset.then(|| {
        let latest = binder.bind(columns::at(now - reset::COOLING));
        format!(
            "NOT EXISTS (SELECT 1 FROM users u WHERE u.id = d.user_id \
             AND u.second_factor_reset_at > {latest})"
        )
    })
}

/// Who has a passkey, or an authenticator that is not built into the app; nothing where that does not matter.
pub(super) fn factor_elsewhere(filter: &UserFilter) -> Option<&'static str> {
    filter.factor_elsewhere.then_some(
        "(EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = d.user_id) OR EXISTS (SELECT 1 \
         FROM authenticators a WHERE a.user_id = d.user_id AND NOT a.built_in))",
    )
}

/// Shows mailed codes as a second factor at a customer from now on, or no longer.
pub async fn show_mailed_codes(
    tx: &WriteTransaction,
    customer: CustomerId,
    mailed: bool,
) -> Result<(), StoreError> {
    let sql = if mailed {
        "UPDATE directory SET second_factor = 'mailed_code' \
         WHERE customer_id = $1 AND second_factor = 'none' AND EXISTS (SELECT 1 FROM users u \
         WHERE u.id = directory.user_id AND u.mailed_codes AND u.kind = 'verified')"
    } else {
        "UPDATE directory SET second_factor = 'none' \
         WHERE customer_id = $1 AND second_factor = 'mailed_code'"
    };
    connection::execute(tx, sql, [columns::id(customer)])
        .await
        .map(drop)
}
