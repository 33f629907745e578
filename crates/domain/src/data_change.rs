//! Changing the name or the address of a person (rows S9 and S91, reading C3, lifts L1 and L2).
//!
//! A new address takes effect when it was confirmed through a link sent to the *old* one and through a
//! link sent to the *new* one: the first shows that it is the person, the second that the new mailbox is
//! theirs. A change of the name alone, which an administrator proposes, needs the old address only. A
//! link works once, for 48 hours, and a newer change replaces an older one.
//!
//! ```text
//!              old confirmed                 new confirmed
//! asked ─────────────────────▶ asked ─────────────────────▶ applied
//!    │        (in either order; without a new address the first is enough)
//!    ├── taken back, refused on a page, or replaced ──▶ superseded
//!    └── 48 hours ──▶ expired
//! ```

use std::time::Duration;

use crate::{invitation::LinkFault, timestamp::Timestamp, user::UserKind};

/// How long both links work.
pub const LIFETIME: Duration = Duration::from_hours(48);

/// What is remembered of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DataChange {
    /// Whether a new address must confirm.
    pub needs_new: bool,
    /// When the links run out.
    pub expires_at: Timestamp,
    /// When the old address confirmed.
    pub former_confirmed_at: Option<Timestamp>,
    /// When the new address confirmed.
    pub new_confirmed_at: Option<Timestamp>,
    /// When it took effect.
    pub applied_at: Option<Timestamp>,
    /// When it was taken back, refused or replaced.
    pub superseded_at: Option<Timestamp>,
}

/// Which link was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The one sent to the address that counts until now.
    Former,
    /// The one sent to the address that shall count.
    New,
}

/// What a confirmation leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The other side has not confirmed yet.
    Waits,
    /// Everybody has confirmed: the change takes effect.
    Applies,
}

/// An address can only be changed where there is one: an unverified user is converted instead (S93).
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an unverified user has no address to change")]
pub struct NoAddress;

/// Whether a person of this kind can change their address.
pub fn has_address(kind: UserKind) -> Result<(), NoAddress> {
    match kind {
        UserKind::Verified => Ok(()),
        UserKind::Unverified => Err(NoAddress),
    }
}

impl DataChange {
    /// Whether it still waits.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.applied_at.is_none() && self.superseded_at.is_none() && now < self.expires_at
    }

    fn confirmed_at(&self, side: Side) -> Option<Timestamp> {
        match side {
            Side::Former => self.former_confirmed_at,
            Side::New => self.new_confirmed_at,
        }
    }

    const fn needs(&self, side: Side) -> bool {
        match side {
            Side::Former => true,
            Side::New => self.needs_new,
        }
    }

    /// Whether the link of a side can be used now.
    pub fn check(&self, side: Side, now: Timestamp) -> Result<(), LinkFault> {
        if self.applied_at.is_some() || self.confirmed_at(side).is_some() {
            Err(LinkFault::Spent)
        } else if self.superseded_at.is_some() || !self.needs(side) {
            Err(LinkFault::Superseded)
        } else if self.expires_at <= now {
            Err(LinkFault::Expired)
        } else {
            Ok(())
        }
    }

    /// Confirms one side.
    pub fn confirm(&self, side: Side, now: Timestamp) -> Result<Step, LinkFault> {
        self.check(side, now)?;
        let other = match side {
            Side::Former => Side::New,
            Side::New => Side::Former,
        };
        if self.needs(other) && self.confirmed_at(other).is_none() {
            Ok(Step::Waits)
        } else {
            Ok(Step::Applies)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const OPEN: DataChange = DataChange {
        needs_new: true,
        expires_at: Timestamp::from_micros(1_700_000_000_000_000 + 48 * 3_600_000_000),
        former_confirmed_at: None,
        new_confirmed_at: None,
        applied_at: None,
        superseded_at: None,
    };

    #[test]
    fn c03_a_new_address_needs_both_links_in_either_order() {
        assert_eq!(OPEN.confirm(Side::Former, NOW), Ok(Step::Waits));
        assert_eq!(OPEN.confirm(Side::New, NOW), Ok(Step::Waits));
        let former = DataChange {
            former_confirmed_at: Some(NOW),
            ..OPEN
        };
        assert_eq!(former.confirm(Side::New, NOW), Ok(Step::Applies));
        assert_eq!(former.confirm(Side::Former, NOW), Err(LinkFault::Spent));
        let new = DataChange {
            new_confirmed_at: Some(NOW),
            ..OPEN
        };
        assert_eq!(new.confirm(Side::Former, NOW), Ok(Step::Applies));
        assert_eq!(new.confirm(Side::New, NOW), Err(LinkFault::Spent));
    }

    #[test]
    fn l02_a_name_needs_the_old_address_alone() {
        let name = DataChange {
            needs_new: false,
            ..OPEN
        };
        assert_eq!(name.confirm(Side::Former, NOW), Ok(Step::Applies));
        assert_eq!(name.check(Side::New, NOW), Err(LinkFault::Superseded));
    }

    #[test]
    fn a_change_ends_once_applied_replaced_or_after_48_hours() {
        let last = NOW + LIFETIME - Duration::from_micros(1);
        assert!(OPEN.is_open(last) && OPEN.check(Side::New, last).is_ok());
        let late = NOW + LIFETIME;
        assert!(!OPEN.is_open(late));
        assert_eq!(OPEN.check(Side::New, late), Err(LinkFault::Expired));
        let applied = DataChange {
            applied_at: Some(NOW),
            ..OPEN
        };
        let superseded = DataChange {
            superseded_at: Some(NOW),
            ..OPEN
        };
        for (ended, fault) in [
            (applied, LinkFault::Spent),
            (superseded, LinkFault::Superseded),
        ] {
            assert!(!ended.is_open(NOW));
            for side in [Side::Former, Side::New] {
                assert_eq!(ended.confirm(side, NOW), Err(fault));
            }
        }
    }

    #[test]
    fn only_verified_users_have_an_address() {
        assert!(has_address(UserKind::Verified).is_ok());
        assert_eq!(has_address(UserKind::Unverified), Err(NoAddress));
    }
}
