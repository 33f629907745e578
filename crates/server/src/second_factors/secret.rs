//! The secret of an authenticator: drawn here, and stored sealed for its owner.

use keyholder_domain::{
    ids::UserId,
    second_factor::time_code::{CodeDigits, SECRET_BYTES, TimeCodeAlgorithm},
};
use keyholder_store::{authenticators::CodeSource, sealed_secrets::SealedSecret};
use zeroize::Zeroizing;

use super::code::CodeMaker;
use crate::{
    App,
    http::{ApiError, ApiResult},
    keys::{CannotOpen, ServerKeys},
    random::Random,
};

/// What the key is for.
const PURPOSE: &str = "authenticator-secret";

/// Draws a secret and seals it.
pub(crate) fn draw(
    app: &App,
    owner: UserId,
    algorithm: TimeCodeAlgorithm,
    digits: CodeDigits,
) -> ApiResult<CodeSource> {
    let secret = Zeroizing::new(app.random.bytes::<SECRET_BYTES>());
    let of = owner.as_uuid().into_bytes();
    let sealed = app.keys.encrypt(PURPOSE, &of, &*secret, &app.random);
    Ok(CodeSource {
        algorithm,
        digits,
        sealed_secret: sealed.map_err(ApiError::internal)?,
    })
}

/// Seals a secret with another key file.
pub(crate) fn reseal(
    old: &ServerKeys,
    new: &ServerKeys,
    random: &Random,
    secret: &SealedSecret,
) -> Result<SealedSecret, CannotOpen> {
    let of = secret.user_id.as_uuid().into_bytes();
    let plain = old.decrypt(PURPOSE, &of, &secret.sealed_secret)?;
    Ok(SealedSecret {
        id: secret.id,
        user_id: secret.user_id,
        sealed_secret: new.encrypt(PURPOSE, &of, &plain, random)?,
    })
}

/// Opens a secret to make codes with it.
pub(super) fn open(
    app: &App,
    owner: UserId,
    source: &CodeSource,
    shown_as: &str,
) -> ApiResult<CodeMaker> {
    let of = owner.as_uuid().into_bytes();
    let secret = app.keys.decrypt(PURPOSE, &of, &source.sealed_secret);
    CodeMaker::new(source, &secret.map_err(ApiError::internal)?, shown_as)
}
