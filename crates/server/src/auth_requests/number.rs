//! The six digits of a request: made from the key file and its id, so that no copy of the database holds
//! them.

use keyholder_domain::{ids::AuthRequestId, second_factor::mailed_code};
use subtle::ConstantTimeEq as _;

use crate::keys::ServerKeys;

/// What the key is for.
const PURPOSE: &str = "auth-request";

/// The digits.
pub(super) fn of(keys: &ServerKeys, request: AuthRequestId) -> String {
    mailed_code::digits_of(keys.seal(PURPOSE, request.as_uuid().as_bytes()))
}

/// Whether somebody typed them; grouped or not.
pub(super) fn is(keys: &ServerKeys, request: AuthRequestId, typed: &str) -> bool {
    let digits = of(keys, request);
    mailed_code::read(typed)
        .is_some_and(|typed| bool::from(typed.as_bytes().ct_eq(digits.as_bytes())))
}
