//! What the service refused, in one word.

use keyholder_client::Error;
use keyholder_contract::problem::ErrorCode;

/// The code of a problem; nothing for any other error.
pub(crate) fn code(error: &Error) -> Option<ErrorCode> {
    match error {
        Error::Problem(problem) => Some(problem.code),
        _ => None,
    }
}
