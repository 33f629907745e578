//! Drawing and hashing recovery codes. The hash is keyed: who has the database alone cannot even try.

use keyholder_domain::{
    ids::UserId,
    second_factor::recovery_code::{self, RecoveryCode},
};
use keyholder_store::{TokenHash, WriteTransaction, second_factors};
use zeroize::Zeroizing;

use crate::{App, http::ApiResult, keys::ServerKeys};

/// What the key is for.
const PURPOSE: &str = "recovery-code";

/// Draws ten codes in place of those that there were. They are shown once: only hashes are kept.
pub(crate) async fn replace(
    tx: &WriteTransaction,
    app: &App,
    user: UserId,
) -> ApiResult<Vec<String>> {
    let codes: Vec<_> = (0..recovery_code::COUNT)
        .map(|_| RecoveryCode::from_bytes(app.random.bytes()))
        .collect();
    let hashes: Vec<_> = codes
        .iter()
        .map(|code| hash(&app.keys, user, code))
        .collect();
    second_factors::set_recovery_codes(tx, user, &hashes).await?;
    Ok(codes.iter().map(ToString::to_string).collect())
}

/// What is stored of a code.
fn hash(keys: &ServerKeys, user: UserId, code: &RecoveryCode) -> TokenHash {
    keys.seal(PURPOSE, &message(user, code))
}

/// What may be stored of a code: it was drawn before the key file was rotated, perhaps.
pub(super) fn hashes(keys: &ServerKeys, user: UserId, code: &RecoveryCode) -> Vec<TokenHash> {
    keys.seals(PURPOSE, &message(user, code)).collect()
}

fn message(user: UserId, code: &RecoveryCode) -> Zeroizing<Vec<u8>> {
    let mut message = user.as_uuid().into_bytes().to_vec();
    message.extend_from_slice(code.expose().as_bytes());
    Zeroizing::new(message)
}
