//! Counting an attempt before anyone looks at the password (S73, `security.md` rows 10 and 11).
//!
//! Wrong passwords of a known device count apart from those of all strangers, so that strangers who
//! lock an account do not lock its owner out.

use keyholder_domain::{
    ids::UserId,
    lockout::{self, Attempts},
    text,
};
use keyholder_store::{credentials, devices, sign_in_attempts, users::User};

use super::address_limit;
use crate::{App, auth::Proof, http::ApiResult, security_policy::requirements};

/// The bucket of every device that the user has not signed in with before.
pub(crate) const STRANGERS: &str = "strangers";

/// How many cells there are for the names that nobody has.
const CELLS: u16 = 4_096;

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

/// Counts the attempt, durably. What the database is asked, and what is written, is the same for
/// whoever is named and for a name that nobody has: the time tells nobody who exists.
pub(super) async fn count(app: &App, proof: &Proof, name: &str) -> ApiResult<Counted> {
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let subject = find(&tx, name).await?;
    let user_id = subject
        .as_ref()
        .map_or_else(|| nobody(app), |subject| subject.user.id);
    let key = proof.key.to_string();
    let device = devices::find(&tx, user_id, &key).await?;
    // A known device has only its own counter: nobody who shares its address holds it back.
    if device.is_none() {
        address_limit::take(app)?;
    }
    let bucket = device.map_or_else(|| STRANGERS.to_owned(), |device| device.key_thumbprint);
    let cell = cell(app, name);
    let before = match subject {
        Some(_) => sign_in_attempts::lock(&tx, user_id, &bucket).await?,
        None => sign_in_attempts::lock_unknown(&tx, cell).await?,
    };
    let policy = requirements::of_user(&tx, user_id).await?.lockout;
    let attempt = lockout::attempt(before, policy, now);
    // What is locked is saved as it was.
    let after = match attempt {
        lockout::Attempt::Locked { .. } => before,
        lockout::Attempt::Counted(attempts) => attempts,
    };
    match subject {
        Some(_) => sign_in_attempts::save(&tx, user_id, &bucket, after, now).await?,
        None => sign_in_attempts::save_unknown(&tx, cell, after, now).await?,
    }
    tx.commit().await?;
    Ok(match (subject, attempt) {
        (None, _) => Counted::Unknown,
        (Some(subject), lockout::Attempt::Locked { .. }) => Counted::Locked(subject.user),
        (Some(subject), lockout::Attempt::Counted(attempts)) => Counted::Known(Known {
            user: subject.user,
            password_hash: subject.password_hash,
            bucket,
            attempts,
        }),
    })
}

/// An id that nobody has, for the questions that are asked of everybody.
pub(super) fn nobody(app: &App) -> UserId {
    UserId::from_uuid(app.random.uuid(app.now()))
}

/// Where wrong passwords for a name that nobody has are counted. Nobody outside can foresee which
/// names share a cell.
fn cell(app: &App, name: &str) -> u16 {
    let seal = app.keys.seal("unknown-name", text::fold(name).as_bytes());
    u16::from_be_bytes([seal[0], seal[1]]) % CELLS
}

async fn find(
    tx: &keyholder_store::WriteTransaction,
    name: &str,
) -> ApiResult<Option<credentials::SignInSubject>> {
    // No name holds control characters, and a database cannot even be asked for one with NUL; it is
    // asked for the empty name, which nobody has.
    let odd = name.chars().any(text::is_forbidden_in_line);
    let folded = if odd { String::new() } else { text::fold(name) };
    Ok(credentials::find_by_sign_in_name(tx, &folded).await?)
}
