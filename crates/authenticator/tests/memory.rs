//! After locking, nothing of a seed or a key is left in the memory of the process. Its own memory is
//! read through `/proc`, so this runs on Linux.

#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

use std::{
    fs::{self, File},
    os::unix::fs::FileExt as _,
};

use keyholder_authenticator::{
    account::{Account, Method},
    entry::Entry,
    secret::OtpSecret,
    vault::{Argon2Cost, KeychainKey, NewSlot, Passphrase, UnlockKey, Vault},
};
use keyholder_domain::{clock_offset::ClockOffset, timestamp::Timestamp};
use rand::{Rng as _, rand_core::UnwrapErr, rngs::SysRng};
use zeroize::Zeroizing;

const MASK: u8 = 0xa5;

/// The end of something secret, kept in a form in which it is not found itself. The end alone is looked
/// for: where memory is given back unwiped, its beginning is soon written over by who manages it.
struct Canary {
    name: &'static str,
    masked: Vec<u8>,
}

impl Canary {
    fn of(name: &'static str, bytes: &[u8]) -> Self {
        Self {
            name,
            masked: bytes[bytes.len() - 16..]
                .iter()
                .map(|byte| byte ^ MASK)
                .collect(),
        }
    }

    fn is_in(&self, memory: &[u8]) -> bool {
        let first = self.masked[0] ^ MASK;
        memory
            .windows(self.masked.len())
            .filter(|window| window[0] == first)
            .any(|window| {
                window
                    .iter()
                    .zip(&self.masked)
                    .all(|(byte, masked)| byte ^ MASK == *masked)
            })
    }
}

/// The canaries that lie somewhere in the memory that this process may write to.
fn found(canaries: &[Canary]) -> Vec<&'static str> {
    let memory = File::open("/proc/self/mem").unwrap();
    let mut found = Vec::new();
    let mut piece = vec![0_u8; 1 << 20];
    for line in fs::read_to_string("/proc/self/maps").unwrap().lines() {
        let mut parts = line.split(' ');
        let (range, rights) = (parts.next().unwrap(), parts.next().unwrap());
        let ends: Vec<u64> = range
            .split('-')
            .map(|end| u64::from_str_radix(end, 16).unwrap())
            .collect();
        if !rights.starts_with("rw") {
            continue;
        }
        let mut at = ends[0];
        while at < ends[1] {
            // What was read last time must not be found where it was read to.
            piece.fill(0);
            let wanted = usize::try_from(ends[1] - at).unwrap().min(piece.len());
            let read = memory.read_at(&mut piece[..wanted], at).unwrap_or(0);
            for canary in canaries {
                if !found.contains(&canary.name) && canary.is_in(&piece[..read]) {
                    found.push(canary.name);
                }
            }
            // The pieces overlap, so that nothing lies across an edge.
            let step = if wanted == piece.len() {
                wanted - 128
            } else {
                wanted
            };
            at += step as u64;
        }
    }
    found
}

/// The life of a vault: made, sealed, opened by both keys, used, given another passphrase, and shut.
fn live(canaries: &mut Vec<Canary>) {
    let mut rng = UnwrapErr(SysRng);
    let key = KeychainKey::fresh(&mut rng).unwrap();
    canaries.push(Canary::of("key of the keychain", key.expose()));
    let mut seed = vec![0; 60];
    rng.fill_bytes(&mut seed);
    let secret = OtpSecret::from_bytes(seed).unwrap();
    canaries.push(Canary::of("seed", secret.expose()));
    let text = secret.to_base32();
    canaries.push(Canary::of("seed in base 32", text.as_bytes()));
    // Any text that is nowhere else will do as a passphrase.
    let typed = Zeroizing::new(text.chars().rev().collect::<String>());
    let phrase = Passphrase::typed(&typed).unwrap();
    canaries.push(Canary::of("passphrase", typed.as_bytes()));

    let ways = [
        NewSlot::Keychain(&key),
        NewSlot::Passphrase(&phrase, Argon2Cost::FLOOR),
    ];
    let mut vault = Vault::create(&ways, &mut rng).unwrap();
    let account = Account::new("Example", "maria", Method::usual(), secret);
    vault.entries.push(Entry::keep(account, &mut rng).unwrap());
    let locked = vault.seal(&mut rng).unwrap();
    drop(vault);
    let mut vault = locked.unlock(&UnlockKey::Passphrase(&phrase)).unwrap();
    drop(locked.unlock(&UnlockKey::Keychain(&key)).unwrap());
    let now = Timestamp::from_micros(1_700_000_000_000_000);
    let codes = vault.entries[0]
        .account
        .codes_at(now, ClockOffset::default())
        .unwrap();
    assert_eq!(codes.current.expose().len(), 6);
    vault.rekey(&ways, &mut rng).unwrap();
    vault.seal(&mut rng).unwrap();

    let names: Vec<_> = canaries.iter().map(|canary| canary.name).collect();
    assert_eq!(found(canaries), names, "the search finds what is there");
}

#[test]
fn goal_15_after_locking_no_seed_and_no_key_is_left_in_memory() {
    let mut canaries = Vec::new();
    live(&mut canaries);
    assert_eq!(found(&canaries), [""; 0]);
}
