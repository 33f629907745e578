//! Raising a request for a sign-in that waits for its second factor, and reading what became of it. Both
//! belong to the device that signs in. How one is raised for a session is in `step_up.rs`.

use keyholder_contract::{
    auth_request::{AuthRequestStatus, RaisedAuthRequest},
    problem::ErrorCode,
};
use keyholder_domain::{
    auth_request::{self, AuthRequest, AuthRequestAction, Purpose, Raising},
    ids::{AuthRequestId, SignInId, UserId},
    second_factor::FactorMethod,
};
use keyholder_store::{
    Read, WriteTransaction,
    auth_requests::{self, Asking, StoredRequest},
    confirming_devices, profiles, waiting_sign_ins,
};

use super::number;
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    sessions, sign_in,
};

/// How many devices could confirm a sign-in from the device of this proof.
pub(crate) async fn reachable(
    on: &impl Read,
    app: &App,
    user: UserId,
    proof: &Proof,
) -> ApiResult<u32> {
    let signing_in = proof.key.to_string();
    Ok(confirming_devices::reachable(on, user, &signing_in, app.now()).await?)
}

/// Raises one, in place of whichever of the person is open.
pub(super) async fn raise(
    app: &App,
    proof: &Proof,
    sign_in: SignInId,
) -> ApiResult<RaisedAuthRequest> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let signing_in = proof.key.to_string();
    let waiting = waiting_sign_ins::lock(&tx, sign_in, &signing_in, now)
        .await?
        .ok_or_else(missing)?;
    profiles::lock(&tx, waiting.user_id).await?;
    let open = sign_in::open_methods(&tx, app, proof, &waiting).await?;
    if !open.contains(&FactorMethod::Device) {
        return Err(missing());
    }
    let request = StoredRequest {
        id: AuthRequestId::from_uuid(app.random.uuid(now)),
        user_id: waiting.user_id,
        asking: Asking::SignIn(sign_in),
        purpose: Purpose {
            action: AuthRequestAction::SignIn,
            customer_id: None,
            about: None,
        },
        key_thumbprint: signing_in,
        device_name: waiting.device_name,
        place: sessions::tokens::place(),
        facts: AuthRequest::raised(now),
    };
    keep(app, tx, request).await
}

/// Keeps a new request, unless there were too many of the person; whoever asks for what is locked.
pub(super) async fn keep(
    app: &App,
    tx: WriteTransaction,
    request: StoredRequest,
) -> ApiResult<RaisedAuthRequest> {
    let now = request.facts.raised_at;
    let before = auth_requests::since(&tx, request.user_id, now - auth_request::WINDOW).await?;
    if let Raising::Wait { until } = auth_request::raising(&before, now) {
        let seconds = until.since(now).as_secs().max(1);
        return Err(ApiError::new(ErrorCode::TooManyRequests).retry_after(seconds));
    }
    auth_requests::raise(&tx, &request).await?;
    tx.commit().await?;
    app.streams.look_now();
    Ok(RaisedAuthRequest {
        id: request.id,
        number: number::of(&app.keys, request.id),
        expires_at: request.facts.expires_at(),
    })
}

/// What became of a request, for the device that raised it.
pub(super) async fn status(
    app: &App,
    proof: &Proof,
    sign_in: SignInId,
    id: AuthRequestId,
) -> ApiResult<AuthRequestStatus> {
    status_of(app, proof, Asking::SignIn(sign_in), id).await
}

/// As [`status`], whoever asks.
pub(super) async fn status_of(
    app: &App,
    proof: &Proof,
    asking: Asking,
    id: AuthRequestId,
) -> ApiResult<AuthRequestStatus> {
    let found = auth_requests::of(&app.database, asking, id).await?;
    let own = found.filter(|request| request.key_thumbprint == proof.key.to_string());
    let request = own.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    Ok(AuthRequestStatus {
        state: request.facts.state_at(app.now()),
        expires_at: request.facts.expires_at(),
    })
}
