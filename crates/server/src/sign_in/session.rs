//! The last step: the session.

use keyholder_contract::session::SessionTokens;
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, DeviceId},
    second_factor::FactorMethod,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::AccessFacts,
    devices::{self, Device},
    users,
};
use serde_json::json;

use super::next::Run;
use crate::{
    App,
    auth::{Proof, stands},
    http::{self, ApiResult},
    recoveries::stopping,
    security_policy::requirements,
    sessions::{
        everywhere::{self, Event},
        tokens,
    },
};

/// Begins the session of a person who may come in, on the device of the proof.
pub(super) async fn begin(
    app: &App,
    tx: &WriteTransaction,
    proof: &Proof,
    run: &Run<'_>,
    memberships: &[(CustomerId, AccessFacts)],
) -> ApiResult<SessionTokens> {
    let now = app.now();
    let user_id = run.user.id;
    users::record_sign_in(tx, user_id, now).await?;
    let device = Device {
        id: DeviceId::from_uuid(app.random.uuid(now)),
        user_id,
        name: run.device_name.to_owned(),
        key_thumbprint: proof.key.to_string(),
        created_at: now,
        last_seen_at: now,
    };
    let device = devices::remember(tx, &device).await?;
    http::origin::note_device(device.id);
    let policy = requirements::of_user(tx, user_id).await?.session;
    let tokens = tokens::begin(app, tx, &device, run.factor, policy).await?;
    let customers: Vec<_> = memberships
        .iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| *customer)
        .collect();
    stopping::by_sign_in(tx, app, user_id, now).await?;
    let event = Event {
        actor_id: Some(user_id),
        action: AuditAction::SignedIn,
        target_id: Some(user_id),
        details: match run.factor.map(FactorMethod::code) {
            Some(code) => json!({ "second_factor": code }),
            None => json!({}),
        },
    };
    everywhere::noted(tx, app, &customers, &event).await?;
    Ok(tokens)
}
