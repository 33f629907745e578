//! Whose turn it is in a staged rollout.

use semver::Version;
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

/// The place of an installation among a hundred, 0 to 99: a release for 20 percent reaches the places below
/// 20. Each release shuffles anew, so that not always the same are the first.
pub fn turn(installation: Uuid, version: &Version) -> u8 {
    let mut hash = Sha256::new();
    hash.update(installation.as_bytes());
    hash.update(version.to_string());
    let [a, b, c, d, ..] = <[u8; 32]>::from(hash.finalize());
    u8::try_from(u32::from_be_bytes([a, b, c, d]) % 100).unwrap_or(99)
}
