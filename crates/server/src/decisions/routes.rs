//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::{
    decision::{DecisionAnswer, DecisionAnswers, DecisionBatch, DecisionQuestion},
    explanation::{AccessExplanation, HelperList, HolderPage, HolderQuery, PlaceQuery},
};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    permission::Permission,
};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{batch, decide, explain, holders, who_can_help};
use crate::{
    App,
    auth::{AtCustomer, DecisionCaller},
    http::{ApiJson, ApiPath, ApiQuery, ApiResult, Problems},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(ask_decision))
        .routes(routes!(ask_decisions))
        .routes(routes!(explain_access))
        .routes(routes!(list_holders))
        .routes(routes!(list_helpers))
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

/// Up to 1,000 such questions at once, answered in their order, such as the lines of a batch file.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/decisions/batch",
    operation_id = "ask_decisions",
    tag = "decisions",
    params(("customer_id" = CustomerId, Path)),
    request_body = DecisionBatch,
    responses((status = 200, description = "The answers.", body = DecisionAnswers), Problems),
    security(("service_client" = []), ("session" = []))
)]
async fn ask_decisions(
    State(app): State<App>,
    caller: DecisionCaller,
    ApiJson(request): ApiJson<DecisionBatch>,
) -> ApiResult<ApiJson<DecisionAnswers>> {
    let answers = batch::decide_all(&app, &caller, &request.questions).await?;
    Ok(ApiJson(answers))
}

/// Why a user may do something, at a place or anywhere, or why not; and the smallest change that
/// would turn the answer.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/users/{user_id}/access/{permission}",
    operation_id = "explain_access",
    tag = "decisions",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("permission" = Permission, Path),
        PlaceQuery
    ),
    responses((status = 200, description = "Why.", body = AccessExplanation), Problems),
    security(("session" = []))
)]
async fn explain_access(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, user_id, permission)): ApiPath<(CustomerId, UserId, Permission)>,
    ApiQuery(query): ApiQuery<PlaceQuery>,
) -> ApiResult<ApiJson<AccessExplanation>> {
    let why = explain::explain(&app, &at, user_id, permission, query).await?;
    Ok(ApiJson(why))
}

/// Who may do something, at a place or anywhere: the users whom the caller may see, by name.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/permissions/{permission}/holders",
    operation_id = "list_holders",
    tag = "decisions",
    params(
        ("customer_id" = CustomerId, Path),
        ("permission" = Permission, Path),
        HolderQuery
    ),
    responses((status = 200, description = "A page of them.", body = HolderPage), Problems),
    security(("session" = []))
)]
async fn list_holders(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, permission)): ApiPath<(CustomerId, Permission)>,
    ApiQuery(query): ApiQuery<HolderQuery>,
) -> ApiResult<ApiJson<HolderPage>> {
    Ok(ApiJson(
        holders::holders(&app, &at, permission, &query).await?,
    ))
}

/// Who could give the caller a permission that they lack: up to three names, and how many more there
/// are. Whoever may not see users learns the names of the administrators only.
#[utoipa::path(
    get,
    path = "/v1/customers/{customer_id}/permissions/{permission}/helpers",
    operation_id = "list_helpers",
    tag = "decisions",
    params(("customer_id" = CustomerId, Path), ("permission" = Permission, Path)),
    responses((status = 200, description = "Who can help.", body = HelperList), Problems),
    security(("session" = []))
)]
async fn list_helpers(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((_, permission)): ApiPath<(CustomerId, Permission)>,
) -> ApiResult<ApiJson<HelperList>> {
    let helpers = who_can_help::who_can_help(&app, &at, permission).await?;
    Ok(ApiJson(helpers))
}
