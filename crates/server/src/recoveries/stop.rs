//! An operator takes a recovery back.

use keyholder_contract::{problem::ErrorCode, recovery::Recovery};
use keyholder_domain::{
    ids::{CustomerId, RecoveryId},
    recovery::StoppedBy,
};
use keyholder_store::recoveries;

use super::{list, stopping};
use crate::{
    App,
    auth::Operator,
    http::{ApiError, ApiResult},
};

/// Stops it.
pub(super) async fn stop(
    app: &App,
    operator: &Operator,
    (customer, id): (CustomerId, RecoveryId),
) -> ApiResult<Recovery> {
    let (tx, _) = operator.begin_at(app, customer).await?;
    let now = app.now();
    let missing = || ApiError::new(ErrorCode::NotFound);
    let recovery = recoveries::lock(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    if !recovery.state.is_open(now) {
        return Err(ErrorCode::RecoveryOver.into());
    }
    let by = operator.person.user_id;
    stopping::stop(&tx, app, &recovery, StoppedBy::Operator, Some(by), now).await?;
    let after = recoveries::find(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    tx.commit().await?;
    Ok(list::view(after, now))
}
