//! Showing once more that it is you, in the middle of a session (C20): the password, and a code where
//! the second factor is active. Whoever signs in with another provider shows the code alone (C14).

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    second_factor::{StepUp, SteppedUp},
};
use keyholder_domain::{
    second_factor::FactorMethod,
    sign_in_way::SignInWay,
    step_up::{FRESH, Proven},
};
use keyholder_store::{
    auth_requests::{self, Asking},
    second_factors, sessions,
};
use zeroize::Zeroizing;

use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    me::confirm_password,
    second_factors::show,
};

/// Makes the proof of the caller's session fresh.
pub(super) async fn step_up(app: &App, caller: &SignedIn, request: StepUp) -> ApiResult<SteppedUp> {
    let password = Zeroizing::new(request.password);
    let way = confirm_password::way(app, &caller.person).await?;
    if way == SignInWay::Password {
        confirm_password::confirm(app, &caller.person, &password, "password").await?;
    }

    let user = &caller.user;
    let session = caller.person.session_id;
    let tx = app.database.begin_write().await?;
    let now = app.now();
    // The session may have been ended while the password was looked at.
    if !sessions::is_open(&tx, session).await? {
        return Err(ErrorCode::SignInRequired.into());
    }
    let (mut factor, mut only) = (None, None);
    let active = second_factors::held(&tx, user.id).await?.is_active();
    if way == SignInWay::External && !active {
        // There is nothing of ours to show: signing in anew at the provider is the proof.
        return Err(ErrorCode::NoPasswordHere.into());
    }
    if active {
        let Some(shown) = &request.second_factor else {
            let fault = show::named("second_factor.code", FieldCode::Required);
            return Err(ApiError::invalid_fields(vec![fault]));
        };
        // What the other device named: a request that opens nothing gives no proof.
        if let (FactorMethod::Device, Ok(id)) = (shown.method, shown.code.parse()) {
            let request = auth_requests::of(&tx, Asking::Session(session), id).await?;
            only = request.map(|request| request.purpose);
        }
        let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
        let device = caller.person.proof.key.to_string();
        let typed = show::Typed {
            method: shown.method,
            code: &shown.code,
            device: Some(&device),
            asking: Some(Asking::Session(session)),
            mailed: None,
        };
        let showed = show::show(&tx, app, user, typed, &customers).await?;
        if let Some(fault) = show::fault(showed, "second_factor.code", now) {
            tx.commit().await?;
            return Err(fault);
        }
        auth_requests::close(&tx, Asking::Session(session)).await?;
        factor = Some(shown.method);
    }
    let proven = Proven {
        at: now,
        factor,
        only,
    };
    sessions::prove(&tx, session, proven).await?;
    tx.commit().await?;
    Ok(SteppedUp {
        fresh_until: now + FRESH,
    })
}
