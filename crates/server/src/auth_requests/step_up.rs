//! Raising a request for a session that is asked for a fresh proof (decision 49). The password is shown first,
//! as in a sign-in: a session alone makes nobody's device ask anything.

use keyholder_contract::{
    auth_request::{AuthRequestStatus, RaiseStepUpRequest, RaisedAuthRequest},
    problem::{ErrorCode, FieldCode},
};
use keyholder_domain::{
    auth_request::AuthRequest,
    ids::AuthRequestId,
    second_factor::{FactorMethod, Held},
    sign_in_way::SignInWay,
};
use keyholder_store::{
    auth_requests::{Asking, StoredRequest},
    devices, profiles, second_factors, sessions,
};
use zeroize::Zeroizing;

use super::{described, raise};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult, field_error},
    me::confirm_password,
    sessions::tokens,
};

/// Raises one, in place of whichever of the person is open.
pub(super) async fn raise(
    app: &App,
    caller: &SignedIn,
    body: RaiseStepUpRequest,
) -> ApiResult<RaisedAuthRequest> {
    let password = Zeroizing::new(body.password);
    let purpose = body.purpose;
    if !purpose.action.is_step_up() {
        return Err(unknown("purpose.action"));
    }
    let tx = match confirm_password::way(app, &caller.person).await? {
        SignInWay::Password => {
            confirm_password::confirm(app, &caller.person, &password, "password").await?;
            app.database.begin_write().await?
        }
        SignInWay::External => app.begin_write(&caller.person.proof).await?,
    };
    let now = app.now();
    let (user, session) = (caller.user.id, caller.person.session_id);
    profiles::lock(&tx, user).await?;
    // The session may have been ended while the password was looked at.
    if !sessions::is_open(&tx, session).await? {
        return Err(ErrorCode::SignInRequired.into());
    }
    described::describe(&tx, caller, purpose)
        .await?
        .map_err(unknown)?;
    let held = second_factors::held(&tx, user).await?;
    let held = Held {
        devices: raise::reachable(&tx, app, user, &caller.person.proof).await?,
        ..held
    };
    if !held.methods().contains(&FactorMethod::Device) {
        return Err(ErrorCode::NotFound.into());
    }
    let key = caller.person.proof.key.to_string();
    let here = devices::find(&tx, user, &key).await?;
    let here = here.ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let request = StoredRequest {
        id: AuthRequestId::from_uuid(app.random.uuid(now)),
        user_id: user,
        asking: Asking::Session(session),
        purpose,
        key_thumbprint: key,
        device_name: here.name,
        place: tokens::place(),
        facts: AuthRequest::raised(now),
    };
    raise::keep(app, tx, request).await
}

fn unknown(field: &str) -> ApiError {
    ApiError::invalid_fields(vec![field_error(field, FieldCode::Unknown, &[])])
}

/// What became of a request, for the session that raised it.
pub(super) async fn status(
    app: &App,
    caller: &SignedIn,
    id: AuthRequestId,
) -> ApiResult<AuthRequestStatus> {
    let asking = Asking::Session(caller.person.session_id);
    raise::status_of(app, &caller.person.proof, asking, id).await
}
