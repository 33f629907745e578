//! HTTP of the noun: locations and terminals.

use axum::extract::State;
use keyholder_contract::{
    location::LocationQuery,
    provider::{
        ChangeTerminal, CreateTerminal, ProviderLocation, ProviderLocationPage, SaveLocation,
    },
};
use keyholder_domain::ids::{CustomerId, LocationId, TerminalId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::{change_location, change_terminal, create_location, create_terminal, locations};
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
        .routes(routes!(list_provider_locations, create_location))
        .routes(routes!(change_location))
        .routes(routes!(create_terminal))
        .routes(routes!(change_terminal))
}

/// The locations of a customer with their terminals, for operators.
#[utoipa::path(
    get,
    path = "/v1/operator/customers/{customer_id}/locations",
    operation_id = "list_provider_locations",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        LocationQuery
    ),
    responses(
        (status = 200, description = "A page of locations, by name.", body = ProviderLocationPage),
        Problems
    ),
    security(("session" = []))
)]
async fn list_provider_locations(
    State(app): State<App>,
    _operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
    ApiQuery(query): ApiQuery<LocationQuery>,
) -> ApiResult<ApiJson<ProviderLocationPage>> {
    Ok(ApiJson(locations::list(&app, customer, &query).await?))
}

/// Add a location.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/locations",
    operation_id = "create_location",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = SaveLocation,
    responses(
        (status = 201, description = "The location.", body = ProviderLocation, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_location(
    State(app): State<App>,
    operator: Operator,
    ApiPath(customer): ApiPath<CustomerId>,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<SaveLocation>,
) -> ApiResult<Replayed<Created<Versioned<ProviderLocation>>>> {
    let Replayed { replayed, reply } =
        create_location::create(&app, &operator, customer, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/customers/{customer}/locations/{}", reply.id),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// Change name, website and address of a location.
#[utoipa::path(
    put,
    path = "/v1/operator/customers/{customer_id}/locations/{location_id}",
    operation_id = "change_location",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("location_id" = LocationId, Path),
        ("if-match" = String, Header, description = "The version that was read, as `\"{version}\"`.")
    ),
    request_body = SaveLocation,
    responses(
        (status = 200, description = "The location.", body = ProviderLocation, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_location(
    State(app): State<App>,
    operator: Operator,
    ApiPath(place): ApiPath<(CustomerId, LocationId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<SaveLocation>,
) -> ApiResult<Versioned<ProviderLocation>> {
    let body = change_location::change(&app, &operator, place, if_match, &request).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}

/// Add a terminal to a location.
#[utoipa::path(
    post,
    path = "/v1/operator/customers/{customer_id}/locations/{location_id}/terminals",
    operation_id = "create_terminal",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("location_id" = LocationId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice creates once.")
    ),
    request_body = CreateTerminal,
    responses(
        (status = 201, description = "The location with its terminals.", body = ProviderLocation, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn create_terminal(
    State(app): State<App>,
    operator: Operator,
    ApiPath(place): ApiPath<(CustomerId, LocationId)>,
    key: IdempotencyKey,
    ApiJson(request): ApiJson<CreateTerminal>,
) -> ApiResult<Replayed<Created<Versioned<ProviderLocation>>>> {
    let Replayed { replayed, reply } =
        create_terminal::create(&app, &operator, place, &key, &request).await?;
    Ok(Replayed {
        replayed,
        reply: Created {
            location: format!("/v1/customers/{}/locations/{}", place.0, reply.id),
            reply: Versioned {
                version: reply.version,
                body: reply,
            },
        },
    })
}

/// Change a terminal, and move it to another location of the customer.
#[utoipa::path(
    put,
    path = "/v1/operator/customers/{customer_id}/terminals/{terminal_id}",
    operation_id = "change_terminal",
    tag = "provider",
    params(
        ("customer_id" = CustomerId, Path),
        ("terminal_id" = TerminalId, Path),
        ("if-match" = String, Header, description = "The version of the terminal that was read, as `\"{version}\"`.")
    ),
    request_body = ChangeTerminal,
    responses(
        (status = 200, description = "The location where it stands now.", body = ProviderLocation, headers(("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn change_terminal(
    State(app): State<App>,
    operator: Operator,
    ApiPath(terminal): ApiPath<(CustomerId, TerminalId)>,
    if_match: IfMatch,
    ApiJson(request): ApiJson<ChangeTerminal>,
) -> ApiResult<Versioned<ProviderLocation>> {
    let body = change_terminal::change(&app, &operator, terminal, if_match, &request).await?;
    Ok(Versioned {
        version: body.version,
        body,
    })
}
