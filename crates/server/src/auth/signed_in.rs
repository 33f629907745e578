//! A person with a live session.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header::AUTHORIZATION, request::Parts},
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::ids::{CustomerId, SessionId, UserId};

use super::{Proof, proof, token};
use crate::{App, http::ApiError};

/// A person whose session is live and whose device key made the proof of this request. Says nothing
/// about any customer: see [`super::AtCustomer`].
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The proof, which writes spend ([`App::begin_write`]).
    pub proof: Proof,
    /// The session.
    pub session_id: SessionId,
    /// The person.
    pub user_id: UserId,
    /// Whether they work for the payment provider.
    pub operator: bool,
}
