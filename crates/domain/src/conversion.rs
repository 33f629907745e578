//! Turning an unverified user into a verified one (rows S92 to S96, lift L14).
//!
//! Whoever got a mailbox can be converted at any time, whatever their status. The generated name is dead
//! at once and so is the password, which stays among the earlier ones; an activation link goes to the
//! address, and until it is used the user is one who was invited. A verified user never goes back:
//! links that somebody else hands over would be the weaker way to recover an account.

use crate::{deactivation::WrongStatus, user::UserKind, user_status::UserStatusKind};

/// Why a user is not converted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotConverted {
    /// They have an address already, and keep one (S92).
    #[error("a verified user stays verified")]
    AlreadyVerified,
    /// They lie in the bin.
    #[error(transparent)]
    WrongStatus(#[from] WrongStatus),
}

/// Whether a user of this kind and status can be given an address.
pub fn may_convert(kind: UserKind, status: UserStatusKind) -> Result<(), NotConverted> {
    if kind == UserKind::Verified {
        return Err(NotConverted::AlreadyVerified);
    }
    match status {
        UserStatusKind::Deleted => Err(WrongStatus(status).into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s092_s093_an_unverified_user_is_converted_at_any_time_and_a_verified_one_never() {
        for status in UserStatusKind::ALL {
            let unverified = may_convert(UserKind::Unverified, status);
            assert_eq!(unverified.is_ok(), status != UserStatusKind::Deleted);
            let verified = may_convert(UserKind::Verified, status);
            assert_eq!(verified, Err(NotConverted::AlreadyVerified));
        }
    }
}
