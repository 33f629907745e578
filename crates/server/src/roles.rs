//! Roles: named sets of permissions.

pub(crate) mod change;
mod create;
pub(crate) mod delete;
pub(crate) mod fields;
pub(crate) mod list;
mod routes;

pub use routes::routes;
