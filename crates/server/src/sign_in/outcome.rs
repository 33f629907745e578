//! What a password step came to.

use keyholder_contract::session::SignIn;

/// How it ended.
pub(super) enum Outcome {
    /// With a session, or with the next step.
    Admitted(SignIn),
    /// The password was right, and the person was away for too long.
    LockedInactivity,
    /// With the one refusal.
    Refused,
}
