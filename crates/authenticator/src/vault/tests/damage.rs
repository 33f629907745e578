//! What was changed, cut or made to do harm: it is noticed, and named.

use super::*;

#[test]
fn goal_16_every_flipped_bit_is_noticed_and_nothing_is_opened_in_part() {
    let file = both_ways().as_bytes().to_vec();
    for bit in 0..file.len() * 8 {
        let mut changed = file.clone();
        changed[bit / 8] ^= 1 << (bit % 8);
        assert!(by_keychain(changed).is_err(), "bit {bit} of {}", file.len());
    }
}

#[test]
fn goal_16_every_changed_byte_is_noticed_by_who_has_the_passphrase() {
    let keys = [NewSlot::Passphrase(
        &passphrase(PASSPHRASE),
        Argon2Cost::FLOOR,
    )];
    let mut vault = Vault::create(&keys, &mut rng()).unwrap();
    let file = vault.seal(&mut rng()).unwrap().as_bytes().to_vec();
    by_passphrase(file.clone(), PASSPHRASE).unwrap();
    for place in 0..file.len() {
        let mut changed = file.clone();
        changed[place] ^= 1;
        assert!(by_passphrase(changed, PASSPHRASE).is_err(), "byte {place}");
    }
}

#[test]
fn goal_16_every_length_but_its_own_is_noticed() {
    let file = both_ways().as_bytes().to_vec();
    for length in 0..file.len() {
        assert!(by_keychain(file[..length].to_vec()).is_err(), "{length}");
    }
    for more in [&[0][..], &[0; 16], &file] {
        let longer = [&file, more].concat();
        assert_eq!(refused(by_keychain(longer)), VaultError::WrongLength);
    }
}

#[test]
fn threat_25_a_hostile_beginning_is_refused_before_any_work() {
    let file = both_ways().as_bytes().to_vec();
    let with = |place: usize, bytes: &[u8]| {
        let mut changed = file.clone();
        changed[place..place + bytes.len()].copy_from_slice(bytes);
        refused(by_passphrase(changed, PASSPHRASE))
    };
    // The first slot begins at 36: kind, memory, passes, lanes.
    for (place, bytes, error) in [
        (0, &b"PK\x03\x04"[..], VaultError::NotAVault),
        (8, &[2, 0], VaultError::Newer(2)),
        (8, &[0xff, 0xff], VaultError::Newer(0xffff)),
        (8, &[0, 0], VaultError::BadHeader),
        (10, &[0, 0], VaultError::BadHeader),
        (10, &[9, 0], VaultError::BadHeader),
        (10, &[0xff, 0xff], VaultError::BadHeader),
        (36, &[0, 0, 0, 0], VaultError::BadHeader),
        (36, &[3, 0, 0, 0], VaultError::BadHeader),
        (36, &[1, 0, 0, 0], VaultError::BadHeader),
        // 4 GiB, and the most that fits.
        (40, &[0, 0, 0x40, 0], VaultError::BadCost),
        (40, &[0xff; 4], VaultError::BadCost),
        (40, &[0, 0, 0, 0], VaultError::BadCost),
        (44, &[0xff; 4], VaultError::BadCost),
        (48, &[0, 0, 0, 0], VaultError::BadCost),
        (48, &[0xff; 4], VaultError::BadCost),
        // The length of the contents, after two slots and the nonce.
        (36 + 2 * 104 + 24, &[0xff; 4], VaultError::WrongLength),
    ] {
        assert_eq!(with(place, bytes), error, "{place} {bytes:?}");
    }
    let mut huge = file.clone();
    huge.resize(MAX_FILE_BYTES + 1, 0);
    assert_eq!(refused(by_keychain(huge)), VaultError::WrongLength);
}

#[test]
fn contents_of_a_newer_version_are_left_alone() {
    for text in [
        "",
        "[]",
        "{}",
        r#"{"version":2,"entries":[]}"#,
        r#"{"version":1}"#,
        r#"{"version":1,"entries":[{}]}"#,
    ] {
        assert!(
            contents::read(text.as_bytes()).err() == Some(VaultError::NotUnderstood),
            "{text}"
        );
    }
    assert!(
        contents::read(br#"{"version":1,"entries":[]}"#)
            .unwrap()
            .is_empty()
    );
}
