//! Every error of a keychain at every call: never a panic, never a secret elsewhere, always a word.

use std::{
    any::Any,
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use keyring_core::{
    Credential, Entry,
    api::{CredentialApi, CredentialStoreApi},
    mock,
};

use super::*;

type Fault = fn() -> Error;

const FAULTS: [(Fault, KeyStorageProblem); 8] = [
    (
        || Error::PlatformFailure("x".into()),
        KeyStorageProblem::Failed,
    ),
    (
        || Error::NoStorageAccess("x".into()),
        KeyStorageProblem::Denied,
    ),
    (|| Error::NoDefaultStore, KeyStorageProblem::NoService),
    (|| Error::BadEncoding(vec![0xff]), KeyStorageProblem::Failed),
    (
        || Error::BadStoreFormat("x".into()),
        KeyStorageProblem::Failed,
    ),
    (
        || Error::TooLong("secret".into(), 1),
        KeyStorageProblem::Failed,
    ),
    (|| Error::Ambiguous(Vec::new()), KeyStorageProblem::Failed),
    (
        || Error::NotSupportedByStore("x".into()),
        KeyStorageProblem::Failed,
    ),
];

/// A keychain of which one call, counted from the start, fails.
#[derive(Debug)]
struct Faulty {
    store: Arc<mock::Store>,
    calls: Arc<AtomicUsize>,
    fails_at: usize,
    fault: Fault,
}

#[derive(Debug)]
struct FaultyEntry {
    entry: Entry,
    calls: Arc<AtomicUsize>,
    fails_at: usize,
    fault: Fault,
}

impl FaultyEntry {
    fn count(&self) -> Result<(), Error> {
        if self.calls.fetch_add(1, Ordering::SeqCst) + 1 == self.fails_at {
            return Err((self.fault)());
        }
        Ok(())
    }
}

impl CredentialApi for FaultyEntry {
    fn set_secret(&self, secret: &[u8]) -> Result<(), Error> {
        self.count()?;
        self.entry.set_secret(secret)
    }

    fn get_secret(&self) -> Result<Vec<u8>, Error> {
        self.count()?;
        self.entry.get_secret()
    }

    fn delete_credential(&self) -> Result<(), Error> {
        self.count()?;
        self.entry.delete_credential()
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>, Error> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl CredentialStoreApi for Faulty {
    fn vendor(&self) -> String {
        "test".to_owned()
    }

    fn id(&self) -> String {
        "test".to_owned()
    }

    fn build(
        &self,
        service: &str,
        user: &str,
        modifiers: Option<&HashMap<&str, &str>>,
    ) -> Result<Entry, Error> {
        Ok(Entry::new_with_credential(Arc::new(FaultyEntry {
            entry: self.store.build(service, user, modifiers)?,
            calls: Arc::clone(&self.calls),
            fails_at: self.fails_at,
            fault: self.fault,
        })))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn faulty(fails_at: usize, fault: Fault) -> Keychain {
    let store = mock::Store::new().unwrap();
    let calls = Arc::new(AtomicUsize::new(0));
    Keychain::new(move || {
        Ok(Arc::new(Faulty {
            store: Arc::clone(&store),
            calls: Arc::clone(&calls),
            fails_at,
            fault,
        }))
    })
}

const SERVER: &str = "https://keyholder.example.com";

async fn journey(keychain: &Keychain) -> Option<Vec<u8>> {
    keychain.probe().await;
    keychain
        .write(
            Slot::RefreshToken,
            SERVER,
            Zeroizing::new(b"token".to_vec()),
        )
        .await;
    let read = keychain.read(Slot::RefreshToken, SERVER).await;
    keychain.delete(Slot::RefreshToken, SERVER).await;
    read.map(|secret| secret.to_vec())
}

#[tokio::test]
async fn a_keychain_that_works_keeps_and_forgets() {
    let keychain = faulty(usize::MAX, || Error::NoEntry);
    assert_eq!(journey(&keychain).await.as_deref(), Some(&b"token"[..]));
    assert_eq!(keychain.storage().kind, KeyStorageKind::Keychain);
    assert!(keychain.read(Slot::RefreshToken, SERVER).await.is_none());
    assert!(keychain.read(Slot::DeviceKey, SERVER).await.is_none());
}

#[tokio::test]
async fn every_error_at_every_call_has_its_word() {
    // Three calls of the probe, then write, read, delete.
    for fails_at in 1..=6 {
        for (fault, problem) in FAULTS {
            let keychain = faulty(fails_at, fault);
            journey(&keychain).await;
            let storage = keychain.storage();
            assert_eq!(
                storage.kind,
                KeyStorageKind::Memory,
                "{fails_at} {}",
                fault()
            );
            assert_eq!(storage.problem, Some(problem), "{fails_at} {}", fault());
        }
    }
}

#[tokio::test]
async fn a_keychain_that_works_later_is_used_then() {
    let keychain = faulty(1, || Error::NoStorageAccess("locked".into()));
    assert_eq!(keychain.probe().await.kind, KeyStorageKind::Memory);
    assert_eq!(keychain.probe().await.kind, KeyStorageKind::Keychain);
}

#[tokio::test]
async fn a_keychain_that_cannot_be_opened_is_memory() {
    let keychain = Keychain::new(|| Err(Error::NoDefaultStore));
    let storage = keychain.probe().await;
    assert_eq!(storage.problem, Some(KeyStorageProblem::NoService));
    assert_eq!(journey(&keychain).await, None);
}
