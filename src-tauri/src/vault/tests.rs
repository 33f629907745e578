//! The vault from its making on: keychain, passphrase, lock, waits, older and damaged copies.

use std::{
    fs,
    sync::atomic::{AtomicBool, AtomicI64, Ordering},
};

use keyholder_authenticator::{
    account::{Account, Method},
    export,
    secret::OtpSecret,
    vault::{Argon2Cost, Passphrase, previous},
};
use keyring_core::{CredentialStore, Error, mock};

use super::*;

mod favourites;
mod import;
mod ways;

use crate::keychain::KeyStorageProblem;

/// A computer whose clock, disk and keychain the test holds.
struct Computer {
    folder: tempfile::TempDir,
    store: Arc<mock::Store>,
    there: Arc<AtomicBool>,
    seconds: Arc<AtomicI64>,
}

impl Computer {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
            store: mock::Store::new().unwrap(),
            there: Arc::new(AtomicBool::new(true)),
            seconds: Arc::new(AtomicI64::new(1_000)),
        }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("authenticator.vault")
    }

    /// The app, started anew.
    fn app(&self) -> KeptVault {
        let (store, there) = (Arc::clone(&self.store), Arc::clone(&self.there));
        let keychain = Keychain::new(move || {
            let store: Arc<CredentialStore> = Arc::clone(&store) as _;
            let works = there.load(Ordering::SeqCst);
            works.then_some(store).ok_or(Error::NoDefaultStore)
        });
        let seconds = Arc::clone(&self.seconds);
        let now = move || Timestamp::from_micros(seconds.load(Ordering::SeqCst) * 1_000_000);
        KeptVault::new(self.path(), Clock::from_fn(now), keychain)
    }

    fn pass(&self, seconds: i64) {
        self.seconds.fetch_add(seconds, Ordering::SeqCst);
    }
}

fn phrase(text: &str) -> Option<Passphrase> {
    Passphrase::typed(text)
}

const RIGHT: &str = "seven quiet lanterns";

async fn add(vault: &KeptVault, name: &'static str) -> IpcResult<()> {
    let change = move |entries: &mut Vec<Entry>, _| {
        let secret = OtpSecret::from_bytes(name.as_bytes().to_vec()).unwrap();
        let account = Account::new("Example", name, Method::usual(), secret);
        entries.push(Entry::keep(account, &mut SysRng).unwrap());
        Ok(())
    };
    vault.change(change).await
}

async fn count(vault: &KeptVault) -> IpcResult<usize> {
    vault.read(|entries, _| entries.len()).await
}

fn code<T>(outcome: IpcResult<T>) -> String {
    outcome.err().map_or_else(String::new, |error| error.code)
}

#[tokio::test]
async fn the_keychain_opens_the_vault_at_the_next_start() {
    let computer = Computer::new();
    let app = computer.app();
    assert_eq!(app.view().await.status, VaultStatus::Absent);
    assert_eq!(code(count(&app).await), "vault_locked");
    app.create(true, None).await.unwrap();
    add(&app, "maria").await.unwrap();
    assert_eq!(code(app.create(true, None).await), "vault_exists");

    let app = computer.app();
    let view = app.view().await;
    assert_eq!(view.status, VaultStatus::Open);
    assert!(view.keychain && !view.passphrase);
    assert_eq!(count(&app).await.unwrap(), 1);
    // Locked on purpose, it stays so until somebody asks.
    assert!(app.lock().await);
    assert_eq!(app.view().await.status, VaultStatus::Locked);
    assert_eq!(code(count(&app).await), "vault_locked");
    assert_eq!(code(add(&app, "paul").await), "vault_locked");
    app.unlock(None, VaultCopy::Newest).await.unwrap();
    assert_eq!(count(&app).await.unwrap(), 1);
}

#[tokio::test]
async fn threat_without_a_keychain_nothing_is_made_but_with_a_passphrase() {
    let computer = Computer::new();
    computer.there.store(false, Ordering::SeqCst);
    let app = computer.app();
    let refused = app.create(true, None).await.unwrap_err();
    assert_eq!(refused.code, "vault_keychain");
    let problem = KeyStorageProblem::NoService.word();
    assert_eq!(refused.params["problem"], problem);
    assert!(!computer.path().exists(), "nothing is left behind");
    app.create(false, phrase(RIGHT)).await.unwrap();

    let app = computer.app();
    let view = app.view().await;
    assert_eq!(view.status, VaultStatus::Locked);
    assert_eq!(view.problem, None, "nothing is wrong: it asks");
    let outcome = app.unlock(None, VaultCopy::Newest).await;
    assert_eq!(code(outcome), "vault_keychain");
    app.unlock(phrase(RIGHT), VaultCopy::Newest).await.unwrap();
}

#[tokio::test]
async fn a_keychain_that_is_gone_is_named_and_the_passphrase_opens() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, phrase(RIGHT)).await.unwrap();
    computer.there.store(false, Ordering::SeqCst);
    let app = computer.app();
    let view = app.view().await;
    assert_eq!(view.status, VaultStatus::Locked);
    assert_eq!(view.problem.unwrap().code, "vault_keychain");
    app.unlock(phrase(RIGHT), VaultCopy::Newest).await.unwrap();

    // And one that works and has lost the key.
    computer.there.store(true, Ordering::SeqCst);
    let emptied = Computer {
        store: mock::Store::new().unwrap(),
        ..computer
    };
    let app = emptied.app();
    assert_eq!(app.view().await.problem.unwrap().code, "vault_key_gone");
    app.unlock(phrase(RIGHT), VaultCopy::Newest).await.unwrap();
}

#[tokio::test]
async fn threat_after_wrong_passphrases_one_waits() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(false, phrase(RIGHT)).await.unwrap();
    app.lock().await;
    for _ in 0..3 {
        let outcome = app.unlock(phrase("wrong"), VaultCopy::Newest).await;
        assert_eq!(code(outcome), "vault_wrong_passphrase");
    }
    // Also the right one is not tried.
    let refused = app.unlock(phrase(RIGHT), VaultCopy::Newest).await;
    let refused = refused.unwrap_err();
    assert_eq!(refused.code, "vault_wait");
    assert_eq!(refused.params["retry_after"], "5");
    assert_eq!(app.view().await.wait_seconds, 5);
    computer.pass(5);
    app.unlock(phrase(RIGHT), VaultCopy::Newest).await.unwrap();
    assert_eq!(app.view().await.wait_seconds, 0);
}

#[tokio::test]
async fn threat_an_older_copy_of_the_file_is_noticed() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, None).await.unwrap();
    let older = fs::read(computer.path()).unwrap();
    add(&app, "maria").await.unwrap();
    fs::write(computer.path(), older).unwrap();

    let app = computer.app();
    let view = app.view().await;
    assert_eq!(view.status, VaultStatus::Locked);
    assert_eq!(view.problem.unwrap().code, "vault_older");
    app.unlock(None, VaultCopy::Older).await.unwrap();
    assert_eq!(count(&app).await.unwrap(), 0);
    // Taken on purpose, it is the newest from now on.
    assert_eq!(computer.app().view().await.status, VaultStatus::Open);
}

#[tokio::test]
async fn a_damaged_file_is_named_and_the_copy_before_it_opens() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, None).await.unwrap();
    add(&app, "maria").await.unwrap();
    add(&app, "paul").await.unwrap();
    let mut file = fs::read(computer.path()).unwrap();
    *file.last_mut().unwrap() ^= 1;
    for damaged in [&file, &b"nothing"[..], &[]] {
        fs::write(computer.path(), damaged).unwrap();
        let problem = computer.app().view().await.problem.unwrap();
        assert_eq!(problem.code, "vault_damaged");
        assert_eq!(problem.params["previous"], "true");
    }
    let app = computer.app();
    app.unlock(None, VaultCopy::Previous).await.unwrap();
    assert_eq!(count(&app).await.unwrap(), 1);
    add(&app, "paul").await.unwrap();
    assert_eq!(count(&computer.app()).await.ok(), None);
    let app = computer.app();
    assert_eq!(app.view().await.status, VaultStatus::Open);
    assert_eq!(count(&app).await.unwrap(), 2);
}

#[tokio::test]
async fn a_backup_in_the_place_of_the_vault_opens_with_its_own_passphrase() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, phrase(RIGHT)).await.unwrap();
    add(&app, "maria").await.unwrap();
    let entries = app.read(|entries, _| entries.to_vec()).await.unwrap();
    let own = phrase("other quiet lanterns").unwrap();
    let sealed = export::sealed(&entries, &own, Argon2Cost::FLOOR, &mut SysRng);
    let elsewhere = Computer::new();
    fs::write(elsewhere.path(), sealed.unwrap()).unwrap();
    let app = elsewhere.app();
    let outcome = app.unlock(phrase(RIGHT), VaultCopy::Newest).await;
    assert_eq!(code(outcome), "vault_wrong_passphrase");
    app.unlock(Some(own), VaultCopy::Newest).await.unwrap();
    assert_eq!(count(&app).await.unwrap(), 1);
}

#[tokio::test]
async fn what_cannot_be_saved_did_not_happen() {
    let computer = Computer::new();
    let app = computer.app();
    app.create(true, None).await.unwrap();
    add(&app, "maria").await.unwrap();
    // Nothing can take the place of a folder that is not empty.
    let copy = previous(&computer.path());
    fs::remove_file(&copy).unwrap();
    fs::create_dir_all(copy.join("full")).unwrap();
    assert_eq!(code(add(&app, "paul").await), "vault_not_saved");
    assert_eq!(count(&app).await.unwrap(), 1);
    fs::remove_dir_all(&copy).unwrap();
    add(&app, "paul").await.unwrap();

    let other = computer.app();
    other.view().await;
    add(&other, "elsewhere").await.unwrap();
    assert_eq!(code(add(&app, "here").await), "vault_changed_elsewhere");
    assert_eq!(count(&app).await.unwrap(), 2);
}

#[tokio::test]
async fn goal_50_it_locks_when_idle_and_after_sleep() {
    let computer = Computer::new();
    let app = computer.app();
    let quarter = Duration::from_mins(15);
    app.create(true, None).await.unwrap();
    for _ in 0..14 {
        computer.pass(60);
        assert!(!app.lock_if_idle(quarter).await);
    }
    app.used().await;
    for _ in 0..14 {
        computer.pass(60);
        assert!(!app.lock_if_idle(quarter).await);
    }
    computer.pass(60);
    assert!(app.lock_if_idle(quarter).await);
    assert_eq!(app.view().await.status, VaultStatus::Locked);
    assert!(!app.lock_if_idle(quarter).await, "it is told once");
    app.unlock(None, VaultCopy::Newest).await.unwrap();
    computer.pass(61);
    assert!(app.lock_if_idle(quarter).await, "the computer slept");
}
