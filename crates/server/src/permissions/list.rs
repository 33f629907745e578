//! Every permission and what the catalogue says of it.

use keyholder_contract::permission::{CataloguePermission, PermissionCatalogue};
use keyholder_domain::permission::Permission;

/// The catalogue, in the order in which to show it.
pub(crate) fn list() -> PermissionCatalogue {
    let items = Permission::all()
        .map(|permission| {
            let entry = permission.entry();
            CataloguePermission {
                permission,
                area: entry.area,
                prerequisite: entry.prerequisite,
                location_scoped: entry.location_scoped,
                needs_second_factor: entry.needs_second_factor,
                critical: entry.critical,
                needs_approval: entry.needs_approval,
                precondition: entry.precondition,
            }
        })
        .collect();
    PermissionCatalogue { items }
}
