//! Saving: the old file or the new one, and a copy that opens, wherever the disk fails.

use std::{fs, io, path::Path};

use super::*;
use crate::vault::file::{Call, Permit};

/// A disk that takes so many bytes and calls, and then nothing more.
fn failing_after(mut left: usize) -> impl FnMut(Call) -> io::Result<usize> {
    move |call| match call {
        Call::Write(bytes) => {
            let taken = bytes.min(left);
            left -= taken;
            Ok(taken)
        }
        Call::Sync | Call::Rename if left == 0 => Err(io::Error::from(io::ErrorKind::StorageFull)),
        Call::Sync | Call::Rename => {
            left -= 1;
            Ok(0)
        }
    }
}

fn small() -> Vault {
    let mut vault = vault(&[NewSlot::Keychain(&keychain_key())]);
    vault.entries.truncate(1);
    vault
}

fn opened(path: &Path) -> Vault {
    by_keychain(read(path).unwrap()).unwrap()
}

fn save_through(vault: &mut Vault, path: &Path, permit: &mut Permit<'_>) -> Result<(), SaveError> {
    vault.save_through(path, &mut rng(), permit)
}

#[test]
fn threat_25_a_disk_that_fails_after_any_byte_leaves_the_old_file_or_the_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let mut first = small();
    first.save(&path, &mut rng()).unwrap();
    first.entries[0].uses = 2;
    first.save(&path, &mut rng()).unwrap();
    let (old, before) = (read(&path).unwrap(), read(&previous(&path)).unwrap());
    let (mut kept_old, mut left) = (0, 0);
    loop {
        fs::write(&path, &old).unwrap();
        fs::write(previous(&path), &before).unwrap();
        let mut vault = opened(&path);
        vault.entries[0].uses = 3;
        let outcome = save_through(&mut vault, &path, &mut failing_after(left));
        let now = opened(&path);
        let copy = opened(&previous(&path));
        match now.entries[0].uses {
            2 => kept_old += 1,
            3 => assert_eq!(copy.entries[0].uses, 2, "the copy is what was there before"),
            other => panic!("neither the old file nor the new one: {other}"),
        }
        assert!([1, 2].contains(&copy.entries[0].uses));
        if outcome.is_ok() {
            assert_eq!(now.entries[0].uses, 3);
            break;
        }
        // What failed can be tried again.
        left += 1;
    }
    assert!(kept_old > 2 * old.len(), "each byte was tried: {kept_old}");
    let names = fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(names, 2, "nothing else is left behind");
}

#[test]
fn threat_25_a_disk_that_is_full_for_a_moment_leaves_no_part_of_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    small().save(&path, &mut rng()).unwrap();
    let length = read(&path).unwrap().len();
    // The copy fails, or the file itself; every other call goes through.
    for number in 1..=2 {
        for taken in [0, 1, 40, length / 2, length - 1] {
            let mut vault = opened(&path);
            vault.entries[0].uses += 1;
            let mut writes = 0;
            let mut full = |call| match call {
                Call::Write(bytes) => {
                    writes += 1;
                    Ok(if writes == number { taken } else { bytes })
                }
                Call::Sync | Call::Rename => Ok(0),
            };
            assert!(save_through(&mut vault, &path, &mut full).is_err());
            assert_eq!(opened(&path).entries[0].uses, 1, "{number} {taken}");
            if number == 2 {
                opened(&previous(&path));
            }
        }
    }
}

#[test]
fn a_save_that_failed_can_be_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new").join("vault.khvault");
    let mut vault = small();
    assert!(save_through(&mut vault, &path, &mut failing_after(10)).is_err());
    assert!(!path.exists());
    vault.save(&path, &mut rng()).unwrap();
    assert!(!previous(&path).exists(), "there was none before");
    vault.entries.clear();
    vault.save(&path, &mut rng()).unwrap();
    assert!(opened(&path).entries.is_empty());
    assert_eq!(opened(&previous(&path)).entries.len(), 1);
}

#[test]
fn a_file_of_somebody_else_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    fs::write(&path, "a letter").unwrap();
    let outcome = small().save(&path, &mut rng());
    assert!(matches!(outcome, Err(SaveError::AnotherFile)));
    assert_eq!(fs::read(&path).unwrap(), b"a letter");
    let keys = [NewSlot::Keychain(&keychain_key())];
    let mut other = Vault::create(&keys, &mut StdRng::seed_from_u64(8)).unwrap();
    fs::remove_file(&path).unwrap();
    other.save(&path, &mut rng()).unwrap();
    let outcome = small().save(&path, &mut rng());
    assert!(matches!(outcome, Err(SaveError::AnotherFile)));
}

#[test]
fn what_another_program_saved_meanwhile_is_not_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    small().save(&path, &mut rng()).unwrap();
    let (mut one, mut other) = (opened(&path), opened(&path));
    one.entries[0].uses = 5;
    one.save(&path, &mut rng()).unwrap();
    other.entries[0].uses = 6;
    let outcome = other.save(&path, &mut rng());
    assert!(matches!(outcome, Err(SaveError::ChangedMeanwhile)));
    assert_eq!(opened(&path).entries[0].uses, 5);
    one.save(&path, &mut rng()).unwrap();
}

#[test]
fn a_damaged_file_is_replaced_from_the_copy_and_the_copy_stays_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let mut vault = small();
    for uses in 1..=2 {
        vault.entries[0].uses = uses;
        vault.save(&path, &mut rng()).unwrap();
    }
    for damage in [0, 30, 60, 200] {
        let mut wreck = read(&path).unwrap();
        wreck[damage] ^= 1;
        fs::write(&path, &wreck).unwrap();
        let mut rescued = opened(&previous(&path));
        let outcome = rescued.save(&path, &mut rng());
        if damage == 30 {
            // The counter is not the name: still this vault.
            outcome.unwrap();
            continue;
        }
        outcome.unwrap();
        assert!(opened(&previous(&path)).entries[0].uses >= 1);
        opened(&path);
    }
}

#[test]
#[cfg(unix)]
fn only_its_owner_may_read_the_file() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let mut vault = small();
    for _ in 0..2 {
        vault.save(&path, &mut rng()).unwrap();
    }
    for path in [path.clone(), previous(&path)] {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
}

#[test]
fn a_file_larger_than_any_vault_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("vault.khvault");
    let file = fs::File::create(&path).unwrap();
    // Takes no room on the disk.
    file.set_len(1 << 40).unwrap();
    assert_eq!(read(&path).unwrap_err().kind(), io::ErrorKind::FileTooLarge);
    let outcome = small().save(&path, &mut rng());
    assert!(matches!(outcome, Err(SaveError::Io(_))));
}
