//! The password was right: the session, if there is anywhere to go.

use keyholder_contract::session::{NextStep, SignIn};
use keyholder_domain::{
    ids::{SignInId, UserId},
    sign_in::{self, Candidate, PasswordStep},
    user_status,
};
use keyholder_store::{
    WriteTransaction, access_facts, credentials, sign_in_attempts, users,
    waiting_sign_ins::{self, WaitingSignIn},
};

use super::{count::Known, outcome::Outcome, session};
use crate::{App, auth::Proof, http::ApiResult, security_policy::requirements};

/// Decides and, if the person may come in, begins the session. `renewed` is the password's hash
/// with today's parameters, where the stored one is outdated.
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
    let memberships = access_facts::of_user(&tx, user.id).await?;
    let statuses: Vec<_> = memberships
        .iter()
        .map(|(_, facts)| {
            let mut status = facts.status;
            // Whether this device is locked out was decided when the attempt was counted; a lock
            // that strangers caused does not concern it.
            status.locked_until = None;
            user_status::of(&status, facts.policy.status(), now).kind()
        })
        .collect();
    match sign_in::password_step(Candidate {
        password_right: true,
        operator: user.operator,
        statuses: &statuses,
    }) {
        PasswordStep::Session => {}
        PasswordStep::PasswordExpired => {
            // The password was right: nobody guessed.
            sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
            let waiting = wait_for_password(app, &tx, proof, user.id, device_name).await?;
            tx.commit().await?;
            return Ok(Outcome::Admitted(waiting));
        }
        PasswordStep::LockedInactivity => {
            sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
            tx.commit().await?;
            return Ok(Outcome::LockedInactivity);
        }
        PasswordStep::Refused => return Ok(Outcome::Refused),
    }

    sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
    if known.is_stranger() && user.locked_until.is_some() {
        users::set_locked_until(&tx, user.id, None).await?;
    }
    if let (Some(before), Some(after)) = (&known.password_hash, renewed) {
        credentials::rehash(&tx, user.id, before, &after).await?;
    }
    let begun = session::begin(app, &tx, proof, user.id, device_name, &memberships).await?;
    tx.commit().await?;
    Ok(Outcome::Admitted(begun))
}

/// Remembers that the password was right, and asks for a new one.
async fn wait_for_password(
    app: &App,
    tx: &WriteTransaction,
    proof: &Proof,
    user: UserId,
    device_name: &str,
) -> ApiResult<SignIn> {
    let now = app.now();
    let waiting = WaitingSignIn {
        id: SignInId::from_uuid(app.random.uuid(now)),
        user_id: user,
        key_thumbprint: proof.key.to_string(),
        device_name: device_name.to_owned(),
        expires_at: now + sign_in::STEP_LIFETIME,
    };
    waiting_sign_ins::insert(tx, &waiting).await?;
    let rules = requirements::of_user(tx, user).await?.password;
    Ok(SignIn {
        id: waiting.id,
        next: NextStep::PasswordExpired {
            rules,
            expires_at: waiting.expires_at,
        },
    })
}
