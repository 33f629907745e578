//! Changing one's own password. Every other session of the person ends.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::audit::AuditAction;
use keyholder_store::{credentials, reset_links, sessions};
use zeroize::Zeroizing;

use super::notice;
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    me::confirm_password,
    new_password,
    second_factors::fresh,
    sessions::everywhere,
};

/// Replaces the password, after the present one was shown to be known.
pub(super) async fn change(
    app: &App,
    caller: &SignedIn,
    current: &Zeroizing<String>,
    new: &Zeroizing<String>,
) -> ApiResult<()> {
    confirm_password::confirm(app, &caller.person, current, "current_password").await?;
    let user = &caller.user;
    let demands = new_password::demands(&app.database, user, None).await?;
    let faults = new_password::faults(app, user, &demands, new, "new_password").await?;
    if !faults.is_empty() {
        return Err(ApiError::invalid_fields(faults));
    }
    // Before the transaction: it takes long, and SQLite has one writer.
    let hash = new_password::hash(app, new).await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    // The session may have been ended while the hash was made.
    if !sessions::is_open(&tx, caller.person.session_id).await? {
        return Err(ErrorCode::SignInRequired.into());
    }
    fresh::demand_beside_password(&tx, app, &caller.person).await?;
    credentials::set_password(&tx, user.id, &hash, now).await?;
    reset_links::supersede(&tx, user.id, now).await?;
    sessions::end_others(&tx, user.id, caller.person.session_id, now).await?;
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::did(&tx, app, &customers, AuditAction::PasswordChanged, user.id).await?;
    notice::password_changed(&tx, app, user, now).await?;
    tx.commit().await?;
    Ok(())
}
