//! A person at the customer of the path.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::Actor, ids::CustomerId, permission::Permission, security_policy::SecurityPolicy,
};
use keyholder_store::customers;

use super::{
    Proof,
    signed_in::{Person, authenticate, stands},
};
use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// A person at the customer that the path names, where they may know of it: they have an active
/// membership there, or they are an operator. Everybody else gets 404, as for an unknown customer.
#[derive(Clone, Debug)]
pub struct AtCustomer {
    /// Who.
    pub person: Person,
    /// The customer of the path (`{customer_id}`).
    pub customer_id: CustomerId,
    /// As what.
    pub standing: Standing,
    /// What the customer demands; the default for an operator, who sees no user.
    pub policy: SecurityPolicy,
}

/// As what a person stands at a customer.
#[derive(Clone, Debug)]
pub enum Standing {
    /// A member, with what they hold.
    Member(Actor),
    /// An operator without a membership: may know of the customer and its locations, of no user.
    Operator,
}

impl AtCustomer {
    /// The member who acts. Operators are refused: they know that the customer exists, so it is 403
    /// and names the permission.
    pub fn actor(&self, needed: Permission) -> ApiResult<&Actor> {
        match &self.standing {
            Standing::Member(actor) => Ok(actor),
            Standing::Operator => {
                Err(ApiError::new(ErrorCode::PermissionMissing).with("permission", needed.code()))
            }
        }
    }

    /// The proof, which writes spend.
    pub fn proof(&self) -> &Proof {
        &self.person.proof
    }
}

impl FromRequestParts<App> for AtCustomer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let customer = customer_of_path(parts, app).await;
        let (person, membership) = authenticate(parts, app, customer).await?;
        // Only whoever has signed in learns whether there is such a customer.
        let customer_id = customer.ok_or(ErrorCode::NotFound)?;
        let now = app.now();
        let membership = membership.filter(|facts| stands(facts, now));
        let policy = membership.as_ref().map(|facts| facts.policy);
        let standing = match membership {
            Some(facts) => Standing::Member(Actor {
                user_id: person.user_id,
                access: facts.access,
            }),
            None if person.operator => {
                customers::find(&app.database, customer_id)
                    .await?
                    .ok_or(ErrorCode::NotFound)?;
                Standing::Operator
            }
            None => return Err(ErrorCode::NotFound.into()),
        };
        Ok(Self {
            person,
            customer_id,
            standing,
            policy: policy.unwrap_or_default(),
        })
    }
}

/// The id in the path; a text that is no id names no customer.
pub(super) async fn customer_of_path(parts: &mut Parts, app: &App) -> Option<CustomerId> {
    let parameters = RawPathParams::from_request_parts(parts, app).await.ok()?;
    parameters
        .iter()
        .find(|(name, _)| *name == "customer_id")
        .and_then(|(_, text)| text.parse().ok())
}
