//! Showing with the password that it is you (reading C20), in the middle of a session.
//!
//! Wrong passwords count like those of a sign-in from the same device, so that an unlocked computer is
//! no way to guess. The proof of the request is spent by the counting.

use keyholder_contract::problem::{ErrorCode, FieldCode};
use keyholder_domain::{
    audit::AuditAction,
    lockout::{self, Attempt, Attempts},
    password_policy,
    sign_in::MAX_PASSWORD_BYTES,
    sign_in_way::SignInWay,
};
use keyholder_store::{credentials, external_identities, sign_in_attempts};
use zeroize::Zeroizing;

use crate::{
    App,
    auth::Person,
    http::{ApiError, ApiResult, field_error},
    passwords::Verified,
    security_policy::requirements,
    sessions::everywhere,
};

/// Fails unless the password is the person's, naming the field that it stood in; then the caller goes
/// on in a transaction of its own.
pub(crate) async fn confirm(
    app: &App,
    person: &Person,
    password: &Zeroizing<String>,
    field: &str,
) -> ApiResult<()> {
    let fault = |code, params: &[(&str, usize)]| {
        ApiError::invalid_fields(vec![field_error(field, code, params)])
    };
    if way(app, person).await? == SignInWay::External {
        return Err(ErrorCode::NoPasswordHere.into());
    }
    if password.is_empty() {
        return Err(fault(FieldCode::Required, &[]));
    }
    if password.len() > MAX_PASSWORD_BYTES {
        return Err(fault(FieldCode::TooLong, &[("max", MAX_PASSWORD_BYTES)]));
    }
    let place = app.passwords.admit()?;
    let bucket = person.proof.key.to_string();
    let counted = count(app, person, &bucket).await?;
    let subject = credentials::find_by_user(&app.database, person.user_id).await?;
    let stored = subject.and_then(|subject| subject.password_hash);
    let normalised = Zeroizing::new(password_policy::normalise(password));
    match place.verify(normalised, stored).await? {
        Verified::Right { .. } => {
            let tx = app.database.begin_write().await?;
            sign_in_attempts::clear(&tx, person.user_id, &bucket).await?;
            tx.commit().await?;
            Ok(())
        }
        Verified::Wrong => {
            write_down(app, person, counted).await?;
            Err(fault(FieldCode::WrongPassword, &[]))
        }
    }
}

/// How the person signs in: whoever does so with another provider has no password to show (C14).
pub(crate) async fn way(app: &App, person: &Person) -> ApiResult<SignInWay> {
    Ok(external_identities::sign_in_way(&app.database, person.user_id).await?)
}

/// Counts the attempt, durably, before anyone looks at the password.
async fn count(app: &App, person: &Person, bucket: &str) -> ApiResult<Attempts> {
    let tx = app.begin_write(&person.proof).await?;
    let now = app.now();
    let before = sign_in_attempts::lock(&tx, person.user_id, bucket).await?;
    let policy = requirements::of_user(&tx, person.user_id).await?.lockout;
    match lockout::attempt(before, policy, now) {
        Attempt::Locked { until } => {
            let seconds = until.since(now).as_secs().max(1);
            Err(ApiError::new(ErrorCode::TooManyRequests).retry_after(seconds))
        }
        Attempt::Counted(attempts) => {
            sign_in_attempts::save(&tx, person.user_id, bucket, attempts, now).await?;
            tx.commit().await?;
            Ok(attempts)
        }
    }
}

async fn write_down(app: &App, person: &Person, counted: Attempts) -> ApiResult<()> {
    let tx = app.database.begin_write().await?;
    let customers = everywhere::places(&tx, person.user_id, app.now()).await?;
    let mut actions = vec![AuditAction::SignInFailed];
    if counted.locked_until.is_some() {
        actions.push(AuditAction::UserLocked);
    }
    for action in actions {
        everywhere::befell(&tx, app, &customers, action, Some(person.user_id)).await?;
    }
    tx.commit().await?;
    Ok(())
}
