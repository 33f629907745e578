//! HTTP of the noun: customers.

use axum::extract::State;
use keyholder_contract::provider::{
    CreateCustomer, ProviderCustomer, ProviderCustomerPage, ProviderCustomerQuery, SaveCustomer,
};
use keyholder_domain::ids::CustomerId;
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change_customer, create_customer, read, search};
use crate::{
    App,
    auth::Operator,
    http::{
        ApiJson, ApiPath, ApiQuery, ApiResult, Created, IdempotencyKey, IfMatch, Problems,
        Replayed, Versioned,
    },
};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(search_customers, create_customer))
        .routes(routes!(read_provider_customer, change_customer))
}

/// Every customer, for operators of the payment provider.
#[utoipa::path(
    get,
    path = "/v1/operator/customers",
    operation_id = "search_customers",
    tag = "provider",
    params(
        ProviderCustomerQuery
    ),
    responses(
        (status = 200, description = "A page of customers, by number.", body = ProviderCustomerPage),
        Problems
    ),
    security(("session" = []))
)]
async fn search_customers(
    State(app): State<App>,
    _operator: Operator,
    ApiQuery(query): ApiQuery<ProviderCustomerQuery>,
) -> ApiResult<ApiJson<ProviderCustomerPage>> {
    Ok(ApiJson(search::search(&app, &query).await?))
}

/// Set up a customer and invite its first administrator by mail.
#[utoipa::path(
    post,
    path = "/v1/operator/customers",
    operation_id = "create_customer",
    tag = "provider",
    params(
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = CreateCustomer,
    responses(
        (status = 201, description = "The customer.", body = ProviderCustomer, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_customer(
    State(app): State<App>,
    operator: Operator,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<CreateCustomer>,
) -> ApiResult<Replayed<Created<Versioned<ProviderCustomer>>>> {
    let Replayed { replayed, reply } =
        create_customer::create(&app, &operator, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/operator/customers/{}", reply.id),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// One customer, for operators of the payment provider.
#[utoipa::path(
    get,
    path = "/v1/operator/customers/{customer_id}",
    operation_id = "read_provider_customer",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path)
    ),
    responses(
        (status = 200, description = "The customer.", body = ProviderCustomer, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn read_provider_customer(
    State(app): State<App>,
    _operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
) -> ApiResult<Versioned<ProviderCustomer>> {
    let body = read::read(&app.database, customer).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}

/// Change number, name, mode and acquirer agreement; decisions heed it at the next request.
#[utoipa::path(
    put,
    path = "/v1/operator/customers/{customer_id}",
    operation_id = "change_customer",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SaveCustomer,
    responses(
        (status = 200, description = "The customer.", body = ProviderCustomer, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_customer(
    State(app): State<App>,
    operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<SaveCustomer>,
) -> ApiResult<Versioned<ProviderCustomer>> {
    let body = change_customer::change(&app, &operator, customer, if_match, &request).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}
