//! Roles that a request names.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_contract::problem::FieldCode;
use keyholder_domain::{
    ids::{CustomerId, RoleId},
    permission::PermissionSet,
};
use keyholder_store::{Read, roles};

use crate::http::{ApiResult, Fields, field_error};

/// What the roles allow together; ids that are no role of this customer are named by their place.
pub(crate) async fn permissions(
    on: &impl Read,
    customer: CustomerId,
    role_ids: &[RoleId],
) -> ApiResult<PermissionSet> {
    let wanted: BTreeSet<_> = role_ids.iter().copied().collect();
    let found: BTreeMap<_, _> = roles::find_all(on, customer, &wanted)
        .await?
        .into_iter()
        .map(|role| (role.id, role.permissions))
        .collect();
    let mut fields = Fields::default();
    let mut all = PermissionSet::empty();
    for (index, id) in role_ids.iter().enumerate() {
        match found.get(id) {
            Some(permissions) => all |= *permissions,
            None => fields.add(field_error(
                &format!("role_ids.{index}"),
                FieldCode::Unknown,
                &[],
            )),
        }
    }
    fields.finish()?;
    Ok(all)
}
