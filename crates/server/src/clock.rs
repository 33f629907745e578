//! The one place that reads the system's time.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, SystemTime},
};

use keyholder_domain::timestamp::Timestamp;

/// Where the service takes the time from.
#[derive(Clone, Debug)]
pub enum Clock {
    /// The operating system.
    System,
    /// A hand that tests turn.
    Manual(ManualClock),
}

/// A clock that stands still until it is moved. Copies share the hand.
#[derive(Clone, Debug)]
pub struct ManualClock(Arc<AtomicI64>);

impl Clock {
    /// The moment that it is.
    pub fn now(&self) -> Timestamp {
        match self {
            Self::System => system_now(),
            Self::Manual(manual) => manual.now(),
        }
    }
}

impl ManualClock {
    /// A clock that stands at a moment.
    pub fn at(moment: Timestamp) -> Self {
        Self(Arc::new(AtomicI64::new(moment.as_micros())))
    }

    /// The moment that it shows.
    pub fn now(&self) -> Timestamp {
        Timestamp::from_micros(self.0.load(Ordering::SeqCst))
    }

    /// Turns the hand forward.
    pub fn advance(&self, by: Duration) {
        self.set(self.now() + by);
    }

    /// Turns the hand to a moment, backward too.
    pub fn set(&self, moment: Timestamp) {
        self.0.store(moment.as_micros(), Ordering::SeqCst);
    }
}

/// A clock that stands before 1970 reads as 1970.
fn system_now() -> Timestamp {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that reads the system's time"
    )]
    let since_1970 = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    Timestamp::from_micros(i64::try_from(since_1970.as_micros()).unwrap_or(i64::MAX))
}
