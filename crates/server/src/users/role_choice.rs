//! Roles that a request names.

use std::collections::BTreeSet;

use keyholder_contract::problem::FieldCode;
use keyholder_domain::{
    ids::{CustomerId, RoleId},
    permission::PermissionSet,
};
use keyholder_store::{
    Read,
    roles::{self, Role},
};

use crate::http::{ApiResult, Fields, field_error};

/// What the roles allow together; ids that are no role of this customer are named by their place.
pub(crate) async fn permissions(
    on: &impl Read,
    customer: CustomerId,
    role_ids: &[RoleId],
) -> ApiResult<PermissionSet> {
    Ok(together(&find(on, customer, role_ids).await?))
}

/// The roles; ids that are no role of this customer are named by their place.
async fn find(on: &impl Read, customer: CustomerId, role_ids: &[RoleId]) -> ApiResult<Vec<Role>> {
    let wanted: BTreeSet<_> = role_ids.iter().copied().collect();
    let found = roles::find_all(on, customer, &wanted).await?;
    all_known(found, role_ids)
}

/// What was found of the roles that a request names, if that is all of them.
pub(super) fn all_known(found: Vec<Role>, role_ids: &[RoleId]) -> ApiResult<Vec<Role>> {
    let known: BTreeSet<_> = found.iter().map(|role| role.id).collect();
    let mut fields = Fields::default();
    for (index, id) in role_ids.iter().enumerate() {
        if !known.contains(id) {
            fields.add(field_error(
                &format!("role_ids.{index}"),
                FieldCode::Unknown,
                &[],
            ));
        }
    }
    fields.finish()?;
    Ok(found)
}

/// What roles allow together.
pub(crate) fn together(roles: &[Role]) -> PermissionSet {
    let each = roles.iter().map(|role| role.permissions);
    each.fold(PermissionSet::empty(), |all, one| all | one)
}
