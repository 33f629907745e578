//! The first code of an authenticator, wherever it is set up: the code is spent, the authenticator is
//! in use, and with the first one come recovery codes.

use keyholder_contract::problem::{ErrorCode, FieldCode};
use keyholder_domain::{
    audit::AuditAction,
    ids::{AuthenticatorId, CustomerId},
    second_factor::{
        Held, MAX_AUTHENTICATORS,
        time_code::{self, Judged},
    },
};
use keyholder_store::{
    WriteTransaction,
    authenticators::{self, Authenticator, CodeSource},
    users::User,
};
use serde_json::json;

use super::{letters, recovery_codes, secret, show};
use crate::{
    App,
    http::{ApiError, ApiResult},
    mail::message::About,
    sessions::everywhere::{self, Event},
};

/// An authenticator that waits for its first code.
pub(crate) struct Waiting {
    pub(crate) id: AuthenticatorId,
    pub(crate) name: String,
    pub(crate) source: CodeSource,
    pub(crate) built_in: bool,
}

/// Fails for somebody who has as many as anybody may.
pub(crate) fn demand_room(held: Held) -> ApiResult<()> {
    if usize::try_from(held.authenticators).is_ok_and(|count| count < MAX_AUTHENTICATORS) {
        return Ok(());
    }
    let error = ApiError::new(ErrorCode::TooManyAuthenticators);
    Err(error.with("max", MAX_AUTHENTICATORS))
}

/// Looks at the first code and puts the authenticator to use; gives it, and the recovery codes that
/// come with the first. The caller has locked the person, and tells what becomes of their sessions.
pub(crate) async fn complete(
    tx: &WriteTransaction,
    app: &App,
    (user, held, customers): (&User, Held, &[CustomerId]),
    waiting: Waiting,
    code: &str,
) -> ApiResult<(Authenticator, Vec<String>)> {
    demand_room(held)?;
    let now = app.now();
    let maker = secret::open(app, user.id, &waiting.source, user.sign_in_name.as_str())?;
    let matching = time_code::digits(code).and_then(|digits| maker.matching_step(&digits, now));
    // Nobody gains by guessing the code of a secret that they were shown: wrong ones are not counted.
    let Judged::Right { step } = time_code::judge(matching, None) else {
        let fault = show::named("code", FieldCode::WrongCode);
        return Err(ApiError::invalid_fields(vec![fault]));
    };
    let added = Authenticator {
        id: waiting.id,
        user_id: user.id,
        name: waiting.name,
        source: waiting.source,
        last_step: step,
        created_at: now,
        last_used_at: now,
        built_in: waiting.built_in,
    };
    authenticators::insert(tx, &added).await?;
    let recovery_codes = if held.is_active() {
        Vec::new()
    } else {
        recovery_codes::replace(tx, app, user.id).await?
    };
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::AuthenticatorAdded,
        target_id: Some(user.id),
        details: json!({ "name": added.name }),
    };
    everywhere::noted(tx, app, customers, &event).await?;
    let lines = vec![added.name.clone()];
    letters::tell(tx, app, user, About::AuthenticatorAdded, lines, now).await?;
    Ok((added, recovery_codes))
}
