//! What is asked of one person: the strictest of their customers (C18).

use keyholder_domain::{
    ids::UserId,
    security_policy::{Requirements, SecurityPolicy},
};
use keyholder_store::{Read, security_policies};

use crate::http::ApiResult;

/// Nobody has a second factor yet; passwords stand alone.
const SECOND_FACTOR: bool = false;

/// What is asked of a person by all of their customers together.
pub(crate) async fn of_user(on: &impl Read, user: UserId) -> ApiResult<Requirements> {
    let policies = security_policies::of_user(on, user).await?;
    Ok(strictest(&policies))
}

/// The strictest of some policies.
pub(crate) fn strictest(policies: &[SecurityPolicy]) -> Requirements {
    Requirements::strictest(
        policies
            .iter()
            .map(|policy| policy.requirements(SECOND_FACTOR)),
    )
}
