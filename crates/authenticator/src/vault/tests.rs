//! What a vault keeps, what it notices, and what becomes of it when the disk fails.

use std::num::NonZeroU32;

use keyholder_domain::{second_factor::time_code::TimeCodeAlgorithm, timestamp::Timestamp};
use proptest::prelude::*;
use rand::{SeedableRng as _, rngs::StdRng};
use uuid::Uuid;

use super::*;
use crate::{
    account::{self, Account, Digits, Line, Method, Note},
    entry::{Entry, EntryId},
    secret::OtpSecret,
};

mod damage;
mod disk;
mod keys;
mod second_implementation;

const PASSPHRASE: &str = "correct horse battery staple";

fn rng() -> StdRng {
    StdRng::seed_from_u64(7)
}

fn passphrase(text: &str) -> Passphrase {
    Passphrase::typed(text).unwrap()
}

fn keychain_key() -> KeychainKey {
    KeychainKey::from_bytes(&[0x4b; 32]).unwrap()
}

fn entry(issuer: &str, method: Method, secret: &[u8]) -> Entry {
    let secret = OtpSecret::from_bytes(secret.to_vec()).unwrap();
    let account = Account::new(issuer, "maria@example.com", method, secret);
    let mut entry = Entry::keep(account, &mut rng()).unwrap();
    entry.id = EntryId::from_uuid(Uuid::from_u128(0x1234_5678));
    entry
}

/// Every kind of account, with everything that is kept of it.
fn entries() -> Vec<Entry> {
    let mut time = entry(
        "Exämple \"Inc.\"",
        Method::Time {
            algorithm: TimeCodeAlgorithm::Sha512,
            digits: Digits::Eight,
            period: NonZeroU32::new(45).unwrap(),
        },
        b"12345678901234567890",
    );
    time.account.tags = account::tags(["work", "two words"]);
    time.account.pinned = true;
    time.account.icon = Some(Line::clean("github"));
    time.account.note = Note::clean("first line\nsecond \\ line");
    time.used(Timestamp::from_micros(1_700_000_000_000_001));
    let counted = Method::Counter {
        algorithm: TimeCodeAlgorithm::Sha256,
        digits: Digits::Seven,
        counter: u64::MAX,
    };
    vec![
        time,
        entry("Counted", counted, &[0, 0xff]),
        entry("Steam", Method::Steam, &[7; 64]),
    ]
}

fn vault(keys: &[NewSlot<'_>]) -> Vault {
    let mut vault = Vault::create(keys, &mut rng()).unwrap();
    vault.entries = entries();
    vault
}

/// A vault that a key of the keychain and a passphrase open.
fn both_ways() -> LockedVault {
    let keys = [
        NewSlot::Passphrase(&passphrase(PASSPHRASE), Argon2Cost::FLOOR),
        NewSlot::Keychain(&keychain_key()),
    ];
    vault(&keys).seal(&mut rng()).unwrap()
}

fn by_keychain(file: Vec<u8>) -> Result<Vault, VaultError> {
    LockedVault::read(file)?.unlock(&UnlockKey::Keychain(&keychain_key()))
}

fn by_passphrase(file: Vec<u8>, text: &str) -> Result<Vault, VaultError> {
    LockedVault::read(file)?.unlock(&UnlockKey::Passphrase(&passphrase(text)))
}

fn refused(outcome: Result<Vault, VaultError>) -> VaultError {
    outcome.err().expect("refused")
}

#[test]
fn threat_25_what_is_sealed_comes_back_by_either_key() {
    let locked = both_ways();
    assert_eq!(locked.counter(), 1);
    let kinds: Vec<_> = locked.slots().map(|(_, kind)| kind).collect();
    assert_eq!(
        kinds,
        [SlotKind::Passphrase(Argon2Cost::FLOOR), SlotKind::Keychain]
    );
    let file = locked.as_bytes().to_vec();
    for opened in [
        by_keychain(file.clone()),
        by_passphrase(file.clone(), PASSPHRASE),
    ] {
        let opened = opened.unwrap();
        assert!(opened.entries == entries());
        assert_eq!(opened.id(), locked.id());
    }
    assert_eq!(
        refused(by_passphrase(file.clone(), "correct horse")),
        VaultError::WrongKey
    );
    let other = KeychainKey::from_bytes(&[0; 32]).unwrap();
    let outcome = locked.unlock(&UnlockKey::Keychain(&other));
    assert_eq!(refused(outcome), VaultError::WrongKey);
}

#[test]
fn a_passphrase_is_the_same_however_its_letters_are_composed() {
    let keys = [NewSlot::Passphrase(
        &passphrase("Schlüssel"),
        Argon2Cost::FLOOR,
    )];
    let file = vault(&keys).seal(&mut rng()).unwrap().as_bytes().to_vec();
    by_passphrase(file.clone(), "Schlu\u{308}ssel").unwrap();
    let outcome = LockedVault::read(file)
        .unwrap()
        .unlock(&UnlockKey::Keychain(&keychain_key()));
    assert_eq!(refused(outcome), VaultError::NoSuchSlot);
    assert!(Passphrase::typed("").is_none());
    assert!(Passphrase::typed(&"x".repeat(Passphrase::MAX_BYTES + 1)).is_none());
}

#[test]
fn threat_25_a_seal_is_made_anew_each_time_and_counted() {
    let mut vault = vault(&[NewSlot::Keychain(&keychain_key())]);
    let mut rng = rng();
    let files: Vec<_> = (0..3).map(|_| vault.seal(&mut rng).unwrap()).collect();
    let counters: Vec<_> = files.iter().map(LockedVault::counter).collect();
    assert_eq!(counters, [1, 2, 3]);
    // Nonce, length and contents: two seals of the same text share nothing but the length.
    let tails: Vec<_> = files
        .iter()
        .map(|file| &file.as_bytes()[36 + 104..])
        .collect();
    for (one, other) in [(0, 1), (1, 2), (0, 2)] {
        assert_ne!(tails[one][..24], tails[other][..24]);
        assert_ne!(tails[one][28..], tails[other][28..]);
    }
}

#[test]
fn goal_15_nothing_of_what_is_kept_can_be_read_in_the_file() {
    let file = both_ways().as_bytes().to_vec();
    for entry in entries() {
        let account = &entry.account;
        let text = account.secret.to_base32();
        for canary in [
            account.secret.expose(),
            text.as_bytes(),
            account.issuer.as_str().as_bytes(),
            b"maria",
            PASSPHRASE.as_bytes(),
            keychain_key().expose(),
        ] {
            // A secret of two bytes may be found anywhere.
            let found = file.windows(canary.len()).any(|part| part == canary);
            assert!(canary.len() < 4 || !found);
        }
    }
}

#[test]
fn more_entries_than_a_vault_holds_are_refused_and_the_most_fit() {
    let mut vault = vault(&[NewSlot::Keychain(&keychain_key())]);
    vault.entries = vec![entry("Example", Method::Steam, &[1; 20]); MAX_ENTRIES];
    let file = vault.seal(&mut rng()).unwrap().as_bytes().to_vec();
    assert_eq!(by_keychain(file).unwrap().entries.len(), MAX_ENTRIES);
    vault
        .entries
        .push(entry("Example", Method::Steam, &[1; 20]));
    assert_eq!(vault.seal(&mut rng()).err(), Some(VaultError::TooMuch));
    assert_eq!(vault.counter(), 1, "what was refused does not count");
    vault.entries.truncate(5_000);
    for entry in &mut vault.entries {
        entry.account.note = Note::clean(&"x".repeat(account::MAX_NOTE_CHARS));
    }
    assert_eq!(
        vault.seal(&mut rng()).err(),
        Some(VaultError::TooMuch),
        "more than 16 MiB"
    );
    assert_eq!(vault.counter(), 1);
}

proptest! {
    #[test]
    fn goal_08_no_file_makes_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        prop_assert!(LockedVault::read(bytes).is_err());
    }

    #[test]
    fn goal_08_no_change_of_a_vault_opens_or_makes_it_panic(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..9),
        cut in any::<prop::sample::Index>(),
    ) {
        let file = both_ways_once();
        let mut changed = file.clone();
        for (place, byte) in changes {
            let place = place.index(changed.len());
            changed[place] = byte;
        }
        changed.truncate(file.len() - cut.index(3));
        let same = changed == file;
        prop_assert_eq!(by_keychain(changed).is_ok(), same);
    }

    #[test]
    fn goal_08_no_contents_make_it_panic(text: String) {
        drop(contents::read(text.as_bytes()));
    }
}

/// Made once: the passphrase takes its time.
fn both_ways_once() -> Vec<u8> {
    static FILE: std::sync::OnceLock<Vec<u8>> = std::sync::OnceLock::new();
    FILE.get_or_init(|| both_ways().as_bytes().to_vec()).clone()
}
