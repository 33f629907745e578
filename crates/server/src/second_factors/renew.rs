//! Drawing new recovery codes in place of the present ones, used or not.

use keyholder_contract::{problem::ErrorCode, second_factor::RecoveryCodes};
use keyholder_domain::audit::AuditAction;

use super::{fresh, letters, recovery_codes};
use crate::{App, auth::SignedIn, http::ApiResult, mail::message::About, sessions::everywhere};

/// New codes for the caller; there are none for who has no authenticator.
pub(super) async fn renew(app: &App, caller: &SignedIn) -> ApiResult<RecoveryCodes> {
    let user = &caller.user;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let held = fresh::demand(&tx, app, &caller.person).await?;
    if !held.is_active() {
        return Err(ErrorCode::NotFound.into());
    }
    let codes = recovery_codes::replace(&tx, app, user.id).await?;
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    let action = AuditAction::RecoveryCodesRenewed;
    everywhere::did(&tx, app, &customers, action, user.id).await?;
    letters::tell(&tx, app, user, About::RecoveryCodesRenewed, Vec::new(), now).await?;
    tx.commit().await?;
    Ok(RecoveryCodes { codes })
}
