//! What a failed call to the store means to the caller.

use keyholder_contract::problem::ErrorCode;
use keyholder_store::StoreError;

use super::ApiError;

/// After how many seconds a caller should try again when the database does not answer.
const RETRY_AFTER_SECONDS: u64 = 1;

impl From<StoreError> for ApiError {
    /// A taken unique key that means something (a name, an address) is the action's to tell; what
    /// arrives here is a fault.
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::new(ErrorCode::NotFound).because(error),
            StoreError::Unavailable(_) => Self::unavailable(RETRY_AFTER_SECONDS).because(error),
            StoreError::UniqueViolation(_)
            | StoreError::Incompatible(_)
            | StoreError::Corrupt(_)
            | StoreError::Refused(_) => Self::internal(error),
        }
    }
}
