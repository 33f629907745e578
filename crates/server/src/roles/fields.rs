//! Reading what an own role is called and allows: every fault of every field at once.

use keyholder_contract::{
    problem::{FieldCode, FieldError},
    role::SaveRole,
};
use keyholder_domain::{
    own_role,
    permission::{Permission, PermissionSet},
    role_name::{self, RoleName, RoleNameError},
};
use keyholder_store::{StoreError, error::unique};

use crate::http::{ApiError, ApiResult, Fields, field_error};

/// An acceptable role.
pub(crate) struct Saved {
    pub(super) name: RoleName,
    pub(super) permissions: PermissionSet,
}

/// Reads the request.
pub(super) fn read(request: &SaveRole) -> ApiResult<Saved> {
    let mut fields = Fields::default();
    let name = fields.take(request.name.parse(), name_fault);
    let mut permissions = PermissionSet::empty();
    for (index, permission) in request.permissions.iter().enumerate() {
        if !permissions.insert(*permission) {
            let field = format!("permissions.{index}");
            fields.add(field_error(&field, FieldCode::Duplicate, &[]));
        }
    }
    if permissions.is_empty() {
        fields.add(field_error("permissions", FieldCode::TooFew, &[("min", 1)]));
    }
    name_unmet(&mut fields, &request.permissions, permissions);
    fields.finish()?;
    // `finish` has returned if the name is missing.
    let name = name.ok_or_else(|| ApiError::invalid_fields(Vec::new()))?;
    Ok(Saved { name, permissions })
}

/// Names each chosen permission that has no effect within what is held afterwards (S53).
pub(crate) fn name_unmet(fields: &mut Fields, chosen: &[Permission], held: PermissionSet) {
    for unmet in own_role::unmet(held) {
        if let Some(index) = chosen.iter().position(|each| *each == unmet.permission) {
            let mut fault = field_error(
                &format!("permissions.{index}"),
                FieldCode::NeedsPrerequisite,
                &[],
            );
            fault.params.insert(
                "prerequisite".to_owned(),
                unmet.prerequisite.code().to_owned(),
            );
            fields.add(fault);
        }
    }
}

pub(crate) fn name_fault(error: RoleNameError) -> FieldError {
    match error {
        RoleNameError::Empty => field_error("name", FieldCode::Required, &[]),
        RoleNameError::TooLong => {
            field_error("name", FieldCode::TooLong, &[("max", role_name::MAX_CHARS)])
        }
        RoleNameError::ForbiddenCharacter => {
            field_error("name", FieldCode::ForbiddenCharacter, &[])
        }
    }
}

/// A failed save, where another role of the customer has the name.
pub(super) fn taken(error: StoreError) -> ApiError {
    if error.is_taken(unique::ROLE_NAME) {
        ApiError::invalid_fields(vec![field_error("name", FieldCode::Taken, &[])])
    } else {
        error.into()
    }
}
