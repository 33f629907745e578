//! Roles: named sets of permissions.

pub(crate) mod list;
mod routes;

pub use routes::routes;
