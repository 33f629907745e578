//! Numbers that look random and are the same in every run.

use keyholder_domain::timestamp::Timestamp;
use uuid::{Builder, Uuid};

use crate::failure::{Done, Failure};

/// Numbers that look random and are the same in every run (`SplitMix64`).
pub(super) struct Numbers(pub(super) u64);

impl Numbers {
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub(super) fn pick<T: Copy>(&mut self, of: &[T]) -> Done<T> {
        let place = self.next() % of.len() as u64;
        usize::try_from(place)
            .ok()
            .and_then(|place| of.get(place).copied())
            .ok_or_else(|| Failure::new("nothing to pick from"))
    }

    pub(super) fn id(&mut self, at: Timestamp) -> Uuid {
        let mut random = [0; 10];
        random
            .iter_mut()
            .zip(self.next().to_le_bytes().into_iter().chain([7, 9]))
            .for_each(|(byte, value)| *byte = value);
        let milliseconds = u64::try_from(at.as_micros() / 1_000).unwrap_or_default();
        Builder::from_unix_timestamp_millis(milliseconds, &random).into_uuid()
    }
}
