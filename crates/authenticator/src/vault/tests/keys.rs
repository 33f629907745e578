//! Who can open a vault, and who no longer can.

use super::*;

#[test]
fn a_slot_is_added_without_the_keys_of_the_others() {
    let mut vault = vault(&[NewSlot::Keychain(&keychain_key())]);
    let phrase = passphrase(PASSPHRASE);
    let added = vault
        .add_slot(&NewSlot::Passphrase(&phrase, Argon2Cost::FLOOR), &mut rng())
        .unwrap();
    assert_eq!(vault.slots().map(|(id, _)| id).last(), Some(added));
    let file = vault.seal(&mut rng()).unwrap().as_bytes().to_vec();
    by_keychain(file.clone()).unwrap();
    by_passphrase(file, PASSPHRASE).unwrap();
    for _ in 2..MAX_SLOTS {
        vault
            .add_slot(&NewSlot::Keychain(&keychain_key()), &mut rng())
            .unwrap();
    }
    let outcome = vault.add_slot(&NewSlot::Keychain(&keychain_key()), &mut rng());
    assert_eq!(outcome, Err(VaultError::SlotCount));
    assert_eq!(vault.slots().count(), MAX_SLOTS);
}

#[test]
fn a_new_passphrase_brings_a_new_master_key_and_shuts_out_the_old_one() {
    let mut random = rng();
    let old = passphrase(PASSPHRASE);
    let new = passphrase("another one");
    let key = keychain_key();
    let mut vault = vault(&[
        NewSlot::Passphrase(&old, Argon2Cost::FLOOR),
        NewSlot::Keychain(&key),
    ]);
    let before = vault.seal(&mut random).unwrap();
    let master = vault.master.clone();
    vault
        .rekey(
            &[
                NewSlot::Passphrase(&new, Argon2Cost::FLOOR),
                NewSlot::Keychain(&key),
            ],
            &mut random,
        )
        .unwrap();
    let after = vault.seal(&mut random).unwrap();
    assert_eq!((before.id(), after.counter()), (after.id(), 2));
    let file = after.as_bytes().to_vec();
    assert!(by_passphrase(file.clone(), "another one").unwrap().entries == entries());
    assert!(by_keychain(file.clone()).unwrap().entries == entries());
    assert_eq!(
        refused(by_passphrase(file, PASSPHRASE)),
        VaultError::WrongKey
    );
    // Not even the old master key, out of an old copy, opens what came later.
    before.open_with(master.clone()).unwrap();
    assert_eq!(refused(after.open_with(master)), VaultError::Damaged);
}

#[test]
fn a_way_in_is_taken_away_by_leaving_it_out_and_the_last_one_stays() {
    let keys = [
        NewSlot::Passphrase(&passphrase(PASSPHRASE), Argon2Cost::FLOOR),
        NewSlot::Keychain(&keychain_key()),
    ];
    let mut vault = vault(&keys);
    vault
        .rekey(&[NewSlot::Keychain(&keychain_key())], &mut rng())
        .unwrap();
    let file = vault.seal(&mut rng()).unwrap().as_bytes().to_vec();
    by_keychain(file.clone()).unwrap();
    assert_eq!(
        refused(by_passphrase(file, PASSPHRASE)),
        VaultError::NoSuchSlot
    );
    assert_eq!(vault.rekey(&[], &mut rng()), Err(VaultError::SlotCount));
    assert!(Vault::create(&[], &mut rng()).is_err());
    by_keychain(vault.seal(&mut rng()).unwrap().as_bytes().to_vec()).unwrap();
}

#[test]
fn threat_what_was_taken_away_opens_neither_the_file_nor_the_copy_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let (old, new) = (passphrase(PASSPHRASE), passphrase("another one"));
    let mut vault = vault(&[NewSlot::Passphrase(&old, Argon2Cost::FLOOR)]);
    vault.save(&path, &mut rng()).unwrap();
    vault.save(&path, &mut rng()).unwrap();
    let keys = [NewSlot::Passphrase(&new, Argon2Cost::FLOOR)];
    vault.change_keys(&keys, &path, &mut rng()).unwrap();
    for file in [path.clone(), previous(&path)] {
        let file = read(&file).unwrap();
        let outcome = by_passphrase(file.clone(), PASSPHRASE);
        assert_eq!(refused(outcome), VaultError::WrongKey);
        assert!(by_passphrase(file, "another one").unwrap().entries == entries());
    }
    assert_eq!(vault.is_opened_by(&UnlockKey::Passphrase(&new)), Ok(()));
    let outcome = vault.is_opened_by(&UnlockKey::Passphrase(&old));
    assert_eq!(outcome, Err(VaultError::WrongKey));
    let key = keychain_key();
    let outcome = vault.is_opened_by(&UnlockKey::Keychain(&key));
    assert_eq!(outcome, Err(VaultError::NoSuchSlot));
}

#[test]
fn threat_25_keys_that_could_not_be_saved_did_not_change() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let mut vault = vault(&[NewSlot::Keychain(&keychain_key())]);
    vault.save(&path, &mut rng()).unwrap();
    let phrase = passphrase(PASSPHRASE);
    let keys = [NewSlot::Passphrase(&phrase, Argon2Cost::FLOOR)];
    let outcome = vault.change_keys_through(&keys, &path, &mut rng(), &mut |_| Ok(0));
    assert!(outcome.is_err());
    let key = keychain_key();
    assert_eq!(vault.is_opened_by(&UnlockKey::Keychain(&key)), Ok(()));
    by_keychain(read(&path).unwrap()).unwrap();
    vault.save(&path, &mut rng()).unwrap();
    by_keychain(read(&path).unwrap()).unwrap();
    // The file is saved, and then the disk is full: no copy is better than one with the old keys.
    let mut writes = 0;
    let mut permit = |call: file::Call| {
        let bytes = call.bytes();
        writes += usize::from(bytes > 0);
        Ok(if writes > 2 { 0 } else { bytes })
    };
    vault
        .change_keys_through(&keys, &path, &mut rng(), &mut permit)
        .unwrap();
    by_passphrase(read(&path).unwrap(), PASSPHRASE).unwrap();
    assert!(!previous(&path).exists());
}
