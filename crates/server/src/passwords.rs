//! Hashing passwords: Argon2id, a bounded number at a time, exactly one per attempt.
//!
//! A hash costs about 20 ms of one core and 19 MiB. As many run at once as there are cores; a
//! bounded number of attempts waits, the rest is told to come back. Whoever is named, an attempt
//! verifies one hash: that of the user, or a dummy with the same parameters.

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
use tokio::sync::Semaphore;
use zeroize::Zeroizing;

use crate::{
    http::{ApiError, ApiResult},
    random::Random,
};

/// Memory in KiB, passes and lanes: OWASP's first choice for Argon2id, and the floor of
/// `security.md`, row 25.
const PARAMETERS: (u32, u32, u32) = (19 * 1024, 2, 1);

/// How many attempts may wait for a free core, for each core; about two seconds of work.
const WAITING_PER_CORE: usize = 100;

/// Hashes and verifies passwords. Copies share the bound.
#[derive(Clone)]
pub struct Passwords(Arc<Shared>);

struct Shared {
    argon2: Argon2<'static>,
    /// A hash that no password gives, with the parameters of every other.
    dummy: String,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
    count: AtomicU64,
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
        let (memory, passes, lanes) = PARAMETERS;
        let parameters = Params::new(memory, passes, lanes, None).map_err(ApiError::internal)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
        let dummy = hash(&argon2, &random.bytes::<32>(), &random.bytes())?;
        let cores = available_parallelism().map_or(1, usize::from);
        Ok(Self(Arc::new(Shared {
            argon2,
            dummy,
            running: Arc::new(Semaphore::new(cores)),
            admitted: Arc::new(Semaphore::new(cores * (WAITING_PER_CORE + 1))),
            count: AtomicU64::new(0),
        })))
    }

    /// Hashes a new password (already normalised) as a PHC string.
    pub async fn hash(&self, password: Zeroizing<String>, random: &Random) -> ApiResult<String> {
        let salt = random.bytes::<16>();
        self.run(move |shared| hash(&shared.argon2, password.as_bytes(), &salt))
            .await?
    }

    /// Verifies a password (already normalised) against a PHC string, or against the dummy where
    /// there is none; then the answer is always [`Verified::Wrong`].
    pub async fn verify(
        &self,
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
                    outdated: is_outdated(&stored),
                }
            } else {
                Verified::Wrong
            })
        })
        .await?
    }

    /// How many hashes were computed since the start; tests hold it against the attempts.
    pub fn count(&self) -> u64 {
        self.0.count.load(Ordering::SeqCst)
    }

    /// Runs one hash on a thread of its own, or says when to come back.
    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Shared) -> T + Send + 'static,
    ) -> ApiResult<T> {
        let busy = |_| ApiError::unavailable(2);
        let admitted = Arc::clone(&self.0.admitted)
            .try_acquire_owned()
            .map_err(busy)?;
        let running = Arc::clone(&self.0.running)
            .acquire_owned()
            .await
            .map_err(ApiError::internal)?;
        let shared = Arc::clone(&self.0);
        tokio::task::spawn_blocking(move || {
            shared.count.fetch_add(1, Ordering::SeqCst);
            let result = work(&shared);
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

fn is_outdated(stored: &PasswordHash) -> bool {
    let (memory, passes, lanes) = PARAMETERS;
    let today = [("m", memory), ("t", passes), ("p", lanes)];
    stored.algorithm.as_str() != "argon2id"
        || today
            .iter()
            .any(|(name, value)| stored.params.get_decimal(*name) != Some(*value))
}
