//! One's own devices: where one is signed in, and signing out there from here.

use keyholder_contract::{problem::ErrorCode, session::SignedInDevices};
use keyholder_domain::ids::SessionId;
use keyholder_store::signed_in_devices;

use super::{
    devices,
    signed_out::{self, By},
};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
};

/// The caller's own.
pub(super) async fn list(app: &App, caller: &SignedIn) -> ApiResult<SignedInDevices> {
    let (user, session) = (caller.user.id, caller.person.session_id);
    devices::of_user(&app.database, user, session, app.now()).await
}

/// Ends one session of the caller, in every process. One that is over stays so.
pub(super) async fn end_one(app: &App, caller: &SignedIn, session: SessionId) -> ApiResult<()> {
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let device = signed_in_devices::find(&tx, caller.user.id, session)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    if signed_in_devices::end(&tx, session, now).await? {
        let names = vec![device.name];
        signed_out::tell(&tx, app, &caller.user, By::Owner(caller), names, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Ends every session of the caller but the one that asks.
pub(super) async fn end_others(app: &App, caller: &SignedIn) -> ApiResult<()> {
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let (user, session) = (caller.user.id, caller.person.session_id);
    let listed = devices::of_user(&tx, user, session, now).await?.devices;
    let others = listed.into_iter().filter(|device| !device.current);
    let names = others.map(|device| device.name).collect();
    if signed_in_devices::end_every(&tx, user, Some(session), now).await? > 0 {
        signed_out::tell(&tx, app, &caller.user, By::Owner(caller), names, now).await?;
    }
    tx.commit().await?;
    Ok(())
}
