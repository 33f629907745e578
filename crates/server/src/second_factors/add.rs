//! Completing a set-up (S106): the first code and the login password, and the second factor is active.
//! Whoever has no password (C14) has shown afresh who they are instead.
//! The code is spent by that. Every other session of the person ends.

use std::mem;

use keyholder_contract::{
    problem::ErrorCode,
    second_factor::{AddAuthenticator, AddedAuthenticator},
};
use keyholder_domain::{second_factor::FactorMethod, sign_in_way::SignInWay, step_up::Proven};
use keyholder_store::{authenticators, profiles, second_factors, sessions};
use zeroize::Zeroizing;

use super::{
    complete::{self, Waiting},
    fresh, list,
};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    me::confirm_password,
};

/// Adds the authenticator of a set-up. `name` was read.
pub(super) async fn add(
    app: &App,
    caller: &SignedIn,
    mut request: AddAuthenticator,
    name: String,
) -> ApiResult<AddedAuthenticator> {
    let password = Zeroizing::new(mem::take(&mut request.current_password));
    let way = confirm_password::way(app, &caller.person).await?;
    if way == SignInWay::Password {
        confirm_password::confirm(app, &caller.person, &password, "current_password").await?;
    }

    let user = &caller.user;
    let session = caller.person.session_id;
    let tx = app.database.begin_write().await?;
    let now = app.now();
    // One set-up of a person after the other: the first draws the recovery codes and ends the rest.
    profiles::lock(&tx, user.id).await?;
    // The session may have been ended while the password was looked at.
    if !sessions::is_open(&tx, session).await? {
        return Err(ErrorCode::SignInRequired.into());
    }
    let setup = authenticators::find_setup(&tx, session, request.setup_id, now)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let held = second_factors::held(&tx, user.id).await?;
    if held.is_active() || way == SignInWay::External {
        fresh::demand(&tx, app, &caller.person).await?;
    }
    let waiting = Waiting {
        id: setup.id,
        name,
        source: setup.source,
        built_in: request.built_in,
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    let about = (user, held, customers.as_slice());
    let (added, recovery_codes) =
        complete::complete(&tx, app, about, waiting, &request.code).await?;
    if !authenticators::take_setup(&tx, added.id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let proven = Proven {
        at: now,
        factor: Some(if request.built_in {
            FactorMethod::OtpLocal
        } else {
            FactorMethod::Authenticator
        }),
        only: None,
    };
    sessions::prove(&tx, session, proven).await?;
    sessions::end_others(&tx, user.id, session, now).await?;
    tx.commit().await?;
    Ok(AddedAuthenticator {
        authenticator: list::view(added),
        recovery_codes,
    })
}
