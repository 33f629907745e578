//! Completing a set-up (S106): the first code and the login password, and the second factor is active.
//! The code is spent by that. Every other session of the person ends.

use std::mem;

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    second_factor::{AddAuthenticator, AddedAuthenticator},
};
use keyholder_domain::{
    audit::AuditAction,
    second_factor::{
        FactorMethod, MAX_AUTHENTICATORS,
        time_code::{self, Judged},
    },
    step_up::Proven,
};
use keyholder_store::{
    authenticators::{self, Authenticator},
    profiles, second_factors, sessions,
};
use serde_json::json;
use zeroize::Zeroizing;

use super::{fresh, letters, list, recovery_codes, secret, show};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    mail::message::About,
    me::confirm_password,
    sessions::everywhere::{self, Event},
};

/// Adds the authenticator of a set-up. `name` was read.
pub(super) async fn add(
    app: &App,
    caller: &SignedIn,
    mut request: AddAuthenticator,
    name: String,
) -> ApiResult<AddedAuthenticator> {
    let password = Zeroizing::new(mem::take(&mut request.current_password));
    confirm_password::confirm(app, &caller.person, &password, "current_password").await?;

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
    if held.is_active() {
        fresh::demand(&tx, app, &caller.person).await?;
    }
    if usize::try_from(held.authenticators).is_ok_and(|count| count >= MAX_AUTHENTICATORS) {
        let error = ApiError::new(ErrorCode::TooManyAuthenticators);
        return Err(error.with("max", MAX_AUTHENTICATORS));
    }
    let maker = secret::open(app, user.id, &setup.source, user.sign_in_name.as_str())?;
    let matching =
        time_code::digits(&request.code).and_then(|digits| maker.matching_step(&digits, now));
    // Nobody gains by guessing the code of a secret that they were shown: wrong ones are not counted.
    let Judged::Right { step } = time_code::judge(matching, None) else {
        let fault = show::named("code", FieldCode::WrongCode);
        return Err(ApiError::invalid_fields(vec![fault]));
    };
    if !authenticators::take_setup(&tx, setup.id).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let added = Authenticator {
        id: setup.id,
        user_id: user.id,
        name,
        source: setup.source,
        last_step: step,
        created_at: now,
        last_used_at: now,
    };
    authenticators::insert(&tx, &added).await?;
    let recovery_codes = if held.is_active() {
        Vec::new()
    } else {
        recovery_codes::replace(&tx, app, user.id).await?
    };
    let proven = Proven {
        at: now,
        factor: Some(FactorMethod::Authenticator),
    };
    sessions::prove(&tx, session, proven).await?;
    sessions::end_others(&tx, user.id, session, now).await?;
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::AuthenticatorAdded,
        target_id: Some(user.id),
        details: json!({ "name": added.name }),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(&tx, app, &customers, &event).await?;
    let lines = vec![added.name.clone()];
    letters::tell(&tx, app, user, About::AuthenticatorAdded, lines, now).await?;
    tx.commit().await?;
    Ok(AddedAuthenticator {
        authenticator: list::view(added),
        recovery_codes,
    })
}
