//! The number of a sign-in: made from the key file and its id, so that no copy of the database holds it.

use keyholder_domain::{ids::SignInId, passkey};

use crate::keys::ServerKeys;

/// What the key is for.
const PURPOSE: &str = "passkey-sign-in";

/// The number.
pub(crate) fn of(keys: &ServerKeys, sign_in: SignInId) -> u8 {
    passkey::number_of(keys.seal(PURPOSE, sign_in.as_uuid().as_bytes()))
}

/// Whether somebody typed it.
pub(crate) fn is(keys: &ServerKeys, sign_in: SignInId, typed: &str) -> bool {
    passkey::read_number(typed) == Some(of(keys, sign_in))
}
