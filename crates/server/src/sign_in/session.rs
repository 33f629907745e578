//! The last step: the session.

use keyholder_contract::session::SessionTokens;
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, DeviceId},
    second_factor::FactorMethod,
    sign_in_way::SignInWay,
    step_up::Proven,
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::AccessFacts,
    devices::{self, Device},
    external_identities, sessions, users,
};
use serde_json::{Map, Value};

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
    let factor = run.shown.factor;
    let tokens = tokens::begin(app, tx, &device, factor, policy).await?;
    let way = external_identities::sign_in_way(tx, user_id).await?;
    if run.shown.external && way == SignInWay::Password {
        // The provider may not have asked anybody: what is kept for a fresh proof asks for the password.
        // Who has none shows nothing else than this.
        let at = Timestamp::from_micros(0);
        let only = None;
        sessions::prove(tx, tokens.session_id, Proven { at, factor, only }).await?;
    }
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
        details: details(run),
    };
    everywhere::noted(tx, app, &customers, &event).await?;
    Ok(tokens)
}

/// What else is written down of a sign-in.
fn details(run: &Run<'_>) -> Value {
    let mut details = Map::new();
    if let Some(factor) = run.shown.factor.map(FactorMethod::code) {
        details.insert("second_factor".to_owned(), factor.into());
    }
    if run.shown.external {
        details.insert("way".to_owned(), "external".into());
    }
    if run.shown.passkey {
        details.insert("way".to_owned(), "passkey".into());
    }
    details.into()
}
