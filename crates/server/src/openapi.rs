//! The OpenAPI document: made from the routes, so that it cannot name one that does not exist.

use std::sync::LazyLock;

use axum::{
    body::Bytes,
    http::header::CONTENT_TYPE,
    response::{IntoResponse, Response},
};
use keyholder_contract::problem::Problem;
use keyholder_domain::{
    directory_query::{SortKey, SortOrder},
    recovery::RecoveryStanding,
};
use utoipa::{
    OpenApi,
    openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme},
};
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{App, router};

/// What the document says besides operations.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Keyholder",
        description = "Who holds the keys to a merchant's payments back office. Every error is \
                       application/problem+json with a stable `code`. Lists are pages with opaque \
                       cursors. Edits need `If-Match`. Calls of people carry a DPoP proof \
                       (RFC 9449); the service hands out its nonce in `DPoP-Nonce`.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0")
    ),
    // The last three are named by query parameters, which bring no schemas along.
    components(schemas(Problem, RecoveryStanding, SortKey, SortOrder)),
    modifiers(&Schemes)
)]
struct Frame;

/// The document before any operation.
pub fn frame() -> utoipa::openapi::OpenApi {
    Frame::openapi()
}

/// The complete document.
pub fn document() -> utoipa::openapi::OpenApi {
    router::operations().into_openapi()
}

/// How callers say who they are.
struct Schemes;

impl utoipa::Modify for Schemes {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        components.add_security_scheme(
            "session",
            SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(
                "Authorization",
                "`DPoP <access token>` of a person's session, with a proof of the device key in \
                 the `DPoP` header (RFC 9449; ES256).",
            ))),
        );
        components.add_security_scheme(
            "device",
            SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(
                "DPoP",
                "A proof of a device key, without a session (RFC 9449; ES256; no `ath`).",
            ))),
        );
        components.add_security_scheme(
            "service_client",
            SecurityScheme::Http(
                HttpBuilder::new()
                    .scheme(HttpAuthScheme::Bearer)
                    .description(Some("The secret of a customer's service client."))
                    .build(),
            ),
        );
    }
}

/// The document as it is served: written once, when somebody first asks for it.
static SERVED: LazyLock<Bytes> = LazyLock::new(|| {
    // A document that utoipa built can be written.
    Bytes::from(document().to_json().unwrap_or_default())
});

/// Its address.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(read_document))
}

/// This document.
#[utoipa::path(
    get,
    path = "/v1/openapi.json",
    operation_id = "read_openapi",
    tag = "service",
    responses((status = 200, description = "This document.", content_type = "application/json", body = serde_json::Value)),
    security(())
)]
async fn read_document() -> Response {
    ([(CONTENT_TYPE, "application/json")], Bytes::clone(&SERVED)).into_response()
}
