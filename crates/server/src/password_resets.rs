//! Reset links: asked for by the person, sent by an administrator, and used on the account page.

pub(crate) mod by_passkey;
pub(crate) mod complete;
pub(crate) mod issue;
pub(crate) mod opened;
mod request;
mod routes;
mod send;

pub use routes::routes;
