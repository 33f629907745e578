//! Asking the rule of critical grants (`keyholder_domain::critical_grant`) inside a writing transaction.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    critical_grant::{self, CUTS, Others, QUIET, Way},
    ids::{CustomerId, UserId},
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, access_facts, audit, roles::Role, security_policies};

use crate::{
    http::{ApiError, ApiResult},
    users::role_choice,
};

/// Who asks, and whom it is about, where it is about one user.
#[derive(Clone, Copy)]
pub(crate) struct Asking {
    pub(crate) asker: UserId,
    pub(crate) about: Option<UserId>,
}

/// Refuses to give critical permissions at once where a second administrator has to agree.
pub(crate) async fn demand_direct(
    tx: &WriteTransaction,
    customer: CustomerId,
    asking: Asking,
    given: PermissionSet,
    now: Timestamp,
) -> ApiResult<()> {
    if given.is_empty() {
        return Ok(());
    }
    let policy = security_policies::find(tx, customer).await?;
    if !policy.is_some_and(|stored| stored.policy.approve_critical_grants) {
        return Ok(());
    }
    let codes: Vec<_> = given.iter().map(Permission::code).collect();
    demand(tx, customer, asking, now)
        .await
        .map_err(|error| match error.code() {
            ErrorCode::ApprovalRequired => error.with("permissions", codes.join(", ")),
            _ => error,
        })
}

/// The roles that somebody new gets at once: all of them; or, where a second administrator has to agree and
/// is to be asked, those that give nothing critical.
pub(crate) async fn at_once(
    tx: &WriteTransaction,
    customer: CustomerId,
    asker: UserId,
    (roles, is_to_wait): (&[Role], bool),
    now: Timestamp,
) -> ApiResult<Vec<Role>> {
    let asking = Asking { asker, about: None };
    let given = critical_grant::newly_given(PermissionSet::empty(), role_choice::together(roles));
    match demand_direct(tx, customer, asking, given, now).await {
        Err(error) if is_to_wait && error.code() == ErrorCode::ApprovalRequired => {
            let harmless = |role: &&Role| critical_grant::is_given_at_once(role.permissions);
            Ok(roles.iter().filter(harmless).cloned().collect())
        }
        answer => answer.map(|()| roles.to_vec()),
    }
}

/// As [`demand_direct`], for what is critical whatever it gives: switching the setting off.
pub(crate) async fn demand(
    tx: &WriteTransaction,
    customer: CustomerId,
    asking: Asking,
    now: Timestamp,
) -> ApiResult<()> {
    let since = now - QUIET;
    let others = Others {
        administrators: approvers(tx, customer, asking, now).await?,
        last_cut: audit::last_done(tx, customer, asking.asker, &CUTS, since).await?,
    };
    match critical_grant::way(others, now) {
        Way::Direct => Ok(()),
        Way::SecondPerson => Err(ErrorCode::ApprovalRequired.into()),
        Way::Alone => Err(ErrorCode::NoSecondAdministrator.into()),
    }
}

/// Refuses to switch the setting on where nobody could ever agree.
pub(crate) async fn demand_approver(
    tx: &WriteTransaction,
    customer: CustomerId,
    asker: UserId,
    now: Timestamp,
) -> ApiResult<()> {
    let asking = Asking { asker, about: None };
    if approvers(tx, customer, asking, now).await? == 0 {
        return Err(ApiError::new(ErrorCode::NoSecondAdministrator));
    }
    Ok(())
}

/// How many administrators could agree, beside who asks and whom it is about.
pub(crate) async fn approvers(
    tx: &WriteTransaction,
    customer: CustomerId,
    Asking { asker, about }: Asking,
    now: Timestamp,
) -> ApiResult<usize> {
    let mut others = access_facts::working_administrators_besides(tx, customer, asker, now).await?;
    others.retain(|other| Some(other.user_id) != about);
    Ok(others.len())
}
