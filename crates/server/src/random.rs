//! The one place that draws randomness.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use keyholder_domain::timestamp::Timestamp;
use rand::{
    Rng, SeedableRng,
    rand_core::UnwrapErr,
    rngs::{StdRng, SysRng},
};
use uuid::Uuid;

/// Where the service takes randomness from.
#[derive(Clone)]
pub enum Random {
    /// The operating system.
    System,
    /// A fixed sequence, for tests and for the sample data. Copies share it.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Random {
    /// The sequence that belongs to a seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fresh random bytes. Panics (one request fails) where the operating system has none.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        match self {
            Self::System => UnwrapErr(SysRng).fill_bytes(&mut bytes),
            Self::Seeded(rng) => rng
                .lock()
                .unwrap_or_else(PoisonError::into_inner)
                .fill_bytes(&mut bytes),
        }
        bytes
    }

    /// A fresh `UUIDv7` of a moment; wrap it in the noun's id type.
    pub fn uuid(&self, now: Timestamp) -> Uuid {
        let millis = u64::try_from(now.as_micros() / 1_000).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &self.bytes()).into_uuid()
    }
}

impl fmt::Debug for Random {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::System => "Random::System",
            Self::Seeded(_) => "Random::Seeded",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_repeats_itself_and_the_system_does_not() {
        assert_eq!(
            Random::seeded(7).bytes::<16>(),
            Random::seeded(7).bytes::<16>()
        );
        assert_ne!(Random::System.bytes::<16>(), Random::System.bytes::<16>());
    }

    #[test]
    fn ids_of_later_moments_sort_after_earlier_ones() {
        let random = Random::seeded(7);
        let earlier = random.uuid(Timestamp::from_micros(1_700_000_000_000_000));
        let later = random.uuid(Timestamp::from_micros(1_700_000_000_001_000));
        assert!(earlier < later);
        assert_eq!(earlier.get_version_num(), 7);
    }
}
