//! Activation links.

mod invite;
pub(crate) mod issue;
pub mod link;
mod routes;

pub use routes::routes;
