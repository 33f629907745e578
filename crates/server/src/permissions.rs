//! The permission catalogue, the same for everyone.

mod list;
mod routes;

pub use routes::routes;
