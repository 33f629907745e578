//! What a failed call to the store means to the caller.

use keyholder_contract::problem::ErrorCode;
use keyholder_store::{StoreError, error::unique};

use super::ApiError;

/// After how many seconds a caller should try again when the database does not answer.
const RETRY_AFTER_SECONDS: u64 = 1;

impl From<StoreError> for ApiError {
    /// A taken unique key that means something (a name, an address) is the action's to tell; what
    /// arrives here is a fault; but for a proof that was used before, which any write may meet.
    fn from(error: StoreError) -> Self {
        match error {
            _ if error.is_taken(unique::PROOF) => Self::new(ErrorCode::InvalidProof),
            StoreError::NotFound => Self::new(ErrorCode::NotFound).because(error),
            StoreError::Unavailable(_) => Self::unavailable(RETRY_AFTER_SECONDS).because(error),
            StoreError::UniqueViolation(_)
            | StoreError::Incompatible(_)
            | StoreError::Corrupt(_)
            | StoreError::Refused(_) => Self::internal(error),
        }
    }
}
