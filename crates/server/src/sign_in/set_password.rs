//! The step after a right but expired password (S47, S85): a new one, and on to the session.
//!
//! The step works once, for ten minutes, on the device that began, and while the password that was
//! right is still the password.

use keyholder_contract::{problem::ErrorCode, session::SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::SignInId,
    sign_in::{self, Candidate, PasswordStep},
    user_status,
};
use keyholder_store::{access_facts, credentials, reset_links, sessions, users, waiting_sign_ins};
use zeroize::Zeroizing;

use super::session;
use crate::{
    App,
    auth::{Proof, stands},
    http::{ApiError, ApiResult},
    new_password,
    own_password::notice,
    sessions::everywhere,
};

/// Sets the password and begins the session.
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
    let demands = new_password::demands(&app.database, &user, None).await?;
    let faults = new_password::faults(app, &user, &demands, password, "new_password").await?;
    if !faults.is_empty() {
        return Err(ApiError::invalid_fields(faults));
    }
    // Before the transaction: it takes long, and SQLite has one writer.
    let hash = new_password::hash(app, password).await?;

    let tx = app.begin_write(proof).await?;
    let now = app.now();
    if waiting.expires_at <= now || !waiting_sign_ins::take(&tx, id).await? {
        return Err(missing());
    }
    credentials::set_password(&tx, user.id, &hash, now).await?;
    reset_links::supersede(&tx, user.id, now).await?;
    sessions::end_all(&tx, user.id, now).await?;
    // As they stand now: the person may have been switched off since the step before.
    let memberships = access_facts::of_user(&tx, user.id).await?;
    let statuses: Vec<_> = memberships
        .iter()
        .map(|(_, facts)| {
            let mut status = facts.status;
            status.locked_until = None;
            user_status::of(&status, facts.policy.status(), now).kind()
        })
        .collect();
    let step = sign_in::password_step(Candidate {
        password_right: true,
        operator: user.operator,
        statuses: &statuses,
    });
    if step != PasswordStep::Session {
        return Err(ErrorCode::SignInFailed.into());
    }
    let standing = memberships.iter().filter(|(_, facts)| stands(facts, now));
    let customers: Vec<_> = standing.map(|(customer, _)| *customer).collect();
    everywhere::did(&tx, app, &customers, AuditAction::PasswordChanged, user.id).await?;
    let name = &waiting.device_name;
    let begun = session::begin(app, &tx, proof, user.id, name, &memberships).await?;
    notice::password_changed(&tx, app, &user, now).await?;
    tx.commit().await?;
    Ok(begun)
}
