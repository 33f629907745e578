//! What a customer demands of passwords, sign-ins and sessions.

pub(crate) mod change;
mod preview;
mod read;
pub(crate) mod requirements;
mod routes;

pub use routes::routes;
