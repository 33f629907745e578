//! Where somebody is signed in, as they see it themselves and as an administrator does.

use keyholder_contract::session::{SignedInDevice, SignedInDevices};
use keyholder_domain::{
    ids::{SessionId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{Read, signed_in_devices};

use crate::http::ApiResult;

/// How many are listed.
const MAX_LISTED: u16 = 100;

/// The devices of a user; `asking` is the session that asks.
pub(super) async fn of_user(
    on: &impl Read,
    user: UserId,
    asking: SessionId,
    now: Timestamp,
) -> ApiResult<SignedInDevices> {
    let mut found = signed_in_devices::of_user(on, user, now, MAX_LISTED + 1).await?;
    let listed = usize::from(MAX_LISTED);
    let more = found.len() > listed;
    found.truncate(listed);
    let devices = found.into_iter().map(|device| SignedInDevice {
        current: device.session == asking,
        session_id: device.session,
        name: device.name,
        program: device.place.program,
        address: device.place.address,
        factor: device.factor,
        signed_in_at: device.signed_in_at,
        last_used_at: device.refreshed_at,
        expires_at: device.expires_at,
    });
    Ok(SignedInDevices {
        devices: devices.collect(),
        more,
    })
}
