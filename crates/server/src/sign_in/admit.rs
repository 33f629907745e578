//! The password was right: the session, if there is anywhere to go.

use keyholder_contract::session::{NextStep, SignIn};
use keyholder_domain::{
    audit::AuditAction,
    ids::{DeviceId, SignInId},
    sign_in::{self, Candidate, PasswordStep},
    user_status::{self, StatusPolicy},
};
use keyholder_store::{
    access_facts, credentials,
    devices::{self, Device},
    sign_in_attempts, users,
};

use super::{count::Known, outcome::Outcome};
use crate::{
    App,
    auth::{Proof, stands},
    http::ApiResult,
    sessions::{everywhere, tokens},
};

/// Decides and, if the person may come in, begins the session. `renewed` is the password's hash
/// with today's parameters, where the stored one is outdated.
pub(super) async fn admit(
    app: &App,
    proof: &Proof,
    known: &Known,
    renewed: Option<String>,
    device_name: &str,
) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let user = &known.user;
    let memberships = access_facts::of_user(&tx, user.id).await?;
    let statuses: Vec<_> = memberships
        .iter()
        .map(|(_, facts)| {
            let mut facts = facts.status;
            // Whether this device is locked out was decided when the attempt was counted; a lock
            // that strangers caused does not concern it.
            facts.locked_until = None;
            user_status::of(&facts, StatusPolicy::PAYMENTS, now).kind()
        })
        .collect();
    match sign_in::password_step(Candidate {
        password_right: true,
        operator: user.operator,
        statuses: &statuses,
    }) {
        PasswordStep::Session => {}
        PasswordStep::PasswordExpired => {
            // The password was right: nobody guessed.
            sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
            tx.commit().await?;
            return Ok(Outcome::PasswordExpired);
        }
        PasswordStep::Refused => return Ok(Outcome::Refused),
    }

    sign_in_attempts::clear(&tx, user.id, &known.bucket).await?;
    if known.is_stranger() && user.locked_until.is_some() {
        users::set_locked_until(&tx, user.id, None).await?;
    }
    if let (Some(before), Some(after)) = (&known.password_hash, renewed) {
        credentials::rehash(&tx, user.id, before, &after).await?;
    }
    users::record_sign_in(&tx, user.id, now).await?;
    let device = Device {
        id: DeviceId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        name: device_name.to_owned(),
        key_thumbprint: proof.key.to_string(),
        created_at: now,
        last_seen_at: now,
    };
    let device = devices::remember(&tx, &device).await?;
    let tokens = tokens::begin(app, &tx, &device, now).await?;
    let customers: Vec<_> = memberships
        .iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| *customer)
        .collect();
    everywhere::did(&tx, app, &customers, AuditAction::SignedIn, user.id).await?;
    tx.commit().await?;
    Ok(Outcome::Admitted(SignIn {
        id: SignInId::from_uuid(app.random.uuid(now)),
        next: NextStep::Session { tokens },
    }))
}
