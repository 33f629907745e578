//! What the keychain keeps for a vault: the key that opens it, and how often it was sealed.

use keyholder_authenticator::vault::KeychainKey;
use zeroize::Zeroizing;

use crate::keychain::{KeyStorageProblem, Keychain, Slot};

/// Names a vault in the keychain.
pub(super) fn name(id: [u8; 16]) -> String {
    format!("{:032x}", u128::from_be_bytes(id))
}

/// The key that is kept for a vault, or why nobody can know. Some keychains say of a locked entry that
/// there is none: only a trial tells both apart.
pub(super) async fn key(
    keychain: &Keychain,
    id: [u8; 16],
) -> Result<Option<KeychainKey>, KeyStorageProblem> {
    works(keychain).await?;
    let kept = keychain.read(Slot::VaultKey, &name(id)).await;
    let key = kept.and_then(|bytes| KeychainKey::from_bytes(&bytes));
    if key.is_none() {
        keychain.try_again().await;
        works(keychain).await?;
    }
    Ok(key)
}

/// Keeps the key of a vault, and makes sure that it is there.
pub(super) async fn keep_key(
    keychain: &Keychain,
    id: [u8; 16],
    key: &KeychainKey,
) -> Result<(), KeyStorageProblem> {
    works(keychain).await?;
    let bytes = Zeroizing::new(key.expose().to_vec());
    keychain.write(Slot::VaultKey, &name(id), bytes).await;
    let kept = keychain.read(Slot::VaultKey, &name(id)).await;
    match kept {
        Some(kept) if kept.as_slice() == key.expose() => Ok(()),
        _ => Err(keychain
            .storage()
            .problem
            .unwrap_or(KeyStorageProblem::Failed)),
    }
}

/// How often the vault was sealed, as far as the keychain remembers.
pub(super) async fn counter(keychain: &Keychain, id: [u8; 16]) -> Option<u64> {
    let kept = keychain.read(Slot::VaultCounter, &name(id)).await?;
    <[u8; 8]>::try_from(kept.as_slice())
        .ok()
        .map(u64::from_le_bytes)
}

/// Remembers how often the vault was sealed. Where that fails an older copy goes unnoticed, and nothing
/// else is worse: the log says so.
pub(super) async fn remember(keychain: &Keychain, id: [u8; 16], counter: u64) {
    let bytes = Zeroizing::new(counter.to_le_bytes().to_vec());
    keychain.write(Slot::VaultCounter, &name(id), bytes).await;
}

async fn works(keychain: &Keychain) -> Result<(), KeyStorageProblem> {
    keychain.probe().await.problem.map_or(Ok(()), Err)
}
