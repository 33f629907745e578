//! The step for a right but expired password (S47, S85), after the second factor where that is active:
//! a new one, and on to the session, or to the set-up of a second factor.
//!
//! The step works once, for ten minutes, on the device that began, and while the password that was
//! right is still the password.

use keyholder_contract::{problem::ErrorCode, session::SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::SignInId,
    sign_in::{STEP_LIFETIME, Step},
};
use keyholder_store::{
    credentials, reset_links, sessions, users,
    waiting_sign_ins::{self, WaitingSignIn},
};
use zeroize::Zeroizing;

use super::next::{self, Run, Standing};
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    new_password,
    own_password::notice,
    sessions::everywhere,
};

/// Sets the password and goes on.
pub(super) async fn set_password(
    app: &App,
    proof: &Proof,
    id: SignInId,
    password: &Zeroizing<String>,
) -> ApiResult<SignIn> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let key = proof.key.to_string();
    let waiting = waiting_sign_ins::find(&app.database, id, &key, app.now())
        .await?
        .ok_or_else(missing)?;
    let user = users::find(&app.database, waiting.user_id)
        .await?
        .ok_or_else(missing)?;
    let shown = waiting.shown();
    due(&next::stand(&app.database, app, &user, shown).await?)?;
    let demands = new_password::demands(&app.database, &user, None).await?;
    let faults = new_password::faults(app, &user, &demands, password, "new_password").await?;
    if !faults.is_empty() {
        return Err(ApiError::invalid_fields(faults));
    }
    // Before the transaction: it takes long, and SQLite has one writer.
    let hash = new_password::hash(app, password).await?;

    let tx = app.begin_write(proof).await?;
    let now = app.now();
    // As it stands now: the person may have been switched off since, or have set a factor up.
    due(&next::stand(&tx, app, &user, shown).await?)?;
    if waiting.expires_at <= now || !waiting_sign_ins::take(&tx, id).await? {
        return Err(missing());
    }
    credentials::set_password(&tx, user.id, &hash, now).await?;
    reset_links::supersede(&tx, user.id, now).await?;
    sessions::end_all(&tx, user.id, now).await?;
    let standing = next::stand(&tx, app, &user, shown).await?;
    if !matches!(standing.step, Step::Session | Step::SetUpSecondFactor) {
        return Err(ErrorCode::SignInFailed.into());
    }
    let customers = standing.customers(app);
    everywhere::did(&tx, app, &customers, AuditAction::PasswordChanged, user.id).await?;
    let run = Run {
        id,
        user: &user,
        device_name: &waiting.device_name,
        shown,
        mailed: waiting.mailed,
    };
    let answer = next::answer(app, &tx, proof, &run, &standing).await?;
    if standing.waits() {
        // The former password took the run along; from here on it rests on the new one.
        let goes_on = WaitingSignIn {
            expires_at: now + STEP_LIFETIME,
            ..waiting.clone()
        };
        waiting_sign_ins::insert(&tx, &goes_on).await?;
    }
    notice::password_changed(&tx, app, &user, now).await?;
    tx.commit().await?;
    answer.ok_or_else(|| ErrorCode::SignInFailed.into())
}

/// Fails unless a new password is what comes next.
fn due(standing: &Standing) -> ApiResult<()> {
    match standing.step {
        Step::PasswordExpired => Ok(()),
        // The second factor first, or nothing to set.
        Step::SecondFactor | Step::SetUpSecondFactor | Step::Session => {
            Err(ErrorCode::NotFound.into())
        }
        Step::PasswordNeeded => Err(ErrorCode::PasswordNeeded.into()),
        Step::LockedInactivity | Step::Refused => Err(ErrorCode::SignInFailed.into()),
    }
}
