//! HTTP of the noun.

use axum::extract::State;
use keyholder_contract::user::Invitation;
use keyholder_domain::ids::{CustomerId, UserId};
use utoipa_axum::{router::OpenApiRouter, routes};

use super::invite;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiPath, ApiResult, Created, IdempotencyKey, Problems, Replayed, Versioned},
};

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(invite_user))
}

/// Send or make an activation link. It works for 48 hours and replaces earlier ones. A verified
/// user gets it by mail; the link of an unverified user is in this one answer, to be handed over.
#[utoipa::path(
    post,
    path = "/v1/customers/{customer_id}/users/{user_id}/invitations",
    operation_id = "invite_user",
    tag = "users",
    params(
        ("customer_id" = CustomerId, Path),
        ("user_id" = UserId, Path),
        ("idempotency-key" = Option<String>, Header, min_length = 1, max_length = 64, description = "A name for this request, so that sending it twice invites once.")
    ),
    responses(
        (status = 201, description = "The link is on its way, or in the answer.", body = Invitation, headers(("Location" = String), ("ETag" = String))),
        Problems
    ),
    security(("session" = []))
)]
async fn invite_user(
    State(app): State<App>,
    at: AtCustomer,
    ApiPath((customer_id, user_id)): ApiPath<(CustomerId, UserId)>,
    key: IdempotencyKey,
) -> ApiResult<Replayed<Created<Versioned<Invitation>>>> {
    let invited = invite::invite(&app, &at, &key, user_id).await?;
    Ok(Replayed {
        replayed: invited.replayed,
        reply: Created {
            location: format!("/v1/customers/{customer_id}/users/{user_id}"),
            reply: Versioned {
                version: invited.invitation.user.version,
                body: invited.invitation,
            },
        },
    })
}
