//! The devices that may confirm sign-ins, as their owner sees and removes them.

use keyholder_contract::{
    auth_request::{ConfirmingDevice, ConfirmingDevices},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, DeviceId, UserId},
};
use keyholder_store::{Read, WriteTransaction, confirming_devices};
use serde_json::json;

use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    mail::message::About,
    second_factors::{fresh, letters},
    sessions::everywhere::{self, Event},
};

/// The caller's own.
pub(super) async fn list(on: &impl Read, caller: &SignedIn) -> ApiResult<ConfirmingDevices> {
    let key = caller.person.proof.key.to_string();
    let own = confirming_devices::of_user(on, caller.user.id).await?;
    let view = |device: confirming_devices::ConfirmingDevice| ConfirmingDevice {
        id: device.id,
        current: device.key_thumbprint == key,
        name: device.name,
        confirms_since: device.confirms_since,
        last_signed_in_at: device.last_seen_at,
    };
    Ok(ConfirmingDevices {
        devices: own.into_iter().map(view).collect(),
    })
}

/// Lets one of the caller's own confirm no more. Needs a fresh proof.
pub(super) async fn remove(
    app: &App,
    caller: &SignedIn,
    id: DeviceId,
) -> ApiResult<ConfirmingDevices> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    let tx = app.begin_write(&caller.person.proof).await?;
    let user = caller.user.id;
    let own = confirming_devices::of_user(&tx, user).await?;
    let gone = own.into_iter().find(|device| device.id == id);
    let gone = gone.ok_or_else(missing)?;
    fresh::demand(&tx, app, &caller.person).await?;
    if !confirming_devices::remove(&tx, user, id).await? {
        return Err(missing());
    }
    let action = AuditAction::ConfirmingDeviceRemoved;
    note(
        &tx,
        app,
        caller,
        (action, About::ConfirmingDeviceRemoved),
        gone.name,
    )
    .await?;
    let reply = list(&tx, caller).await?;
    tx.commit().await?;
    Ok(reply)
}

/// Lets no device of a person confirm any more, and writes each down.
pub(crate) async fn end_enrolments(
    tx: &WriteTransaction,
    app: &App,
    user: UserId,
    customers: &[CustomerId],
) -> ApiResult<()> {
    for device in confirming_devices::of_user(tx, user).await? {
        let event = Event {
            actor_id: Some(user),
            action: AuditAction::ConfirmingDeviceRemoved,
            target_id: Some(user),
            details: json!({ "name": device.name }),
        };
        everywhere::noted(tx, app, customers, &event).await?;
    }
    Ok(confirming_devices::remove_all(tx, user).await?)
}

/// Writes down what became of a device, and tells its owner.
pub(super) async fn note(
    tx: &WriteTransaction,
    app: &App,
    caller: &SignedIn,
    (action, about): (AuditAction, About),
    name: String,
) -> ApiResult<()> {
    let event = Event {
        actor_id: Some(caller.user.id),
        action,
        target_id: Some(caller.user.id),
        details: json!({ "name": name }),
    };
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    everywhere::noted(tx, app, &customers, &event).await?;
    letters::tell(tx, app, &caller.user, about, vec![name], app.now()).await
}
