//! The password step: from name and password to a session, or to one and the same refusal.
//!
//! ```text
//! place    a place among those who wait for a hash, or 503
//! count    write transaction: the attempt is counted before anyone looks at the password; 429 for
//!          an address that was refused too often
//! verify   exactly one Argon2id, whoever was named, with no transaction open
//! admit    write transaction: status now, what comes next or the session, audit; or
//! refuse   write transaction: audit; the answer waits for a beat
//! ```
//!
//! Unknown, wrong, locked, pending and switched off differ in nothing that the caller can see.

use keyholder_contract::{problem::ErrorCode, session::SignIn};
use keyholder_domain::password_policy;
use zeroize::Zeroizing;

use super::{
    address_limit, admit,
    beat::Beat,
    count::{self, Counted},
    outcome::Outcome,
    refuse,
};
use crate::{App, auth::Proof, http::ApiResult, passwords::Verified};

/// What somebody typed, on which device.
pub(super) struct Attempt {
    pub(super) name: String,
    pub(super) password: Zeroizing<String>,
    pub(super) device_name: String,
}

/// Runs the step.
pub(super) async fn start(app: &App, proof: Proof, attempt: Attempt) -> ApiResult<SignIn> {
    let beat = Beat::begin();
    // First of all: what nobody has time to look at is not counted.
    let place = app.passwords.admit()?;
    let counted = count::count(app, &proof, &attempt.name).await?;
    let password = Zeroizing::new(password_policy::normalise(&attempt.password));
    let stored = counted.password_hash();
    let verified = place.verify(password.clone(), stored).await?;
    let outcome = match (&counted, verified) {
        (Counted::Known(known), Verified::Right { outdated }) => {
            let renewed = if outdated {
                Some(app.passwords.hash(password, &app.random).await?)
            } else {
                None
            };
            let outcome = admit::admit(app, &proof, known, renewed, &attempt.device_name).await?;
            if known.is_stranger() && !matches!(outcome, Outcome::Refused) {
                address_limit::give_back(app);
            }
            outcome
        }
        _ => Outcome::Refused,
    };
    match outcome {
        Outcome::Admitted(sign_in) => Ok(sign_in),
        // The password was right, so saying why gives nothing away.
        Outcome::LockedInactivity => Err(ErrorCode::LockedInactivity.into()),
        Outcome::Refused => {
            let refusal = refuse::refuse(app, &counted).await?;
            beat.over().await;
            Err(refusal)
        }
    }
}
