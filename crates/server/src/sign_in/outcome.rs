//! What a password step came to.

use keyholder_contract::session::SignIn;

/// How it ended.
pub(super) enum Outcome {
    /// With a session.
    Admitted(SignIn),
    /// The password was right, and too old everywhere.
    PasswordExpired,
    /// With the one refusal.
    Refused,
}
