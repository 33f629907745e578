//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::decision::{DecisionAnswer, DecisionQuestion};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::decide;
use crate::{
    App,
    auth::DecisionCaller,
    http::{ApiJson, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(ask_decision))
}

/// May this user do this, here? A service client asks about every user of its customer, a person
/// about those whom they may see. Changes nothing.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/decisions",
    operation_id = "ask_decision",
    tag = "decisions",
    params(("customer_id" = CustomerId, Path)),
    request_body = DecisionQuestion,
    responses((status = 200, description = "The answer.", body = DecisionAnswer), Problems),
    security(("service_client" = []), ("session" = []))
)]
async fn ask_decision(
    State(app): State<App>,
    caller: DecisionCaller,
    ApiJson(question): ApiJson<DecisionQuestion>,
) -> ApiResult<ApiJson<DecisionAnswer>> {
    Ok(ApiJson(decide(&app, &caller, &question).await?))
}
