//! Answering a request on an enrolled device: the signature, then the number, then what it leads to. "Not
//! me" ends the sign-in that asks, or the session.
//!
//! A signature that does not fit counts as no try: whoever makes one is no person who mistypes.

use keyholder_contract::{
    auth_request::{ANSWER_TYPE, AuthDecision, AuthRequestStatus, SignedAnswer},
    problem::{ErrorCode, FieldCode},
};
use keyholder_domain::{
    audit::AuditAction,
    auth_request::{self, Answer, AuthRequestState},
    ids::{AuthRequestId, CustomerId},
};
use keyholder_store::{
    WriteTransaction,
    auth_requests::{self, Asking, StoredRequest},
    confirming_devices, profiles, sessions, waiting_sign_ins,
};
use serde_json::{Value, json};

use super::{number, refused};
use crate::{
    App,
    auth::{SignedIn, signature},
    http::{ApiError, ApiResult, field_error},
    sessions::everywhere::{self, Event},
};

/// Answers one of the caller's own.
pub(super) async fn answer(
    app: &App,
    caller: &SignedIn,
    id: AuthRequestId,
    answer: &str,
) -> ApiResult<AuthRequestStatus> {
    let signed = verify(caller, id, answer)?;
    let given = match (signed.decision, &signed.number) {
        (AuthDecision::Refuse, _) => Answer::NotMe,
        (AuthDecision::Approve, Some(typed)) => Answer::Number {
            right: number::is(&app.keys, id, typed),
        },
        (AuthDecision::Approve, None) => return Err(fault(FieldCode::Required)),
    };
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let request = lock(&tx, app, caller, id).await?;
    let after = match auth_request::answer(request.facts, given, now) {
        Ok(after) => after,
        Err(state) => return Err(over(state)),
    };
    if !auth_requests::note(&tx, id, after).await? {
        return Err(over(AuthRequestState::Superseded));
    }
    let told = match after.state {
        AuthRequestState::Approved => Some(AuditAction::AuthRequestApproved),
        AuthRequestState::Refused => Some(AuditAction::AuthRequestRefused),
        AuthRequestState::Void => Some(AuditAction::AuthRequestVoided),
        _ => None,
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    if let Some(action) = told {
        let event_at = |customer| Event {
            actor_id: Some(caller.user.id),
            action,
            target_id: Some(caller.user.id),
            details: details(&request, customer),
        };
        everywhere::noted_at_each(&tx, app, &customers, event_at).await?;
    }
    if after.state == AuthRequestState::Refused {
        match request.asking {
            Asking::SignIn(id) => drop(waiting_sign_ins::take(&tx, id).await?),
            Asking::Session(id) => sessions::end(&tx, id, now).await?,
        }
        refused::tell(&tx, app, caller, &request, &customers, now).await?;
    }
    tx.commit().await?;
    app.streams.look_now();
    if after.state == AuthRequestState::Open {
        return Err(fault(FieldCode::WrongCode));
    }
    Ok(AuthRequestStatus {
        state: after.state,
        expires_at: after.expires_at(),
    })
}

/// What the log of a customer says of a request: who asked, and what for, where that may be told.
fn details(request: &StoredRequest, customer: Option<CustomerId>) -> Value {
    let name = &request.device_name;
    if request.purpose.is_told_at(customer) {
        json!({ "name": name, "purpose": request.purpose.action.code() })
    } else {
        json!({ "name": name })
    }
}

/// What was signed, if the device of the session signed it, for this request.
fn verify(caller: &SignedIn, id: AuthRequestId, answer: &str) -> ApiResult<SignedAnswer> {
    let opened = signature::open::<SignedAnswer>(answer, ANSWER_TYPE);
    let (key, signed) = opened.ok_or_else(|| fault(FieldCode::Malformed))?;
    if key == caller.person.proof.key && signed.request == id {
        Ok(signed)
    } else {
        Err(fault(FieldCode::Malformed))
    }
}

/// The request, if this device is asked; nobody else answers it, and its sign-in takes no step, until the
/// transaction ends. In the order in which a sign-in locks: the run first, then the person.
async fn lock(
    tx: &WriteTransaction,
    app: &App,
    caller: &SignedIn,
    id: AuthRequestId,
) -> ApiResult<StoredRequest> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let (user, now) = (caller.user.id, app.now());
    let seen = auth_requests::of_user(tx, user, id, now)
        .await?
        .ok_or_else(missing)?;
    if let Asking::SignIn(id) = seen.asking {
        waiting_sign_ins::lock(tx, id, &seen.key_thumbprint, now)
            .await?
            .ok_or_else(missing)?;
    }
    profiles::lock(tx, user).await?;
    let device = caller.person.proof.key.to_string();
    let enrolled = confirming_devices::is_one(tx, user, &device).await?;
    if !auth_request::is_asked(enrolled, seen.key_thumbprint == device) {
        return Err(missing());
    }
    auth_requests::of_user(tx, user, id, now)
        .await?
        .ok_or_else(missing)
}

fn fault(code: FieldCode) -> ApiError {
    ApiError::invalid_fields(vec![field_error("answer", code, &[])])
}

/// What is said where a request takes no answer any more.
fn over(state: AuthRequestState) -> ApiError {
    ApiError::new(ErrorCode::AuthRequestOver).with("state", state.code())
}
