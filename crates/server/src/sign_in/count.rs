//! Counting an attempt before anyone looks at the password (S73, `security.md` rows 10 and 11).
//!
//! Wrong passwords of a known device count apart from those of all strangers, so that strangers who
//! lock an account do not lock its owner out.

use keyholder_domain::{
    lockout::{self, Attempts},
    text,
};
use keyholder_store::{credentials, devices, sign_in_attempts, users::User};

use super::address_limit;
use crate::{App, auth::Proof, http::ApiResult, security_policy::requirements};

/// The bucket of every device that the user has not signed in with before.
pub(crate) const STRANGERS: &str = "strangers";

/// Who the attempt is about.
pub(super) enum Counted {
    /// Nobody: no such name.
    Unknown,
    /// A user whose bucket is locked: the password does not matter.
    Locked(User),
    /// A user whose password is now verified.
    Known(Known),
}

/// A counted attempt.
pub(super) struct Known {
    pub(super) user: User,
    pub(super) password_hash: Option<String>,
    /// Where it was counted.
    pub(super) bucket: String,
    /// What is remembered unless the password turns out to be right.
    pub(super) attempts: Attempts,
}

impl Known {
    /// Whether the device had never signed in before.
    pub(super) fn is_stranger(&self) -> bool {
        self.bucket == STRANGERS
    }
}

impl Counted {
    /// What to verify against; nothing means the dummy.
    pub(super) fn password_hash(&self) -> Option<String> {
        match self {
            Self::Known(known) => known.password_hash.clone(),
            Self::Unknown | Self::Locked(_) => None,
        }
    }
}

/// Counts the attempt, durably.
pub(super) async fn count(app: &App, proof: &Proof, name: &str) -> ApiResult<Counted> {
    let tx = app.begin_write(proof).await?;
    let counted = match find(&tx, name).await? {
        None => {
            address_limit::take(app)?;
            Counted::Unknown
        }
        Some(subject) => {
            let user = subject.user;
            let key = proof.key.to_string();
            let device = devices::find(&tx, user.id, &key).await?;
            // A known device has only its own counter: nobody who shares its address holds it back.
            if device.is_none() {
                address_limit::take(app)?;
            }
            let bucket =
                device.map_or_else(|| STRANGERS.to_owned(), |device| device.key_thumbprint);
            let before = sign_in_attempts::lock(&tx, user.id, &bucket).await?;
            let policy = requirements::of_user(&tx, user.id).await?.lockout;
            let now = app.now();
            match lockout::attempt(before, policy, now) {
                lockout::Attempt::Locked { .. } => Counted::Locked(user),
                lockout::Attempt::Counted(attempts) => {
                    sign_in_attempts::save(&tx, user.id, &bucket, attempts, now).await?;
                    Counted::Known(Known {
                        user,
                        password_hash: subject.password_hash,
                        bucket,
                        attempts,
                    })
                }
            }
        }
    };
    tx.commit().await?;
    Ok(counted)
}

async fn find(
    tx: &keyholder_store::WriteTransaction,
    name: &str,
) -> ApiResult<Option<credentials::SignInSubject>> {
    // No name holds control characters, and a database cannot even be asked for one with NUL.
    if name.chars().any(text::is_forbidden_in_line) {
        return Ok(None);
    }
    Ok(credentials::find_by_sign_in_name(tx, &text::fold(name)).await?)
}
