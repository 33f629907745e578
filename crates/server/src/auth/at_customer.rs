//! A person at the customer of the path.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{access::Actor, ids::CustomerId, permission::Permission};

use super::{Proof, SignedIn};
use crate::http::{ApiError, ApiResult};

/// A person at the customer that the path names, where they may know of it: they have an active
/// membership there, or they are an operator. Everybody else gets 404, as for an unknown customer.
#[derive(Clone, Debug)]
pub struct AtCustomer {
    /// Who.
    pub person: SignedIn,
    /// The customer of the path (`{customer_id}`).
    pub customer_id: CustomerId,
    /// As what.
    pub standing: Standing,
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
            Standing::Operator => Err(ApiError::new(ErrorCode::PermissionMissing)
                .with("permission", needed.code())),
        }
    }

    /// The proof, which writes spend.
    pub fn proof(&self) -> &Proof {
        &self.person.proof
    }
}
