//! The permission catalogue, the same for everyone.

mod routes;

pub use routes::routes;
