//! The password was right: the session, or the step before it, if there is anywhere to go.

use keyholder_domain::{
    ids::SignInId,
    sign_in::{STEP_LIFETIME, Shown, Step},
};
use keyholder_store::{
    credentials, sign_in_attempts, users,
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::{
    count::Known,
    mailed_code,
    next::{self, Run},
    outcome::Outcome,
};
use crate::{App, auth::Proof, http::ApiResult};

/// Decides and, if the person may come in, goes on. `renewed` is the password's hash with today's
/// parameters, where the stored one is outdated.
pub(super) async fn admit(
    app: &App,
    proof: &Proof,
    known: &Known,
    renewed: Option<String>,
    device_name: &str,
) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let user = &known.user;
    let shown = Shown {
        password: true,
        ..Shown::default()
    };
    let standing = next::stand(&tx, app, user, shown).await?;
    if standing.step == Step::Refused {
        return Ok(Outcome::Refused);
    }
    // The password was right: nobody guessed.
    sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
    if standing.step == Step::Session && known.is_stranger() && user.locked_until.is_some() {
        users::set_locked_until(&tx, user.id, None).await?;
    }
    if let (Some(before), Some(after)) = (&known.password_hash, renewed) {
        credentials::rehash(&tx, user.id, before, &after).await?;
    }
    let id = SignInId::from_uuid(app.random.uuid(now));
    let mailed = mailed_code::send_first(&tx, app, user, id, &standing).await?;
    let run = Run {
        id,
        user,
        device_name,
        shown,
        mailed,
    };
    let answer = next::answer(app, &tx, proof, &run, &standing).await?;
    if standing.waits() {
        let waiting = WaitingSignIn {
            id: run.id,
            user_id: user.id,
            key_thumbprint: proof.key.to_string(),
            device_name: device_name.to_owned(),
            external: false,
            factor: None,
            wrong_codes: 0,
            mailed,
            expires_at: now + STEP_LIFETIME,
        };
        waiting_sign_ins::insert(&tx, &waiting).await?;
    }
    tx.commit().await?;
    Ok(answer.map_or(Outcome::LockedInactivity, Outcome::Admitted))
}
