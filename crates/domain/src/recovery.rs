//! The way back for an administrator who lost everything (reading C22): through an operator of the
//! payment provider, slowly and in sight of everybody.
//!
//! ```text
//!          waiting time over                 the operator sends the link
//! waiting ───────────────────▶ ready ───────────────────────────────────▶ finished
//!    │                            ├── 14 days ──▶ expired
//!    └──────────────┬─────────────┘
//!                   ▼
//!                stopped: the person signed in, somebody objected, or an operator took it back
//! ```
//!
//! When it begins, every administrator of the customer who has a mailbox is told, the person first, each
//! with a link that stops it. The link that the operator may send at the end is an administrator's reset
//! link: it lifts both locks ([`crate::password_reset`]) and no deactivation. Where the mailbox is dead,
//! the link goes to another address, which must have been confirmed before; then the old password and
//! every session end at once, so that the sign-in can only be activated anew.
//!
//! An operator never sees or sets a password. Second factors that are lost join in where a recovery
//! finishes; nothing of its contract speaks of them yet.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{timestamp::Timestamp, user_status::UserStatusKind};

/// How long everybody has to object, unless the service is set up otherwise.
pub const DEFAULT_WAIT: Duration = Duration::from_hours(72);
/// No setting makes it shorter: a weekend night must not be enough.
pub const LEAST_WAIT: Duration = Duration::from_hours(24);
/// No setting makes it longer.
pub const MOST_WAIT: Duration = Duration::from_hours(30 * 24);
/// How long the operator has to send the link once the waiting is over.
pub const READY_FOR: Duration = Duration::from_hours(14 * 24);
/// The longest reason and the longest note on the evidence, in characters.
pub const MAX_NOTE: usize = 500;
/// How many administrators of a customer are told at most.
pub const MAX_TOLD: usize = 50;

/// The waiting time for a number of hours, within the limits.
pub fn wait_of_hours(hours: u64) -> Duration {
    Duration::from_hours(hours.min(24 * 366)).clamp(LEAST_WAIT, MOST_WAIT)
}

/// What ended a recovery before the link was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum StoppedBy {
    /// The person signed in: nothing was lost.
    SignIn,
    /// Somebody used the link in the notice.
    Objection,
    /// An operator took it back.
    Operator,
}

impl StoppedBy {
    /// Every way.
    pub const ALL: [Self; 3] = [Self::SignIn, Self::Objection, Self::Operator];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Objection => "objection",
            Self::Operator => "operator",
        }
    }

    /// The way of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.code() == code)
    }
}

/// What is remembered of a recovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recovery {
    /// When everybody has had their time to object.
    pub ready_at: Timestamp,
    /// Whether the link goes to another address.
    pub needs_address: bool,
    /// When that address was confirmed.
    pub address_confirmed_at: Option<Timestamp>,
    /// What stopped it.
    pub stopped_by: Option<StoppedBy>,
    /// When the link was sent.
    pub finished_at: Option<Timestamp>,
}

/// How far a recovery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum RecoveryState {
    /// Everybody may still object.
    Waiting,
    /// The operator may send the link.
    Ready,
    /// The link was sent.
    Finished,
    /// It was stopped.
    Stopped,
    /// Nobody sent the link in time.
    Expired,
}

/// Whether something about a recovery is still to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum RecoveryStanding {
    /// It waits, or the link may be sent.
    Open,
    /// The link was sent, it was stopped, or nobody sent the link in time.
    Over,
}

/// What was ready at this moment or earlier, and was neither finished nor stopped, has run out.
pub fn expired_since(now: Timestamp) -> Timestamp {
    now - READY_FOR
}

/// Why the link cannot be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The waiting time is not over.
    #[error("the waiting time ends at {0}")]
    TooEarly(Timestamp),
    /// The new address was not confirmed.
    #[error("the new address was not confirmed")]
    AddressUnconfirmed,
    /// It was stopped, ran out, or the link was sent before.
    #[error("the recovery is over")]
    Over,
}

/// Whether an administrator in this status can be brought back. Whoever never set a password is invited
/// instead, and whoever was switched off stays so.
pub const fn is_possible(status: UserStatusKind) -> bool {
    crate::password_reset::is_due(status)
}

impl Recovery {
    /// How far it has come.
    pub fn state(&self, now: Timestamp) -> RecoveryState {
        if self.stopped_by.is_some() {
            RecoveryState::Stopped
        } else if self.finished_at.is_some() {
            RecoveryState::Finished
        } else if now < self.ready_at {
            RecoveryState::Waiting
        } else if now < self.ready_at + READY_FOR {
            RecoveryState::Ready
        } else {
            RecoveryState::Expired
        }
    }

    /// Whether it can still be stopped.
    pub fn is_open(&self, now: Timestamp) -> bool {
        matches!(
            self.state(now),
            RecoveryState::Waiting | RecoveryState::Ready
        )
    }

    /// Whether the operator may send the link now.
    pub fn may_finish(&self, now: Timestamp) -> Result<(), Refusal> {
        match self.state(now) {
            RecoveryState::Waiting => Err(Refusal::TooEarly(self.ready_at)),
            RecoveryState::Ready if self.needs_address && self.address_confirmed_at.is_none() => {
                Err(Refusal::AddressUnconfirmed)
            }
            RecoveryState::Ready => Ok(()),
            RecoveryState::Finished | RecoveryState::Stopped | RecoveryState::Expired => {
                Err(Refusal::Over)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp::from_micros(1_700_000_000_000_000);
    const TICK: Duration = Duration::from_micros(1);

    fn begun() -> Recovery {
        Recovery {
            ready_at: NOW + DEFAULT_WAIT,
            needs_address: false,
            address_confirmed_at: None,
            stopped_by: None,
            finished_at: None,
        }
    }

    #[test]
    fn c22_the_link_waits_for_the_last_moment_of_72_hours() {
        let one = begun();
        let ready = NOW + DEFAULT_WAIT;
        assert_eq!(one.may_finish(ready - TICK), Err(Refusal::TooEarly(ready)));
        assert_eq!(one.may_finish(ready), Ok(()));
        assert_eq!(one.may_finish(ready + READY_FOR - TICK), Ok(()));
        assert_eq!(one.state(ready + READY_FOR), RecoveryState::Expired);
        assert_eq!(one.may_finish(ready + READY_FOR), Err(Refusal::Over));
    }

    #[test]
    fn c22_no_setting_makes_the_waiting_short_or_endless() {
        assert_eq!(wait_of_hours(0), LEAST_WAIT);
        assert_eq!(wait_of_hours(72), DEFAULT_WAIT);
        assert_eq!(wait_of_hours(u64::MAX), MOST_WAIT);
    }

    #[test]
    fn c22_whatever_stops_it_stops_it_for_good() {
        for by in StoppedBy::ALL {
            let stopped = Recovery {
                stopped_by: Some(by),
                ..begun()
            };
            for at in [NOW, NOW + DEFAULT_WAIT] {
                assert!(!stopped.is_open(at));
                assert_eq!(stopped.may_finish(at), Err(Refusal::Over), "{by:?}");
            }
            assert_eq!(StoppedBy::from_code(by.code()), Some(by));
        }
        let finished = Recovery {
            finished_at: Some(NOW + DEFAULT_WAIT),
            ..begun()
        };
        assert_eq!(finished.may_finish(NOW + DEFAULT_WAIT), Err(Refusal::Over));
    }

    #[test]
    fn c22_another_address_must_be_confirmed_first() {
        let moving = Recovery {
            needs_address: true,
            ..begun()
        };
        let ready = NOW + DEFAULT_WAIT;
        assert_eq!(moving.may_finish(ready), Err(Refusal::AddressUnconfirmed));
        let confirmed = Recovery {
            address_confirmed_at: Some(NOW),
            ..moving
        };
        assert_eq!(confirmed.may_finish(ready), Ok(()));
        // Confirming shortens nothing.
        assert_eq!(confirmed.may_finish(NOW), Err(Refusal::TooEarly(ready)));
    }
}
