//! Signing in.

mod admit;
mod count;
mod outcome;
mod refuse;
mod routes;
mod start;

pub use routes::routes;
