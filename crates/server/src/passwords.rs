//! Hashing passwords: Argon2id, a bounded number at a time, exactly one per attempt.
//!
//! A hash costs about 20 ms of one core and 19 MiB. As many run at once as there are cores; a
//! bounded number of attempts waits, the rest is told to come back. Whoever is named, an attempt
//! verifies one hash: that of the user, or a dummy with the same parameters.
//!
//! Whoever counts attempts asks for a [`Place`] first: an attempt that nobody has time for is not
//! counted, or a flood of them would lock people whose passwords were never looked at.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    thread::available_parallelism,
};

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};
use keyholder_contract::problem::ErrorCode;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use zeroize::Zeroizing;

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
    /// OWASP's first choice for Argon2id, and the floor of `security.md`, row 25. The service knows no
    /// setting for another.
    pub const STANDARD: Self = Self {
        memory: 19 * 1024,
        passes: 2,
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
const WAITING_PER_CORE: usize = 100;

/// Hashes and verifies passwords. Copies share the bound.
#[derive(Clone)]
pub struct Passwords(Arc<Shared>);

struct Shared {
    argon2: Argon2<'static>,
    cost: Cost,
    /// A hash that no password gives, with the parameters of every other.
    dummy: String,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
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
        let parameters = Params::new(cost.memory, cost.passes, cost.lanes, None);
        let parameters = parameters.map_err(ApiError::internal)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
        let dummy = hash(&argon2, &random.bytes::<32>(), &random.bytes())?;
        Ok(Self(Arc::new(Shared {
            argon2,
            cost,
            dummy,
            running: Arc::new(Semaphore::new(bound.running)),
            admitted: Arc::new(Semaphore::new(bound.running + bound.waiting)),
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
            .run(move |shared| hash(&shared.argon2, password.as_bytes(), &salt))
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
        self.run(move |shared| {
            let known = stored.is_some();
            let text = stored.as_deref().unwrap_or(&shared.dummy);
            let stored = PasswordHash::new(text).map_err(ApiError::internal)?;
            let right = shared
                .argon2
                .verify_password(password.as_bytes(), &stored)
                .is_ok();
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

    /// Runs one hash on a thread of its own, when it is its turn.
    async fn run<T: Send + 'static>(
        self,
        work: impl FnOnce(&Shared) -> T + Send + 'static,
    ) -> ApiResult<T> {
        let Self { shared, admitted } = self;
        let running = Arc::clone(&shared.running)
            .acquire_owned()
            .await
            .map_err(ApiError::internal)?;
        tokio::task::spawn_blocking(move || {
            shared.count.fetch_add(1, Ordering::SeqCst);
            let now = shared.now.fetch_add(1, Ordering::SeqCst) + 1;
            shared.peak.fetch_max(now, Ordering::SeqCst);
            let result = work(&shared);
            shared.now.fetch_sub(1, Ordering::SeqCst);
            drop((running, admitted));
            result
        })
        .await
        .map_err(|error| ApiError::new(ErrorCode::Internal).because(error))
    }
}

fn hash(argon2: &Argon2<'_>, password: &[u8], salt: &[u8; 16]) -> ApiResult<String> {
    argon2
        .hash_password_with_salt(password, salt)
        .map(|hash| hash.to_string())
        .map_err(ApiError::internal)
}

fn is_outdated(stored: &PasswordHash, cost: Cost) -> bool {
    let today = [("m", cost.memory), ("t", cost.passes), ("p", cost.lanes)];
    stored.algorithm.as_str() != "argon2id"
        || today
            .iter()
            .any(|(name, value)| stored.params.get_decimal(*name) != Some(*value))
}
