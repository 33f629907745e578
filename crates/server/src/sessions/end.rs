//! Signing out.

use keyholder_domain::audit::AuditAction;
use keyholder_store::sessions;

use super::everywhere;
use crate::{App, auth::SignedIn, http::ApiResult};

/// Ends the session at once, in every process.
pub(super) async fn end(app: &App, caller: &SignedIn) -> ApiResult<()> {
    let tx = app.begin_write(&caller.person.proof).await?;
    sessions::end(&tx, caller.person.session_id, app.now()).await?;
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    let person = caller.person.user_id;
    everywhere::did(&tx, app, &customers, AuditAction::SignedOut, person).await?;
    tx.commit().await?;
    Ok(())
}
