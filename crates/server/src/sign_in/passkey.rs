//! A passkey stood in for name, password and second factor: the session, or why there is none.
//!
//! The person is treated as after a right password and their second factor: a lock of this device, or of all
//! strangers, holds here too, and everything else is the rule's to say. Nobody is told anything before they
//! have shown the passkey.

use keyholder_contract::{problem::ErrorCode, session::SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::{SignInId, UserId},
    lockout::{self, Attempt},
    sign_in::{Shown, Step},
};
use keyholder_store::{WriteTransaction, devices, sign_in_attempts, users};

use super::{
    STRANGERS,
    next::{self, Run},
};
use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    security_policy::requirements,
    sessions::everywhere,
};

/// Whose passkey was shown, and for which run.
pub(crate) struct Proven<'a> {
    pub(crate) id: SignInId,
    pub(crate) user: UserId,
    pub(crate) device_name: &'a str,
}

/// Decides and goes on. The caller has locked the person, and spent the proof of a passkey that they have:
/// nothing takes it away before the end. The proof is spent whatever comes of it.
pub(crate) async fn admit(
    app: &App,
    tx: WriteTransaction,
    proof: &Proof,
    proven: Proven<'_>,
) -> ApiResult<SignIn> {
    let refused = || ApiError::new(ErrorCode::SignInFailed);
    let now = app.now();
    let user = users::find(&tx, proven.user).await?.ok_or_else(refused)?;
    let shown = Shown::PASSKEY;
    let standing = next::stand(&tx, app, &user, shown).await?;
    let locked = is_locked(&tx, app, proof, user.id).await?;
    let error = match standing.step {
        _ if locked => refused(),
        Step::Session => {
            let run = Run {
                id: proven.id,
                user: &user,
                device_name: proven.device_name,
                shown,
                mailed: None,
            };
            let answer = next::answer(app, &tx, proof, &run, &standing).await?;
            tx.commit().await?;
            return answer.ok_or_else(refused);
        }
        // Nobody guessed: the person is told what to do, and it is no failure of theirs.
        Step::PasswordNeeded => {
            tx.commit().await?;
            return Err(ErrorCode::PasswordNeeded.into());
        }
        Step::LockedInactivity => ErrorCode::LockedInactivity.into(),
        // The rule leaves no step to wait for: such a run would outlive its passkey.
        Step::Refused | Step::SecondFactor | Step::PasswordExpired | Step::SetUpSecondFactor => {
            refused()
        }
    };
    // As after a password: what befalls a locked account does not flood its merchant's log.
    let customers = if locked {
        Vec::new()
    } else {
        everywhere::places(&tx, user.id, now).await?
    };
    let action = AuditAction::SignInFailed;
    everywhere::befell(&tx, app, &customers, action, Some(user.id)).await?;
    tx.commit().await?;
    Err(error)
}

/// Whether wrong passwords lock the person out on the device of this proof (S73). Nothing is counted: a
/// passkey is not guessed, and one that was shown clears nobody's guesses.
async fn is_locked(
    tx: &WriteTransaction,
    app: &App,
    proof: &Proof,
    user: UserId,
) -> ApiResult<bool> {
    let device = devices::find(tx, user, &proof.key.to_string()).await?;
    let bucket = device.map_or_else(|| STRANGERS.to_owned(), |device| device.key_thumbprint);
    let before = sign_in_attempts::lock(tx, user, &bucket).await?;
    let policy = requirements::of_user(tx, user).await?.lockout;
    let attempt = lockout::attempt(before, policy, app.now());
    Ok(matches!(attempt, Attempt::Locked { .. }))
}
