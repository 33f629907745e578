//! Switching a membership off and on (acceptance rows S45 and S48).

use crate::user_status::UserStatusKind;

/// The status does not allow the change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a user who is {0:?} cannot be switched that way")]
pub struct WrongStatus(pub UserStatusKind);

/// Whether a user in this status can be switched off: any but who is off or in the bin.
pub fn may_deactivate(status: UserStatusKind) -> Result<(), WrongStatus> {
    match status {
        UserStatusKind::Deactivated | UserStatusKind::Deleted => Err(WrongStatus(status)),
        _ => Ok(()),
    }
}

/// Whether a user in this status can be switched on again: only who is off.
pub fn may_reactivate(status: UserStatusKind) -> Result<(), WrongStatus> {
    match status {
        UserStatusKind::Deactivated => Ok(()),
        _ => Err(WrongStatus(status)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s048_off_and_on_are_each_others_inverse() {
        for status in UserStatusKind::ALL {
            let off = may_deactivate(status).is_ok();
            let on = may_reactivate(status).is_ok();
            assert_eq!(on, status == UserStatusKind::Deactivated);
            assert_eq!(off, !on && status != UserStatusKind::Deleted);
        }
    }
}
