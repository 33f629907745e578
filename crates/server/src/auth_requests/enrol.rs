//! Letting the device of the session confirm sign-ins. It needs a fresh proof, and an app or a passkey.

use keyholder_contract::{auth_request::ConfirmingDevices, problem::ErrorCode};
use keyholder_domain::{
    audit::AuditAction,
    auth_request::{self, MAX_DEVICES},
};
use keyholder_store::{confirming_devices, devices as known_devices};

use super::devices;
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    mail::message::About,
    second_factors::fresh,
};

/// Enrols it. One that is enrolled stays so.
pub(super) async fn enrol(app: &App, caller: &SignedIn) -> ApiResult<ConfirmingDevices> {
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let user = caller.user.id;
    let key = caller.person.proof.key.to_string();
    let held = fresh::demand(&tx, app, &caller.person).await?;
    if !auth_request::may_enrol(held) {
        return Err(ErrorCode::SecondFactorNeeded.into());
    }
    let own = confirming_devices::of_user(&tx, user).await?;
    if own.iter().all(|device| device.key_thumbprint != key) {
        if own.len() >= MAX_DEVICES {
            let error = ApiError::new(ErrorCode::TooManyConfirmingDevices);
            return Err(error.with("max", MAX_DEVICES));
        }
        confirming_devices::enrol(&tx, user, &key, now).await?;
        let device = known_devices::find(&tx, user, &key)
            .await?
            .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
        let action = AuditAction::ConfirmingDeviceAdded;
        devices::note(
            &tx,
            app,
            caller,
            (action, About::ConfirmingDeviceAdded),
            device.name,
        )
        .await?;
    }
    let reply = devices::list(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}
