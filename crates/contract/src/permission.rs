//! The permission catalogue on the wire.

use keyholder_domain::permission::{Area, Permission, Precondition};
use serde::{Deserialize, Serialize};

/// One permission of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "marks of an entry, each of which holds or not by itself"
)]
pub struct CataloguePermission {
    /// The permission.
    pub permission: Permission,
    /// Its group.
    pub area: Area,
    /// What one must hold for it to have an effect.
    pub prerequisite: Option<Permission>,
    /// Whether a location scope narrows it.
    pub location_scoped: bool,
    /// Whether it needs a second factor.
    pub needs_second_factor: bool,
    /// Whether it deserves a warning before it is given.
    pub critical: bool,
    /// Whether giving it needs a second administrator, where the security policy says so.
    pub needs_approval: bool,
    /// What must be true of the customer.
    pub precondition: Option<Precondition>,
}

/// The whole catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PermissionCatalogue {
    /// Every permission, in the order in which to show them.
    pub items: Vec<CataloguePermission>,
}
