//! What the rule refuses, as the contract says it.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{access::Denial, pending_change::GrantDenial};

use crate::{http::ApiError, users::denial::code_of as code_of_access};

/// The code of a denial.
pub(super) const fn code_of(denial: GrantDenial) -> ErrorCode {
    match denial {
        GrantDenial::Ended(_) => ErrorCode::ChangeEnded,
        GrantDenial::OwnChange => ErrorCode::OwnChange,
        GrantDenial::NotIndependent => ErrorCode::NotIndependent,
        // There is no scope in the request that could be corrected.
        GrantDenial::Access(Denial::AdministratorLimited) => ErrorCode::AdministratorLimited,
        GrantDenial::Access(denial) => code_of_access(denial),
    }
}

impl From<GrantDenial> for ApiError {
    fn from(denial: GrantDenial) -> Self {
        match denial {
            GrantDenial::Ended(state) => {
                Self::new(ErrorCode::ChangeEnded).with("state", state.code())
            }
            GrantDenial::Access(Denial::AdministratorLimited)
            | GrantDenial::OwnChange
            | GrantDenial::NotIndependent => Self::new(code_of(denial)),
            GrantDenial::Access(denial) => denial.into(),
        }
    }
}
