//! The step after a right password where there is a second factor (S107) or codes are mailed (S27).
//!
//! The step is bound to the device that began, waits for ten minutes, and takes five wrong codes: then
//! the sign-in is over. The codes of a person are counted besides, whatever the sign-in.

use keyholder_contract::{problem::ErrorCode, second_factor::ShowSecondFactor, session::SignIn};
use keyholder_domain::{
    ids::SignInId,
    second_factor::FactorMethod,
    sign_in::{self, STEP_LIFETIME, Shown, Step},
};
use keyholder_store::{
    Read, WriteTransaction,
    auth_requests::{self, Asking},
    users::{self, User},
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::{
    mailed_code,
    next::{self, Run, Standing},
};
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    second_factors::show::{self, Showed, Typed},
};

/// The ways in which a sign-in that waits for its second factor can show it; none where it waits for
/// something else.
pub(crate) async fn open_methods(
    on: &impl Read,
    app: &App,
    proof: &Proof,
    waiting: &WaitingSignIn,
) -> ApiResult<Vec<FactorMethod>> {
    let Some(user) = users::find(on, waiting.user_id).await? else {
        return Ok(Vec::new());
    };
    let standing = next::stand(on, app, &user, waiting.shown()).await?;
    match standing.step {
        Step::SecondFactor => next::methods(on, app, proof, user.id, standing.held).await,
        _ => Ok(Vec::new()),
    }
}

/// Looks at the code and goes on.
pub(super) async fn show_second_factor(
    app: &App,
    proof: &Proof,
    id: SignInId,
    request: &ShowSecondFactor,
) -> ApiResult<SignIn> {
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let (waiting, user, standing) = due(&tx, app, proof, id).await?;
    let customers = standing.customers(app);
    // A code that was mailed before an app was set up opens nothing any more.
    let mailed = mailed_code::is_due(&standing).then(|| mailed_code::taken(app, &waiting));
    let mailed = mailed.flatten();
    let typed = Typed {
        method: request.method,
        code: &request.code,
        device: Some(&waiting.key_thumbprint),
        asking: Some(Asking::SignIn(id)),
        mailed: mailed.as_deref(),
    };
    let showed = show::show(&tx, app, &user, typed, &customers).await?;
    if let Some(fault) = show::fault(showed, "code", now) {
        if matches!(showed, Showed::Wrong | Showed::Used) {
            waiting_sign_ins::count_wrong_code(&tx, id).await?;
            if sign_in::is_over(waiting.wrong_codes + 1) {
                waiting_sign_ins::take(&tx, id).await?;
            }
        }
        tx.commit().await?;
        return Err(fault);
    }
    auth_requests::close(&tx, Asking::SignIn(id)).await?;
    let shown = Shown {
        factor: Some(request.method),
        ..waiting.shown()
    };
    let standing = next::stand(&tx, app, &user, shown).await?;
    let run = Run {
        id,
        user: &user,
        device_name: &waiting.device_name,
        shown,
        mailed: waiting.mailed,
    };
    let answer = next::answer(app, &tx, proof, &run, &standing).await?;
    if standing.waits() {
        let until = now + STEP_LIFETIME;
        waiting_sign_ins::note_factor(&tx, id, request.method, until).await?;
    } else {
        waiting_sign_ins::take(&tx, id).await?;
    }
    tx.commit().await?;
    answer.ok_or_else(|| ErrorCode::SignInFailed.into())
}

/// The run, its person and how it stands; fails unless the second factor is what comes next. Nobody else
/// takes a step of the run until the transaction ends.
pub(super) async fn due(
    tx: &WriteTransaction,
    app: &App,
    proof: &Proof,
    id: SignInId,
) -> ApiResult<(WaitingSignIn, User, Standing)> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let waiting = waiting_sign_ins::lock(tx, id, &proof.key.to_string(), app.now())
        .await?
        .ok_or_else(missing)?;
    let user = users::find(tx, waiting.user_id)
        .await?
        .ok_or_else(missing)?;
    let standing = next::stand(tx, app, &user, waiting.shown()).await?;
    match standing.step {
        Step::SecondFactor => Ok((waiting, user, standing)),
        // Switched off since the step before.
        Step::Refused => Err(ErrorCode::SignInFailed.into()),
        // Nothing to show, or shown already.
        _ => Err(missing()),
    }
}
