//! Who may ask for decisions.

use axum::{extract::FromRequestParts, http::request::Parts};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::ids::{CustomerId, ServiceClientId};
use keyholder_store::service_clients;

use super::{
    AtCustomer,
    at_customer::customer_of_path,
    signed_in::credential,
    token::{self, TokenKind},
};
use crate::{App, http::ApiError};

/// A person at the customer of the path, or one of that customer's service clients.
#[derive(Clone, Debug)]
pub enum DecisionCaller {
    /// A person; the action decides what they may ask.
    Person(Box<AtCustomer>),
    /// A service client of exactly this customer.
    Service {
        /// The customer of the path.
        customer_id: CustomerId,
        /// The client.
        client_id: ServiceClientId,
    },
}

impl DecisionCaller {
    /// The customer of the path.
    pub fn customer_id(&self) -> CustomerId {
        match self {
            Self::Person(person) => person.customer_id,
            Self::Service { customer_id, .. } => *customer_id,
        }
    }
}

impl FromRequestParts<App> for DecisionCaller {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let Some(secret) = credential(&parts.headers, "Bearer") else {
            let person = AtCustomer::from_request_parts(parts, app).await?;
            return Ok(Self::Person(Box::new(person)));
        };
        let hash =
            token::look_up(TokenKind::ServiceClient, secret).ok_or(ErrorCode::SignInRequired)?;
        let client = service_clients::find_by_secret(&app.database, &hash)
            .await?
            .ok_or(ErrorCode::SignInRequired)?;
        match customer_of_path(parts, app).await {
            Some(customer_id) if customer_id == client.customer_id => Ok(Self::Service {
                customer_id,
                client_id: client.id,
            }),
            // Another customer, or none: it may not even learn which.
            _ => Err(ErrorCode::NotFound.into()),
        }
    }
}
