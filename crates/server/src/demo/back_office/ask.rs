//! Asking for a decision as the customer's service client.

use keyholder_contract::decision::{DecisionAnswer, DecisionQuestion};
use keyholder_domain::{
    ids::{CustomerId, TerminalId, UserId},
    permission::Permission,
};
use keyholder_store::service_clients;

use super::super::sign_in_data::back_office_secret;
use crate::{
    App,
    auth::DecisionCaller,
    decisions::decide,
    http::{ApiError, ApiResult},
};
use keyholder_contract::problem::ErrorCode;

/// May the user do this, at this terminal (or, without one, anywhere)?
pub(super) async fn ask(
    app: &App,
    caller: &DecisionCaller,
    user_id: UserId,
    permission: Permission,
    terminal_id: Option<TerminalId>,
) -> ApiResult<DecisionAnswer> {
    let question = DecisionQuestion {
        user_id,
        permission,
        location_id: None,
        terminal_id,
    };
    decide(app, caller, &question).await
}

/// The back office of a customer, known by its secret as over HTTP.
pub(super) async fn caller(
    app: &App,
    customer_id: CustomerId,
    number: &str,
) -> ApiResult<DecisionCaller> {
    let hash = back_office_secret(number).hash();
    let client = service_clients::find_by_secret(&app.database, &hash)
        .await?
        .filter(|client| client.customer_id == customer_id)
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    Ok(DecisionCaller::Service {
        customer_id,
        client_id: client.id,
    })
}
