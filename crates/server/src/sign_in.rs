//! Signing in.

mod admit;
mod count;
mod outcome;
mod refuse;
mod routes;
mod session;
mod set_password;
mod start;

pub(crate) use count::STRANGERS;
pub use routes::routes;
