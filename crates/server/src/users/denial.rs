//! What the rules refuse, as the contract says it.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::Denial,
    conversion::NotConverted,
    deactivation::WrongStatus,
    last_administrator::LastAdministrator,
    own_role::RoleDenial,
    permission::{Permission, PermissionSet},
};

use crate::http::ApiError;

/// The code of a denial.
pub(crate) const fn code_of(denial: Denial) -> ErrorCode {
    match denial {
        Denial::NotVisible => ErrorCode::NotFound,
        Denial::PermissionMissing(_) => ErrorCode::PermissionMissing,
        Denial::OwnAccess => ErrorCode::OwnAccess,
        Denial::TargetHoldsMore(_) => ErrorCode::TargetHoldsMore,
        Denial::ForeignOrigin => ErrorCode::AdoptFirst,
        Denial::GrantsMore(_) => ErrorCode::GrantsMore,
        Denial::OutsideLocations => ErrorCode::OutsideLocations,
        Denial::AdministratorLimited => ErrorCode::InvalidFields,
    }
}

impl From<Denial> for ApiError {
    fn from(denial: Denial) -> Self {
        let error = Self::new(code_of(denial));
        match denial {
            Denial::PermissionMissing(permission) => error.with("permission", permission.code()),
            Denial::TargetHoldsMore(permissions) | Denial::GrantsMore(permissions) => {
                error.with("permissions", codes(permissions))
            }
            Denial::AdministratorLimited => administrator_limited(),
            Denial::NotVisible
            | Denial::OwnAccess
            | Denial::ForeignOrigin
            | Denial::OutsideLocations => error,
        }
    }
}

/// The scope is the field to correct: a merchant administrator reaches every location (S69).
fn administrator_limited() -> ApiError {
    use keyholder_contract::problem::FieldCode;
    ApiError::invalid_fields(vec![crate::http::field_error(
        "scope.kind",
        FieldCode::NotAllowed,
        &[],
    )])
}

fn codes(permissions: PermissionSet) -> String {
    let codes: Vec<_> = permissions.iter().map(Permission::code).collect();
    codes.join(", ")
}

impl From<RoleDenial> for ApiError {
    fn from(denial: RoleDenial) -> Self {
        match denial {
            RoleDenial::BuiltIn => ErrorCode::RoleBuiltIn.into(),
            // There is no scope in the request that could be corrected.
            RoleDenial::Access(Denial::AdministratorLimited) => {
                ErrorCode::AdministratorLimited.into()
            }
            RoleDenial::Access(denial) => denial.into(),
        }
    }
}

/// The code of a denial about a role.
pub(crate) const fn code_of_role(denial: RoleDenial) -> ErrorCode {
    match denial {
        RoleDenial::BuiltIn => ErrorCode::RoleBuiltIn,
        RoleDenial::Access(denial) => code_of(denial),
    }
}

impl From<WrongStatus> for ApiError {
    fn from(WrongStatus(status): WrongStatus) -> Self {
        wrong_status(status)
    }
}

impl From<NotConverted> for ApiError {
    fn from(reason: NotConverted) -> Self {
        match reason {
            NotConverted::AlreadyVerified => ErrorCode::AlreadyVerified.into(),
            NotConverted::WrongStatus(wrong) => wrong.into(),
        }
    }
}

/// The code of why a user is not converted.
pub(crate) const fn code_of_conversion(reason: NotConverted) -> ErrorCode {
    match reason {
        NotConverted::AlreadyVerified => ErrorCode::AlreadyVerified,
        NotConverted::WrongStatus(_) => ErrorCode::WrongStatus,
    }
}

impl From<LastAdministrator> for ApiError {
    fn from(_: LastAdministrator) -> Self {
        ErrorCode::LastAdministrator.into()
    }
}

/// The refusal because of a status.
pub(crate) fn wrong_status(status: keyholder_domain::user_status::UserStatusKind) -> ApiError {
    let word = serde_json::to_value(status).unwrap_or_default();
    ApiError::new(ErrorCode::WrongStatus).with("status", word.as_str().unwrap_or_default())
}
