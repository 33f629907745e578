//! Giving a passkey another name.

use keyholder_contract::{problem::ErrorCode, second_factor::OwnSecondFactors};
use keyholder_domain::{audit::AuditAction, ids::PasskeyId};
use keyholder_store::passkeys;

use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    second_factors::{fresh, list, rename},
};

/// Renames one of the caller's own.
pub(super) async fn rename(
    app: &App,
    caller: &SignedIn,
    id: PasskeyId,
    name: &str,
) -> ApiResult<OwnSecondFactors> {
    let user = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let before = passkeys::of_user(&tx, user)
        .await?
        .into_iter()
        .find(|each| each.id == id)
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    fresh::demand(&tx, app, &caller.person).await?;
    if before.name != name {
        passkeys::rename(&tx, user, id, name).await?;
        let names = (before.name.as_str(), name);
        rename::note(&tx, app, caller, AuditAction::PasskeyRenamed, names).await?;
    }
    let reply = list::read(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}
