//! Confirming a sign-in, or a step-up, on another device (decisions 42 and 49): when a request may be raised,
//! and what becomes of it.
//!
//! ```text
//!            right number               ┌──▶ approved   counts once, for 60 s
//! raise ──▶ open ── "Not me" ───────────┼──▶ refused    no more requests for 10 min
//!            │  └── third wrong number ─┼──▶ void
//!            │  └── a newer request ────┼──▶ superseded
//!            └───── 60 s ───────────────┴──▶ lapsed
//! ```
//!
//! The six digits that the sign-in shows are typed on the device. Whoever knows a password may raise
//! requests, so these are few: three that were not approved within ten minutes, one of them open.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::{second_factor::Held, timestamp::Timestamp};

mod action;
mod purpose;
#[cfg(test)]
mod tests;

pub use action::{AuthRequestAction, AuthRequestObject};
pub use purpose::{NoPurpose, Purpose};

/// How long a request can be answered.
pub const LIFETIME: Duration = Duration::from_mins(1);

/// How long an approval is taken, counted from the answer.
pub const APPROVAL_LIFETIME: Duration = Duration::from_mins(1);

/// So many wrong numbers void a request.
pub const MAX_WRONG_NUMBERS: u32 = 3;

/// The time in which requests are counted.
pub const WINDOW: Duration = Duration::from_mins(10);

/// The most requests within [`WINDOW`] that were not approved.
pub const MAX_IN_WINDOW: usize = 3;

/// The most devices that a person has enrolled.
pub const MAX_DEVICES: usize = 10;

/// What became of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AuthRequestState {
    /// It waits for an answer.
    Open,
    /// The right number was typed.
    Approved,
    /// The person said that it was not them.
    Refused,
    /// Too many wrong numbers were typed.
    Void,
    /// A newer request took its place, or the sign-in is over.
    Superseded,
    /// Its time is over.
    Lapsed,
}

impl AuthRequestState {
    /// Every state.
    pub const ALL: [Self; 6] = [
        Self::Open,
        Self::Approved,
        Self::Refused,
        Self::Void,
        Self::Superseded,
        Self::Lapsed,
    ];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Void => "void",
            Self::Superseded => "superseded",
            Self::Lapsed => "lapsed",
        }
    }

    /// The state of a word.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A request, as far as the rule is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AuthRequest {
    /// When it was raised.
    pub raised_at: Timestamp,
    /// What was noted of it last; see [`AuthRequest::state_at`].
    pub state: AuthRequestState,
    /// How many wrong numbers were typed.
    pub wrong_numbers: u32,
    /// When it was answered; none while it is open.
    pub decided_at: Option<Timestamp>,
}

impl AuthRequest {
    /// A request that is raised now.
    pub const fn raised(now: Timestamp) -> Self {
        Self {
            raised_at: now,
            state: AuthRequestState::Open,
            wrong_numbers: 0,
            decided_at: None,
        }
    }

    /// Until when it can be answered, or, once it is approved, until when that is taken.
    pub fn expires_at(self) -> Timestamp {
        match (self.state, self.decided_at) {
            (AuthRequestState::Approved, Some(at)) => at + APPROVAL_LIFETIME,
            _ => self.raised_at + LIFETIME,
        }
    }

    /// How it stands. A clock that stands before its beginning makes it lapse: nobody knows how long
    /// ago that was.
    pub fn state_at(self, now: Timestamp) -> AuthRequestState {
        let since = self.decided_at.unwrap_or(self.raised_at);
        let timely = since <= now && now < self.expires_at();
        match self.state {
            AuthRequestState::Open | AuthRequestState::Approved if !timely => {
                AuthRequestState::Lapsed
            }
            state => state,
        }
    }

    /// How many numbers can still be typed.
    pub const fn tries_left(self) -> u32 {
        MAX_WRONG_NUMBERS.saturating_sub(self.wrong_numbers)
    }
}

/// Whether a request may be raised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raising {
    /// It may, and supersedes the one that is open.
    Now,
    /// Not yet.
    Wait {
        /// Until when.
        until: Timestamp,
    },
}

/// Decides whether one more request may be raised for a person with these, in any order.
pub fn raising(before: &[AuthRequest], now: Timestamp) -> Raising {
    let mut raised = Vec::new();
    let mut until = None;
    for request in before {
        match (request.state, request.decided_at) {
            (AuthRequestState::Approved, _) => continue,
            (AuthRequestState::Refused, Some(at)) => until = until.max(Some(at + WINDOW)),
            _ => {}
        }
        raised.push(request.raised_at + WINDOW);
    }
    // The one whose leaving makes room.
    raised.sort_unstable_by(|one, other| other.cmp(one));
    until = until.max(raised.get(MAX_IN_WINDOW - 1).copied());
    match until {
        Some(until) if until > now => Raising::Wait { until },
        _ => Raising::Now,
    }
}

/// What somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// The number that the other side shows.
    Number {
        /// Whether it is that one.
        right: bool,
    },
    /// That it was not them.
    NotMe,
}

/// Answers a request; gives it as it stands then. One that is still open was answered with a wrong
/// number. Fails with its state where it takes no answer any more.
pub fn answer(
    request: AuthRequest,
    answer: Answer,
    now: Timestamp,
) -> Result<AuthRequest, AuthRequestState> {
    match request.state_at(now) {
        AuthRequestState::Open => {}
        over => return Err(over),
    }
    let decided = |state| AuthRequest {
        state,
        decided_at: Some(now),
        ..request
    };
    Ok(match answer {
        Answer::Number { right: true } => decided(AuthRequestState::Approved),
        Answer::NotMe => decided(AuthRequestState::Refused),
        Answer::Number { right: false } => {
            let wrong_numbers = request.wrong_numbers.saturating_add(1);
            let after = if wrong_numbers < MAX_WRONG_NUMBERS {
                request
            } else {
                decided(AuthRequestState::Void)
            };
            AuthRequest {
                wrong_numbers,
                ..after
            }
        }
    })
}

/// Whether a device sees and answers the requests of its owner: never those that it raised itself.
pub const fn is_asked(enrolled: bool, raised_it: bool) -> bool {
    enrolled && !raised_it
}

/// Whether somebody who holds this may enrol a device: it stands beside an app or a passkey, which is the
/// way back where the device is lost.
pub const fn may_enrol(held: Held) -> bool {
    held.is_active()
}

/// What becomes of the enrolments when somebody reports that their password leaked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterLeak {
    /// They end: whoever had the password may have enrolled one of the devices.
    End,
    /// They stay: the person has looked at them.
    Stay,
}

/// Decides it. They stay only for somebody who knows that they are there and says that they are theirs.
pub const fn after_leak(kept_knowingly: bool) -> AfterLeak {
    if kept_knowingly {
        AfterLeak::Stay
    } else {
        AfterLeak::End
    }
}
