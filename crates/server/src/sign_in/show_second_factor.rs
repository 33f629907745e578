//! The step after a right password where the second factor is active (S107).
//!
//! The step is bound to the device that began, waits for ten minutes, and takes five wrong codes: then
//! the sign-in is over. The codes of a person are counted besides, whatever the sign-in.

use keyholder_contract::{problem::ErrorCode, second_factor::ShowSecondFactor, session::SignIn};
use keyholder_domain::{
    ids::SignInId,
    sign_in::{self, STEP_LIFETIME, Shown, Step},
};
use keyholder_store::{users, waiting_sign_ins};

use super::next::{self, Run};
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    second_factors::show::{self, Showed},
};

/// Looks at the code and goes on.
pub(super) async fn show_second_factor(
    app: &App,
    proof: &Proof,
    id: SignInId,
    request: &ShowSecondFactor,
) -> ApiResult<SignIn> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let waiting = waiting_sign_ins::lock(&tx, id, &proof.key.to_string(), now)
        .await?
        .ok_or_else(missing)?;
    let user = users::find(&tx, waiting.user_id)
        .await?
        .ok_or_else(missing)?;
    let shown = |factor| Shown {
        password: true,
        factor,
    };
    let standing = next::stand(&tx, app, &user, shown(waiting.factor)).await?;
    match standing.step {
        Step::SecondFactor => {}
        // Switched off since the step before.
        Step::Refused => return Err(ErrorCode::SignInFailed.into()),
        // Nothing to show, or shown already.
        _ => return Err(missing()),
    }
    let customers = standing.customers(app);
    let typed = (request.method, request.code.as_str());
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
    let factor = Some(request.method);
    let standing = next::stand(&tx, app, &user, shown(factor)).await?;
    let run = Run {
        id,
        user: &user,
        device_name: &waiting.device_name,
        factor,
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
