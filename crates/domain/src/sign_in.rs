//! The steps of a sign-in, and what they lead to.
//!
//! Today: password, then session. Later factors become steps between the two; the wire format
//! (`next`) already allows for them.

use crate::user_status::UserStatusKind;

/// The longest sign-in name that is looked up, in bytes.
pub const MAX_NAME_BYTES: usize = 254;
/// The longest password that is hashed, in bytes.
pub const MAX_PASSWORD_BYTES: usize = 1_024;

/// What a password step leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasswordStep {
    /// A session.
    Session,
    /// The password was right but is too old everywhere the person belongs.
    PasswordExpired,
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
/// or the operator's own desk.
pub fn password_step(candidate: Candidate<'_>) -> PasswordStep {
    if !candidate.password_right {
        return PasswordStep::Refused;
    }
    if candidate.operator || candidate.statuses.contains(&UserStatusKind::Active) {
        return PasswordStep::Session;
    }
    if candidate
        .statuses
        .contains(&UserStatusKind::PasswordExpired)
    {
        return PasswordStep::PasswordExpired;
    }
    PasswordStep::Refused
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
                _ => PasswordStep::Refused,
            };
            assert_eq!(step(true, &[status]), expected);
            assert_eq!(step(true, &[UserStatusKind::Deactivated, status]), expected);
        }
        assert_eq!(step(true, &[]), PasswordStep::Refused);
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
