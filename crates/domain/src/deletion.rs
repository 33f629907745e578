//! Deleting a user, taking the deletion back, and erasing what is left (rows S12 to S14, readings C4
//! and C18, lift L4).
//!
//! ```text
//!            delete                     30 days
//! any status ──────▶ deleted (the bin) ──────────▶ erased
//!      ▲                    │
//!      └────── restore ─────┘
//! ```
//!
//! Deleting ends the access to one customer: the user leaves the lists, and every link and session that
//! led there is dead. Nothing else is lost yet, so a restored user is what they were before. Erasing
//! takes the membership away for good and, with the person's last membership, everything that is known
//! of the person. The audit log keeps the person's id, which is random and stands for nobody any more.

use std::time::Duration;

use crate::{deactivation::WrongStatus, timestamp::Timestamp, user_status::UserStatusKind};

/// How long a deleted user lies in the bin.
pub const RETENTION: Duration = Duration::from_hours(30 * 24);

/// Whether a user in this status can be deleted: any who is not deleted already.
pub fn may_delete(status: UserStatusKind) -> Result<(), WrongStatus> {
    match status {
        UserStatusKind::Deleted => Err(WrongStatus(status)),
        _ => Ok(()),
    }
}

/// Whether a user in this status can be taken out of the bin: only who lies there.
pub fn may_restore(status: UserStatusKind) -> Result<(), WrongStatus> {
    match status {
        UserStatusKind::Deleted => Ok(()),
        _ => Err(WrongStatus(status)),
    }
}

/// When a user who was deleted at a moment is erased.
pub fn erased_at(deleted_at: Timestamp) -> Timestamp {
    deleted_at + RETENTION
}

/// Users who were deleted at this moment or before are erased now.
pub fn erased_since(now: Timestamp) -> Timestamp {
    now - RETENTION
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn c04_deleted_and_restored_are_each_others_inverse() {
        for status in UserStatusKind::ALL {
            let deleted = status == UserStatusKind::Deleted;
            assert_eq!(may_restore(status).is_ok(), deleted);
            assert_eq!(may_delete(status).is_ok(), !deleted);
        }
    }

    #[test]
    fn l04_the_bin_keeps_for_thirty_days_to_the_microsecond() {
        let deleted = Timestamp::from_micros(1_700_000_000_000_000);
        let end = erased_at(deleted);
        assert_eq!(
            end.as_micros() - deleted.as_micros(),
            30 * 24 * 3_600_000_000
        );
        assert!(erased_since(end) >= deleted);
        assert!(erased_since(end - Duration::from_micros(1)) < deleted);
    }
}
