//! What it costs to try a passphrase (Argon2id, RFC 9106), and the bounds within which a file is believed.
//!
//! ```text
//!               memory     passes   lanes
//! default       64 MiB          3       4     second recommended option of RFC 9106, section 4
//! at least      19 MiB          2       1     OWASP, for hashes that people wait for
//! at most      512 MiB         16      16
//! ```
//!
//! Memory times passes is at most 4 GiB as well, so that a file cannot keep the app busy for minutes.

use argon2::{Algorithm, Argon2, Params, Version};

use super::{
    VaultError,
    key::{KEY_BYTES, KeyBytes, Passphrase},
};

/// How long the salt is, in bytes.
pub(super) const SALT_BYTES: usize = 16;

const MIN_MEMORY_KIB: u32 = 19 * 1024;
const MAX_MEMORY_KIB: u32 = 512 * 1024;
const MAX_WORK_KIB: u64 = 4 * 1024 * 1024;

/// How much memory and how many passes a passphrase takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Argon2Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Argon2Cost {
    /// What new vaults use.
    pub const DEFAULT: Self = Self {
        memory_kib: 64 * 1024,
        passes: 3,
        lanes: 4,
    };

    /// The least that is believed.
    pub const FLOOR: Self = Self {
        memory_kib: MIN_MEMORY_KIB,
        passes: 2,
        lanes: 1,
    };

    /// Memory in KiB, passes over it, and lanes; refused out of the bounds above.
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, VaultError> {
        let sensible = (MIN_MEMORY_KIB..=MAX_MEMORY_KIB).contains(&memory_kib)
            && (Self::FLOOR.passes..=16).contains(&passes)
            && (1..=16).contains(&lanes)
            && u64::from(memory_kib) * u64::from(passes) <= MAX_WORK_KIB;
        sensible
            .then_some(Self {
                memory_kib,
                passes,
                lanes,
            })
            .ok_or(VaultError::BadCost)
    }

    pub(super) const fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub(super) const fn passes(self) -> u32 {
        self.passes
    }

    pub(super) const fn lanes(self) -> u32 {
        self.lanes
    }

    /// The key of a passphrase.
    pub(super) fn derive(
        self,
        passphrase: &Passphrase,
        salt: &[u8; SALT_BYTES],
    ) -> Result<KeyBytes, VaultError> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, Some(KEY_BYTES))
            .map_err(|_| VaultError::BadCost)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        KeyBytes::filled(|key| argon2.hash_password_into(passphrase.expose(), salt, key))
            .map_err(|_| VaultError::NoMemory)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn threat_25_costs_out_of_bounds_are_refused_before_any_memory_is_taken() {
        let floor = Argon2Cost::FLOOR;
        assert_eq!(
            Argon2Cost::new(floor.memory_kib, floor.passes, floor.lanes),
            Ok(floor)
        );
        let default = Argon2Cost::DEFAULT;
        assert_eq!(
            Argon2Cost::new(default.memory_kib, default.passes, default.lanes),
            Ok(default)
        );
        Argon2Cost::new(MAX_MEMORY_KIB, 8, 16).unwrap();
        Argon2Cost::new(256 * 1024, 16, 1).unwrap();
        for (memory, passes, lanes) in [
            (4 * 1024 * 1024, 3, 4),
            (u32::MAX, u32::MAX, u32::MAX),
            (MAX_MEMORY_KIB + 1, 2, 1),
            (MAX_MEMORY_KIB, 9, 1),
            (MIN_MEMORY_KIB - 1, 2, 1),
            (0, 2, 1),
            (MIN_MEMORY_KIB, 1, 1),
            (MIN_MEMORY_KIB, 17, 1),
            (MIN_MEMORY_KIB, 2, 0),
            (MIN_MEMORY_KIB, 2, 17),
        ] {
            let refused = Argon2Cost::new(memory, passes, lanes);
            assert_eq!(
                refused,
                Err(VaultError::BadCost),
                "{memory} {passes} {lanes}"
            );
        }
    }
}
