//! Changing the policy. Statuses follow at once, running sessions at their next refresh, and
//! passwords when they are set next: a hash does not tell how long a password is.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode, FieldError},
    security_policy::SecurityPolicyView,
};
use keyholder_domain::{
    access,
    audit::AuditAction,
    ids::{CustomerId, PendingChangeId, UserId},
    permission::Permission,
    second_factor_requirement::MAX_AHEAD,
    security_policy::{OutOfLimits, SecurityPolicy},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction, directory,
    security_policies::{self, StoredPolicy},
};
use serde_json::json;

use super::{factor_letters, read};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiError, ApiResult, IfMatch, field_error},
    second_factors::fresh,
    users::acting,
};

/// Replaces the policy of the customer.
pub(super) async fn change(
    app: &App,
    at: &AtCustomer,
    if_match: IfMatch,
    policy: &SecurityPolicy,
) -> ApiResult<SecurityPolicyView> {
    check(policy, app.now())?;
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let stored = security_policies::lock(&tx, at.customer_id)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let actor = acting::actor_holding(&tx, at, Permission::SecurityManage, now).await?;
    access::may_change_policy(&actor)?;
    if_match.check(stored.version)?;
    if stored.policy == *policy {
        return Ok(read::view(&actor, &stored));
    }
    let asker = actor.user_id;
    match (
        stored.policy.approve_critical_grants,
        policy.approve_critical_grants,
    ) {
        (false, true) => {
            critical_grants::demand_approver(&tx, at.customer_id, asker, now).await?;
        }
        (true, false) => {
            let asking = Asking { asker, about: None };
            critical_grants::demand(&tx, at.customer_id, asking, now).await?;
        }
        _ => {}
    }
    fresh::demand_for_others(&tx, app, &at.person).await?;
    security_policies::save(&tx, at.customer_id, policy).await?;
    if policy.mailed_codes != stored.policy.mailed_codes {
        directory::show_mailed_codes(&tx, at.customer_id, policy.mailed_codes).await?;
    }
    if policy.second_factor != stored.policy.second_factor {
        factor_letters::decided(&tx, app, at.customer_id, policy.second_factor).await?;
    }
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::SecurityPolicyChanged,
        target_id: None,
        details: json!({ "before": stored.policy, "after": policy }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    let after = StoredPolicy {
        policy: *policy,
        version: stored.version + 1,
    };
    Ok(read::view(&actor, &after))
}

/// Lets critical grants need no second person any more, once one has agreed to that.
pub(crate) async fn switch_approvals_off(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    (by, change): (UserId, PendingChangeId),
) -> ApiResult<()> {
    let stored = security_policies::lock(tx, customer)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let policy = SecurityPolicy {
        approve_critical_grants: false,
        ..stored.policy
    };
    security_policies::save(tx, customer, &policy).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(by),
        action: AuditAction::SecurityPolicyChanged,
        target_id: None,
        details: json!({ "before": stored.policy, "after": policy, "change": change }),
    };
    record(tx, app, entry).await
}

/// Names every number beyond its limits, and a day that lies too far ahead.
pub(super) fn check(policy: &SecurityPolicy, now: Timestamp) -> ApiResult<()> {
    let mut faults: Vec<_> = policy.check().into_iter().map(field).collect();
    if policy.second_factor.is_too_far_ahead(now) {
        let days = usize::try_from(MAX_AHEAD.as_secs() / (24 * 60 * 60)).unwrap_or(usize::MAX);
        let range = [("min", 0), ("max", days)];
        faults.push(field_error(
            "second_factor.from",
            FieldCode::OutOfRange,
            &range,
        ));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(ApiError::invalid_fields(faults))
    }
}

fn field(fault: OutOfLimits) -> FieldError {
    field_error(
        fault.number.field(),
        FieldCode::OutOfRange,
        &[
            ("min", usize::from(fault.least)),
            ("max", usize::from(fault.most)),
        ],
    )
}
