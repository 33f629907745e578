//! Accounts at another provider: signing in with one, linking and unlinking one's own.

mod finish;
pub(crate) mod invited;
mod link;
pub(crate) mod own;
mod routes;
mod run;
pub(crate) mod sever;
mod sign_in;
mod step_up;
mod unlink;

pub use routes::routes;
pub(crate) use run::offered;
