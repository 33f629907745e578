//! The request that waits for somebody's answer on their device. Whose it is comes from the session.

use keyholder_contract::auth_request::{OpenAuthRequest, OwnAuthRequest};
use keyholder_domain::auth_request::{self, AuthRequestState};
use keyholder_store::{Read, auth_requests, confirming_devices};

use super::described;
use crate::{App, auth::SignedIn, http::ApiResult};

/// The caller's own, if this device is asked.
pub(super) async fn read(
    on: &impl Read,
    app: &App,
    caller: &SignedIn,
) -> ApiResult<OwnAuthRequest> {
    let now = app.now();
    let device = caller.person.proof.key.to_string();
    let enrolled = confirming_devices::is_one(on, caller.user.id, &device).await?;
    let found = auth_requests::open(on, caller.user.id, now).await?;
    let asked = found.filter(|request| {
        request.facts.state_at(now) == AuthRequestState::Open
            && auth_request::is_asked(enrolled, request.key_thumbprint == device)
    });
    let Some(request) = asked else {
        return Ok(OwnAuthRequest { request: None });
    };
    let purpose = request.purpose;
    // What the person may not see any more, the action does not reach either.
    let named = described::describe(on, caller, purpose)
        .await?
        .unwrap_or_default();
    let request = OpenAuthRequest {
        id: request.id,
        action: purpose.action,
        customer_name: named.customer_name,
        about: named.about,
        several: purpose.is_for_several(),
        sign_in_name: caller.user.sign_in_name.as_str().to_owned(),
        device_name: request.device_name,
        program: request.place.program,
        address: request.place.address,
        raised_at: request.facts.raised_at,
        expires_at: request.facts.expires_at(),
        tries_left: request.facts.tries_left(),
    };
    Ok(OwnAuthRequest {
        request: Some(request),
    })
}
