//! The last step: the session.

use keyholder_contract::session::{NextStep, SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, DeviceId, SignInId, UserId},
};
use keyholder_store::{
    WriteTransaction,
    access_facts::AccessFacts,
    devices::{self, Device},
    users,
};

use crate::{
    App,
    auth::{Proof, stands},
    http::{self, ApiResult},
    recoveries::stopping,
    security_policy::requirements,
    sessions::{everywhere, tokens},
};

/// Begins the session of a person who may come in, on the device of the proof.
pub(super) async fn begin(
    app: &App,
    tx: &WriteTransaction,
    proof: &Proof,
    user_id: UserId,
    device_name: &str,
    memberships: &[(CustomerId, AccessFacts)],
) -> ApiResult<SignIn> {
    let now = app.now();
    users::record_sign_in(tx, user_id, now).await?;
    let device = Device {
        id: DeviceId::from_uuid(app.random.uuid(now)),
        user_id,
        name: device_name.to_owned(),
        key_thumbprint: proof.key.to_string(),
        created_at: now,
        last_seen_at: now,
    };
    let device = devices::remember(tx, &device).await?;
    http::origin::note_device(device.id);
    let policy = requirements::of_user(tx, user_id).await?.session;
    let tokens = tokens::begin(app, tx, &device, policy, now).await?;
    let customers: Vec<_> = memberships
        .iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| *customer)
        .collect();
    stopping::by_sign_in(tx, app, user_id, now).await?;
    everywhere::did(tx, app, &customers, AuditAction::SignedIn, user_id).await?;
    Ok(SignIn {
        id: SignInId::from_uuid(app.random.uuid(now)),
        next: NextStep::Session { tokens },
    })
}
