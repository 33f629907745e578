//! The real keychain of this desktop, in the states in which people have it: gnome-keyring on a
//! D-Bus session of the test's own.

#![cfg(target_os = "linux")]

mod desktop;

use desktop::{
    Desktop, Keyring,
    stage::{looked, stage, within},
};
use keyholder_app::keychain::{KeyStorageKind, KeyStorageProblem, Keychain, Slot, system_keychain};
use zeroize::Zeroizing;

const SERVER: &str = "https://keyholder.example.com";

async fn problem_of_this_session() -> Option<KeyStorageProblem> {
    let keychain = Keychain::new(system_keychain);
    let storage = keychain.probe().await;
    assert_eq!(storage.kind, KeyStorageKind::Memory);
    assert_eq!(storage.name, "Secret Service");
    // Using it all the same keeps nothing and breaks nothing.
    let secret = Zeroizing::new(b"token".to_vec());
    keychain.write(Slot::RefreshToken, SERVER, secret).await;
    assert!(keychain.read(Slot::RefreshToken, SERVER).await.is_none());
    keychain.delete(Slot::RefreshToken, SERVER).await;
    storage.problem
}

#[tokio::test]
async fn an_unlocked_keychain_keeps_secrets_over_a_restart() {
    let token = b"a refresh token".to_vec();
    let key: Vec<u8> = (0..32).collect();
    match stage().as_deref() {
        None => {
            let desktop = Desktop::start(Keyring::Unlocked).await;
            let name = "an_unlocked_keychain_keeps_secrets_over_a_restart";
            within(&desktop, name, "write").await;
            within(&desktop, name, "read").await;
            return;
        }
        Some("write") => {
            let keychain = Keychain::new(system_keychain);
            assert_eq!(keychain.probe().await.kind, KeyStorageKind::Keychain);
            let secret = Zeroizing::new(token);
            keychain.write(Slot::RefreshToken, SERVER, secret).await;
            let secret = Zeroizing::new(key);
            keychain.write(Slot::DeviceKey, SERVER, secret).await;
            assert_eq!(keychain.storage().problem, None);
        }
        Some(_) => {
            let keychain = Keychain::new(system_keychain);
            assert_eq!(keychain.probe().await.kind, KeyStorageKind::Keychain);
            let read = keychain.read(Slot::RefreshToken, SERVER).await;
            assert_eq!(read.as_deref(), Some(&token));
            let read = keychain.read(Slot::DeviceKey, SERVER).await;
            assert_eq!(read.as_deref(), Some(&key));
            let other = "https://other.example.com";
            assert!(keychain.read(Slot::DeviceKey, other).await.is_none());
            keychain.delete(Slot::RefreshToken, SERVER).await;
            keychain.delete(Slot::RefreshToken, SERVER).await;
            assert!(keychain.read(Slot::RefreshToken, SERVER).await.is_none());
            assert_eq!(keychain.storage().kind, KeyStorageKind::Keychain);
        }
    }
    looked();
}

#[tokio::test]
async fn a_locked_keychain_is_named() {
    if stage().is_none() {
        let desktop = Desktop::start(Keyring::Locked).await;
        return within(&desktop, "a_locked_keychain_is_named", "look").await;
    }
    let problem = problem_of_this_session().await;
    assert_eq!(problem, Some(KeyStorageProblem::Locked));
    looked();
}

#[tokio::test]
async fn a_missing_keychain_is_named() {
    if stage().is_none() {
        let desktop = Desktop::start(Keyring::Missing).await;
        return within(&desktop, "a_missing_keychain_is_named", "look").await;
    }
    let problem = problem_of_this_session().await;
    assert_eq!(problem, Some(KeyStorageProblem::NoService));
    looked();
}

#[tokio::test]
async fn a_missing_session_bus_is_named() {
    if stage().is_none() {
        let desktop = Desktop::start(Keyring::NoBus).await;
        return within(&desktop, "a_missing_session_bus_is_named", "look").await;
    }
    let problem = problem_of_this_session().await;
    assert_eq!(problem, Some(KeyStorageProblem::NoSessionBus));
    looked();
}
