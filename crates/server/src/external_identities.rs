//! Accounts at another provider: signing in with one, linking and unlinking one's own.

mod finish;
pub(crate) mod invited;
mod link;
mod own;
mod routes;
mod run;
pub(crate) mod sever;
mod sign_in;
mod unlink;

pub use routes::routes;
