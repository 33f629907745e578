//! The steps of a sign-in, and what they lead to.
//!
//! ```text
//! password ──▶ second factor ──▶ new password ──▶ set-up ──────▶ session
//! or another   if an app or a   if expired       if asked for
//! provider     passkey is           ▲            and neither an app
//!              there, or codes      │            nor a passkey there
//!              are mailed           │
//! passkey in place of both ─────────┘
//! ```
//!
//! Another provider stands in for the password, and for nothing else (C14): the second factor is the one
//! that was set up here. A passkey that has verified its user stands in for both. An expired password is
//! renewed by whoever knows it, so that whoever holds the account at the provider, or a passkey, does not
//! come to hold the password here too.
//!
//! One function says what comes next: [`next_step`]. It is asked after each step, with what this run
//! has shown so far and with the facts as they stand at that moment, never with what an earlier step
//! found. Whoever skips a step, takes steps in another order, begins anew or is overtaken by a change
//! is therefore told the same as everybody else with these facts; the model test walks all of that.
//!
//! A person may belong to several customers. The strictest policy applies (C18): where the password
//! is too old, or the person too long away, for one customer that would let them in, it is so for
//! the sign-in.

use std::time::Duration;

use crate::{
    second_factor::{FactorMethod, Held},
    user_status::UserStatusKind,
};

/// How long a sign-in waits for its next step.
pub const STEP_LIFETIME: Duration = Duration::from_mins(10);

/// After so many wrong codes a sign-in is over, and begins again with the password.
pub const MAX_WRONG_CODES: u32 = 5;

/// Whether so many wrong codes end a sign-in.
pub const fn is_over(wrong_codes: u32) -> bool {
    wrong_codes >= MAX_WRONG_CODES
}

/// The longest sign-in name that is looked up, in bytes.
pub const MAX_NAME_BYTES: usize = 254;
/// The longest password that is hashed, in bytes.
pub const MAX_PASSWORD_BYTES: usize = 1_024;

/// What one run of the steps has shown so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Whether the password was right, the attempt not locked, and the password is still the same.
    pub password: bool,
    /// Whether another provider vouched for an identity that is linked to the person, and still is.
    pub external: bool,
    /// Whether a passkey of the person, which has verified its user, stood in for the password. It is the
    /// second factor too.
    pub passkey: bool,
    /// The second factor that was shown.
    pub factor: Option<FactorMethod>,
}

impl Shown {
    /// What a passkey in place of the password shows.
    pub const PASSKEY: Self = Self {
        password: false,
        external: false,
        passkey: true,
        factor: Some(FactorMethod::Passkey),
    };
}

/// Who is signing in, as it stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Whether the person works for the payment provider.
    pub operator: bool,
    /// The person's status at each customer.
    pub statuses: &'a [UserStatusKind],
    /// What they could show as a second factor.
    pub held: Held,
    /// Whether one of their customers asks for a second factor
    /// ([`crate::second_factor_requirement::is_asked_of`]).
    pub factor_required: bool,
}

/// What a sign-in comes to next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A session.
    Session,
    /// The second factor is asked for (S107).
    SecondFactor,
    /// Everything shown was right, but the password is too old for somewhere the person belongs.
    PasswordExpired,
    /// Everything shown was right, but the password is too old, and it was not the password that was shown:
    /// the person signs in with it and sets a new one.
    PasswordNeeded,
    /// Everything shown was right, and an authenticator is to be set up before anything else (S113).
    SetUpSecondFactor,
    /// What was shown was right, and the person was away for too long (S80). Saying so gives nothing
    /// away to whoever has shown it.
    LockedInactivity,
    /// One and the same refusal, whether name, password or status is the reason.
    Refused,
}

/// Decides what comes next. A person gets in if there is anywhere to go: an active membership, or the
/// operator's own desk; and if neither they nor a customer that would let them in asks for more.
pub fn next_step(shown: Shown, candidate: Candidate<'_>) -> Step {
    if !shown.password && !shown.external && !shown.passkey {
        return Step::Refused;
    }
    let somewhere = |status| candidate.statuses.contains(&status);
    let expired = somewhere(UserStatusKind::PasswordExpired);
    if somewhere(UserStatusKind::LockedInactivity) {
        Step::LockedInactivity
    } else if !(candidate.operator || expired || somewhere(UserStatusKind::Active)) {
        Step::Refused
    } else if !candidate.held.is_satisfied_by(shown.factor) {
        Step::SecondFactor
    } else if expired {
        if shown.password {
            Step::PasswordExpired
        } else {
            Step::PasswordNeeded
        }
    } else if candidate.factor_required && !candidate.held.is_active() {
        Step::SetUpSecondFactor
    } else {
        Step::Session
    }
}

#[cfg(test)]
mod model;
#[cfg(test)]
mod tests;
