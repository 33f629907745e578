//! Activation links.

mod invite;
pub(crate) mod issue;
pub mod link;
mod routes;
pub(crate) mod try_code;

pub use routes::routes;
