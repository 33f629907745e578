//! A request on the wire.

use keyholder_contract::location_request::LocationRequest;
use keyholder_store::{Read, directory, location_requests};

use crate::{http::ApiResult, provider::view::details};

/// The request for operators, who are not told who asked.
pub(super) fn for_operators(request: location_requests::LocationRequest) -> LocationRequest {
    LocationRequest {
        id: request.id,
        version: request.version,
        state: request.state,
        location: details(request.details),
        terminals: request.terminals,
        note: request.note,
        created_at: request.created_at,
        asked_by: None,
        answered_at: request.answered_at,
        reason: request.reason,
        location_id: request.location_id,
    }
}

/// The request for the customer's own people.
pub(super) async fn for_members(
    on: &impl Read,
    request: location_requests::LocationRequest,
) -> ApiResult<LocationRequest> {
    let who = directory::find(on, request.customer_id, request.asked_by).await?;
    Ok(LocationRequest {
        asked_by: who.map(|who| format!("{} {}", who.given_name, who.family_name)),
        ..for_operators(request)
    })
}
