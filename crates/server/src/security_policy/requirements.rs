//! What is asked of one person: the strictest of their customers (C18).

use keyholder_domain::{
    ids::UserId,
    security_policy::{PasswordRules, Requirements, SecurityPolicy},
};
use keyholder_store::{Read, second_factors, security_policies};

use crate::http::ApiResult;

/// What all of a person's customers together ask, but for the password, which
/// [`password_of_user`] tells.
pub(crate) async fn of_user(on: &impl Read, user: UserId) -> ApiResult<Requirements> {
    let policies = security_policies::of_user(on, user).await?;
    Ok(strictest(&policies, false))
}

/// What a person's next password must be like: beside a second factor it may be shorter.
pub(crate) async fn password_of_user(on: &impl Read, user: UserId) -> ApiResult<PasswordRules> {
    let policies = security_policies::of_user(on, user).await?;
    Ok(of_policies(on, user, &policies).await?.password)
}

/// What some policies together ask of a person.
pub(crate) async fn of_policies(
    on: &impl Read,
    user: UserId,
    policies: &[SecurityPolicy],
) -> ApiResult<Requirements> {
    let beside_factor = second_factors::held(on, user).await?.is_active();
    Ok(strictest(policies, beside_factor))
}

/// The strictest of some policies, for who has a second factor or not.
pub(crate) fn strictest(policies: &[SecurityPolicy], beside_factor: bool) -> Requirements {
    let asked = |policy: &SecurityPolicy| policy.requirements(beside_factor);
    Requirements::strictest(policies.iter().map(asked))
}
