//! Accounts at another provider: signing in with one, linking and unlinking one's own.

mod finish;
mod link;
mod own;
mod routes;
mod run;
pub(crate) mod sever;
mod sign_in;
mod unlink;

pub use routes::routes;
