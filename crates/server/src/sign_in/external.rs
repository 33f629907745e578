//! Another provider vouched for the person: the session, or the step before it.

use keyholder_contract::{problem::ErrorCode, session::SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::{SignInId, UserId},
    sign_in::{STEP_LIFETIME, Shown, Step},
};
use keyholder_store::{
    WriteTransaction, external_identities, profiles, users,
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::{
    mailed_code,
    next::{self, Run},
};
use crate::{App, auth::Proof, http::ApiResult, sessions::everywhere};

/// Decides and goes on, as after a right password.
pub(crate) async fn admit(
    app: &App,
    tx: WriteTransaction,
    proof: &Proof,
    user: UserId,
    device_name: &str,
) -> ApiResult<SignIn> {
    let now = app.now();
    // Nobody unlinks the account between this look and the end.
    profiles::lock(&tx, user).await?;
    let still = external_identities::of_user(&tx, user).await?;
    let (Some(_), Some(user)) = (still, users::find(&tx, user).await?) else {
        return Err(ErrorCode::IdentityUnknown.into());
    };
    let shown = Shown {
        external: true,
        ..Shown::default()
    };
    let standing = next::stand(&tx, app, &user, shown).await?;
    let id = SignInId::from_uuid(app.random.uuid(now));
    let mailed = mailed_code::send_first(&tx, app, &user, id, &standing).await?;
    let run = Run {
        id,
        user: &user,
        device_name,
        shown,
        mailed,
    };
    let Some(answer) = next::answer(app, &tx, proof, &run, &standing).await? else {
        let customers = everywhere::places(&tx, user.id, now).await?;
        let action = AuditAction::SignInFailed;
        everywhere::befell(&tx, app, &customers, action, Some(user.id)).await?;
        tx.commit().await?;
        return Err(match standing.step {
            Step::LockedInactivity => ErrorCode::LockedInactivity.into(),
            _ => ErrorCode::SignInFailed.into(),
        });
    };
    if standing.waits() {
        let waiting = WaitingSignIn {
            id: run.id,
            user_id: user.id,
            key_thumbprint: proof.key.to_string(),
            device_name: device_name.to_owned(),
            external: true,
            factor: None,
            wrong_codes: 0,
            mailed,
            expires_at: now + STEP_LIFETIME,
        };
        waiting_sign_ins::insert(&tx, &waiting).await?;
    }
    external_identities::note_use(&tx, user.id, now).await?;
    tx.commit().await?;
    Ok(answer)
}
