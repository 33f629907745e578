//! The recoveries of a customer.

use keyholder_contract::{
    problem::ErrorCode,
    recovery::{Recovery, RecoveryList},
};
use keyholder_domain::{ids::CustomerId, timestamp::Timestamp};
use keyholder_store::{customers, recoveries, recoveries::StoredRecovery};

use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// How many are shown; a customer has a handful in its life.
const SHOWN: u16 = 100;

/// The newest first.
pub(super) async fn list(app: &App, customer: CustomerId) -> ApiResult<RecoveryList> {
    let on = &app.database;
    customers::find(on, customer)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let found = recoveries::list(on, customer, SHOWN).await?;
    let now = app.now();
    Ok(RecoveryList {
        items: found.into_iter().map(|each| view(each, now)).collect(),
    })
}

/// The recovery on the wire.
pub(super) fn view(recovery: StoredRecovery, now: Timestamp) -> Recovery {
    let state = recovery.state;
    Recovery {
        id: recovery.id,
        state: state.state(now),
        sign_in_name: recovery.sign_in_name,
        new_email: recovery.new_address.map(|email| email.to_string()),
        address_confirmed_at: state.address_confirmed_at,
        reason: recovery.reason,
        evidence: recovery.evidence,
        started_at: recovery.started_at,
        ready_at: state.ready_at,
        stopped_by: state.stopped_by,
        ended_at: recovery.stopped_at.or(state.finished_at),
        told: recovery.told,
        other_administrators: recovery.others,
    }
}
