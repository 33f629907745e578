//! The steps of a sign-in, and what they lead to.
//!
//! Password, a new password where it has expired, then session. Later factors become steps between
//! the two; the wire format (`next`) already allows for them.
//!
//! A person may belong to several customers. The strictest policy applies (C18): where the password
//! is too old, or the person too long away, for one customer that would let them in, it is so for
//! the sign-in.

use std::time::Duration;

use crate::user_status::UserStatusKind;

/// How long a sign-in waits for its next step.
pub const STEP_LIFETIME: Duration = Duration::from_mins(10);

/// The longest sign-in name that is looked up, in bytes.
pub const MAX_NAME_BYTES: usize = 254;
/// The longest password that is hashed, in bytes.
pub const MAX_PASSWORD_BYTES: usize = 1_024;

/// What a password step leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordStep {
    /// A session.
    Session,
    /// The password was right but is too old for somewhere the person belongs.
    PasswordExpired,
    /// The password was right, and the person was away for too long (S80). Saying so gives nothing
    /// away to whoever knows the password.
    LockedInactivity,
    /// One and the same refusal, whether name, password or status is the reason.
    Refused,
}

/// Who is trying to sign in, after the password was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// Whether the password was right and the attempt was not locked.
    pub password_right: bool,
    /// Whether the person works for the payment provider.
    pub operator: bool,
    /// The person's status at each customer.
    pub statuses: &'a [UserStatusKind],
}

/// Decides on a password step. A person gets in if there is anywhere to go: an active membership,
/// or the operator's own desk; and if no customer that would let them in asks for more.
pub fn password_step(candidate: Candidate<'_>) -> PasswordStep {
    if !candidate.password_right {
        return PasswordStep::Refused;
    }
    let somewhere = |status| candidate.statuses.contains(&status);
    if somewhere(UserStatusKind::LockedInactivity) {
        PasswordStep::LockedInactivity
    } else if somewhere(UserStatusKind::PasswordExpired) {
        PasswordStep::PasswordExpired
    } else if candidate.operator || somewhere(UserStatusKind::Active) {
        PasswordStep::Session
    } else {
        PasswordStep::Refused
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(password_right: bool, statuses: &[UserStatusKind]) -> PasswordStep {
        password_step(Candidate {
            password_right,
            operator: false,
            statuses,
        })
    }

    #[test]
    fn only_a_right_password_and_somewhere_to_go_lead_to_a_session() {
        for status in UserStatusKind::ALL {
            assert_eq!(step(false, &[status]), PasswordStep::Refused);
            let expected = match status {
                UserStatusKind::Active => PasswordStep::Session,
                UserStatusKind::PasswordExpired => PasswordStep::PasswordExpired,
                UserStatusKind::LockedInactivity => PasswordStep::LockedInactivity,
                _ => PasswordStep::Refused,
            };
            assert_eq!(step(true, &[status]), expected);
            assert_eq!(step(true, &[UserStatusKind::Deactivated, status]), expected);
        }
        assert_eq!(step(true, &[]), PasswordStep::Refused);
    }

    #[test]
    fn c18_the_strictest_customer_decides() {
        use UserStatusKind::{Active, Deactivated, LockedInactivity, PasswordExpired};
        assert_eq!(
            step(true, &[Active, PasswordExpired]),
            PasswordStep::PasswordExpired
        );
        assert_eq!(
            step(true, &[Active, PasswordExpired, LockedInactivity]),
            PasswordStep::LockedInactivity
        );
        assert_eq!(step(true, &[Active, Deactivated]), PasswordStep::Session);
    }

    #[test]
    fn an_operator_needs_no_membership() {
        let operator = Candidate {
            password_right: true,
            operator: true,
            statuses: &[],
        };
        assert_eq!(password_step(operator), PasswordStep::Session);
        assert_eq!(
            password_step(Candidate {
                password_right: false,
                ..operator
            }),
            PasswordStep::Refused
        );
    }
}
