//! Which locations the caller may know of.

use keyholder_domain::{access, location_scope::LocationScope, permission::Permission};

use crate::{
    auth::{AtCustomer, Standing},
    http::ApiResult,
};

/// Members with the permission see those they reach; an operator sees all.
pub(super) fn reach(at: &AtCustomer) -> ApiResult<LocationScope> {
    match &at.standing {
        Standing::Operator => Ok(LocationScope::All),
        Standing::Member(actor) => {
            access::holds(actor, Permission::LocationsView)?;
            Ok(actor.access.scope.clone())
        }
    }
}
