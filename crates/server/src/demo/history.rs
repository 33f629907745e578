//! The year behind a sample person: the moments that make their status, and the log that tells it.

use std::time::Duration;

use keyholder_domain::{audit::AuditAction, timestamp::Timestamp};

use super::people::State;

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);

/// The moments in a person's life at a merchant.
pub(super) struct History {
    pub(super) created_at: Timestamp,
    pub(super) invited_at: Option<Timestamp>,
    pub(super) accepted_at: Option<Timestamp>,
    pub(super) password_changed_at: Option<Timestamp>,
    pub(super) last_sign_in_at: Option<Timestamp>,
    pub(super) locked_until: Option<Timestamp>,
    pub(super) deactivated_at: Option<Timestamp>,
    pub(super) deleted_at: Option<Timestamp>,
}

/// The history that leads to a state; `index` spreads people over the year.
pub(super) fn of(state: State, index: u32, now: Timestamp) -> History {
    let spread = HOUR * (index * 37 % 24);
    let ago = |days: u32| now - DAY * days - spread;
    let newcomer = |days: u32| History {
        created_at: ago(days),
        invited_at: None,
        accepted_at: None,
        password_changed_at: None,
        last_sign_in_at: None,
        locked_until: None,
        deactivated_at: None,
        deleted_at: None,
    };
    // Most people came during the year; the first ones at its beginning.
    let joined = 360_u32.saturating_sub(index * 5).max(130);
    let member = |changed: u32, seen: u32| History {
        invited_at: Some(ago(joined)),
        accepted_at: Some(ago(joined - 1)),
        password_changed_at: Some(ago(changed)),
        last_sign_in_at: Some(ago(seen)),
        ..newcomer(joined)
    };
    match state {
        State::Active => member(5 + index * 7 % 70, index * 3 % 17),
        State::NotInvited => newcomer(2 + index % 5),
        State::LinkSent => newcomer(1),
        State::LinkExpired => History {
            invited_at: Some(ago(9)),
            ..newcomer(9)
        },
        State::Deactivated => History {
            deactivated_at: Some(ago(20 + index % 9)),
            ..member(60, 35)
        },
        State::LockedAttempts => History {
            locked_until: Some(now + Duration::from_mins(28)),
            ..member(40, 1)
        },
        State::LockedInactivity => member(110, 110 + index % 9),
        State::PasswordExpired => member(95 + index % 20, 2 + index % 9),
        State::Deleted => History {
            deactivated_at: Some(ago(15)),
            deleted_at: Some(ago(12)),
            ..member(60, 40)
        },
    }
}

impl History {
    /// What the log says, in order: each with whether the person did it or an administrator.
    pub(super) fn events(&self, now: Timestamp) -> Vec<(Timestamp, AuditAction, By)> {
        let mut events = vec![(self.created_at, AuditAction::UserCreated, By::Administrator)];
        if let Some(at) = self.invited_at {
            let at = at + Duration::from_secs(40);
            events.push((at, AuditAction::UserInvited, By::Administrator));
        }
        if let (Some(accepted), Some(last)) = (self.accepted_at, self.last_sign_in_at) {
            events.push((accepted, AuditAction::UserActivated, By::Themselves));
            let mut at = accepted + DAY * 2;
            while at < last {
                events.push((at, AuditAction::SignedIn, By::Themselves));
                at = at + DAY * 19;
            }
            events.push((last, AuditAction::SignedIn, By::Themselves));
        }
        if self.locked_until.is_some() {
            for attempt in 0..5 {
                let at = now - Duration::from_secs(180 - attempt * 12);
                events.push((at, AuditAction::SignInFailed, By::Nobody));
            }
            let at = now - Duration::from_mins(2);
            events.push((at, AuditAction::UserLocked, By::Nobody));
        }
        if let Some(at) = self.deactivated_at {
            events.push((at, AuditAction::UserDeactivated, By::Administrator));
        }
        events
    }
}

/// Who is behind an entry of the log.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Administrator,
    Themselves,
    Nobody,
}
