//! The second factor of a person: setting it up, showing it, and taking it away.

mod add;
mod begin_setup;
mod code;
pub(crate) mod fresh;
mod letters;
mod list;
mod recovery_codes;
mod remove;
mod rename;
mod renew;
mod routes;
mod secret;
pub(crate) mod show;
pub(crate) mod taken_away;

pub(crate) use routes::measure_code;
pub use routes::routes;
