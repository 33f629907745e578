//! Hashing passwords: Argon2id, a bounded number at a time, exactly one per attempt.
//!
//! A hash costs about 100 ms of one core and 64 MiB. As many run at once as there are cores; a
//! bounded number of attempts waits, the rest is told to come back. Whoever is named, an attempt
//! verifies one hash: that of the user, or a dummy with the same parameters.
//!
//! Whoever counts attempts asks for a [`Place`] first: an attempt that nobody has time for is not
//! counted, or a flood of them would lock people whose passwords were never looked at.

mod argon2id;
mod threads;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::available_parallelism,
};

use argon2::{Block, password_hash::phc::PasswordHash};
use keyholder_contract::problem::ErrorCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use zeroize::Zeroizing;

use self::threads::Threads;
use crate::{
    http::{ApiError, ApiResult},
    random::Random,
};

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// What RFC 9106, section 4, recommends where memory is scarce. The service knows no setting for another
    /// (decision 0060).
    pub const STANDARD: Self = Self {
        memory: 64 * 1024,
        passes: 3,
        lanes: 4,
    };

    /// The least that Argon2id can be asked for (RFC 9106, section 3.1), for tests that are about something
    /// else. No setting leads to it.
    pub const LEAST: Self = Self {
        memory: 8,
        passes: 1,
        lanes: 1,
    };
}

/// How many hashes are computed at once, and how many attempts wait for that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// At once; each takes the memory of its [`Cost`].
    pub running: usize,
    /// Waiting; more are turned away.
    pub waiting: usize,
}

impl Bound {
    /// As many at once as this machine has cores.
    pub fn of_this_machine() -> Self {
        let cores = available_parallelism().map_or(1, usize::from);
        Self {
            running: cores,
            waiting: cores * WAITING_PER_CORE,
        }
    }
}

/// How many attempts may wait for a free core, for each core; about two seconds of work.
const WAITING_PER_CORE: usize = 20;

/// Hashes and verifies passwords. Copies share the bound.
#[derive(Clone)]
pub struct Passwords(Arc<Shared>);

struct Shared {
    cost: Cost,
    /// A hash that no password gives, with the parameters of every other.
    dummy: String,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
    threads: Threads,
    count: AtomicU64,
    /// How many are being computed now, and the most there ever were.
    now: AtomicU64,
    peak: AtomicU64,
}

/// The right to one hash, sooner or later.
#[must_use]
pub struct Place {
    shared: Arc<Shared>,
    admitted: OwnedSemaphorePermit,
}

/// What verifying found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Not the password.
    Wrong,
    /// The password.
    Right {
        /// Whether its hash was made with other parameters than today's and is due for renewal.
        outdated: bool,
    },
}

impl Passwords {
    /// A hasher for this machine.
    pub fn new(random: &Random) -> ApiResult<Self> {
        Self::with(random, Cost::STANDARD, Bound::of_this_machine())
    }

    /// A hasher of another cost or bound: for tests, which hash much and protect nobody.
    pub fn with(random: &Random, cost: Cost, bound: Bound) -> ApiResult<Self> {
        // Not computed: nobody knows a password for it, and the start waits for none.
        let dummy = argon2id::text(cost, &random.bytes(), &random.bytes())?;
        Ok(Self(Arc::new(Shared {
            cost,
            dummy,
            running: Arc::new(Semaphore::new(bound.running)),
            admitted: Arc::new(Semaphore::new(bound.running + bound.waiting)),
            threads: Threads::start(bound.running).map_err(ApiError::internal)?,
            count: AtomicU64::new(0),
            now: AtomicU64::new(0),
            peak: AtomicU64::new(0),
        })))
    }

    /// A place among those who wait for a hash; an error that says when to come back where there is
    /// none.
    pub fn admit(&self) -> ApiResult<Place> {
        let admitted = Arc::clone(&self.0.admitted).try_acquire_owned();
        Ok(Place {
            shared: Arc::clone(&self.0),
            admitted: admitted.map_err(|_| ApiError::unavailable(2))?,
        })
    }

    /// Hashes a new password (already normalised) as a PHC string.
    pub async fn hash(&self, password: Zeroizing<String>, random: &Random) -> ApiResult<String> {
        let salt = random.bytes::<16>();
        self.admit()?
            .run(move |shared, memory| {
                argon2id::hash(shared.cost, password.as_bytes(), &salt, memory)
            })
            .await?
    }

    /// How many hashes were computed since the start; tests hold it against the attempts.
    pub fn count(&self) -> u64 {
        self.0.count.load(Ordering::SeqCst)
    }

    /// The most hashes that were ever computed at once.
    pub fn peak(&self) -> u64 {
        self.0.peak.load(Ordering::SeqCst)
    }
}

impl Place {
    /// Verifies a password (already normalised) against a PHC string, or against the dummy where
    /// there is none; then the answer is always [`Verified::Wrong`].
    pub async fn verify(
        self,
        password: Zeroizing<String>,
        stored: Option<String>,
    ) -> ApiResult<Verified> {
        self.run(move |shared, memory| {
            let known = stored.is_some();
            let text = stored.as_deref().unwrap_or(&shared.dummy);
            let stored = PasswordHash::new(text).map_err(ApiError::internal)?;
            let right = argon2id::gives(&stored, password.as_bytes(), memory)?;
            Ok(if known && right {
                Verified::Right {
                    outdated: is_outdated(&stored, shared.cost),
                }
            } else {
                Verified::Wrong
            })
        })
        .await?
    }

    /// Runs one hash, when it is its turn.
    async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce(&Shared, &mut Vec<Block>) -> T + Send + 'static,
    ) -> ApiResult<T> {
        let Self { shared, admitted } = self;
        let running = Arc::clone(&shared.running)
            .acquire_owned()
            .await
            .map_err(ApiError::internal)?;
        let (tell, told) = oneshot::channel();
        let threads = shared.threads.clone();
        threads.run(running, move |memory| {
            shared.count.fetch_add(1, Ordering::SeqCst);
            let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
            shared.peak.fetch_max(now, Ordering::SeqCst);
            let result = work(&shared, memory);
            drop(admitted);
            shared.now.fetch_sub(1, Ordering::SeqCst);
            // Whoever gave up waiting need not know.
            let _ = tell.send(result);
        });
        told.await
            .map_err(|error| ApiError::new(ErrorCode::Internal).because(error))
    }
}

fn is_outdated(stored: &PasswordHash, cost: Cost) -> bool {
    let today = [("m", cost.memory), ("t", cost.passes), ("p", cost.lanes)];
    stored.algorithm.as_str() != "argon2id"
        || today
            .iter()
            .any(|(name, value)| stored.params.get_decimal(*name) != Some(*value))
}

#[cfg(test)]
mod tests {
    use futures_util::future;

    use super::*;

    const CHEAP: Cost = Cost {
        memory: 64,
        passes: 1,
        lanes: 1,
    };

    fn word(text: &str) -> Zeroizing<String> {
        Zeroizing::new(text.to_owned())
    }

    #[tokio::test]
    async fn no_more_are_computed_at_once_than_allowed_and_each_gets_its_own_answer() {
        let bound = Bound {
            running: 2,
            waiting: 60,
        };
        let random = Random::System;
        let passwords = Passwords::with(&random, CHEAP, bound).unwrap();
        let hashed = passwords.hash(word("right"), &random).await.unwrap();
        let attempts = (0..60).map(|number| {
            let text = if number % 2 == 0 { "right" } else { "wrong" };
            let place = passwords.admit().unwrap();
            place.verify(word(text), Some(hashed.clone()))
        });
        for (number, verified) in future::join_all(attempts).await.into_iter().enumerate() {
            let right = number % 2 == 0;
            let expected = if right {
                Verified::Right { outdated: false }
            } else {
                Verified::Wrong
            };
            assert_eq!(verified.unwrap(), expected);
        }
        assert!(passwords.peak() <= 2);
    }

    #[tokio::test]
    async fn a_hash_of_another_cost_is_verified_with_its_own_and_due_for_renewal() {
        let random = Random::System;
        let bound = Bound::of_this_machine();
        let other = Cost {
            memory: 128,
            passes: 3,
            lanes: 2,
        };
        let before = Passwords::with(&random, other, bound).unwrap();
        let hashed = before.hash(word("right"), &random).await.unwrap();
        let now = Passwords::with(&random, CHEAP, bound).unwrap();
        let verified = now.admit().unwrap().verify(word("right"), Some(hashed));
        assert_eq!(verified.await.unwrap(), Verified::Right { outdated: true });
    }
}
