//! Somebody of the payment provider.

use axum::{extract::FromRequestParts, http::request::Parts};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::ids::CustomerId;
use keyholder_store::{
    WriteTransaction,
    customers::{self, Customer},
    users,
};

use super::signed_in::{Person, authenticate};
use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// An operator. To everybody else the operations of operators do not exist: 404.
#[derive(Clone, Debug)]
pub struct Operator {
    /// Who.
    pub person: Person,
}

impl Operator {
    /// Opens the write transaction of an action, in which the caller is an operator still.
    pub(crate) async fn begin_write(&self, app: &App) -> ApiResult<WriteTransaction> {
        let tx = app.begin_write(&self.person.proof).await?;
        users::find(&tx, self.person.user_id)
            .await?
            .filter(|user| user.operator)
            .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
        Ok(tx)
    }

    /// As [`Operator::begin_write`], with the customer of the path, which nobody else changes until
    /// the transaction ends.
    pub(crate) async fn begin_at(
        &self,
        app: &App,
        customer: CustomerId,
    ) -> ApiResult<(WriteTransaction, Customer)> {
        let tx = self.begin_write(app).await?;
        let customer = customers::lock(&tx, customer)
            .await?
            .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
        Ok((tx, customer))
    }

    /// As whom an operator remembers creations under a key.
    pub(crate) fn key_owner(&self) -> String {
        format!("{}@provider", self.person.user_id)
    }
}

impl FromRequestParts<App> for Operator {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let (person, ..) = authenticate(parts, app, None).await?;
        if person.operator {
            Ok(Self { person })
        } else {
            Err(ErrorCode::NotFound.into())
        }
    }
}
