//! The second factor of a person: setting it up, showing it, and taking it away.

mod add;
pub(crate) mod begin_setup;
mod code;
pub(crate) mod complete;
pub(crate) mod fresh;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod recovery_codes;
pub(crate) mod remove;
pub(crate) mod rename;
mod renew;
pub(crate) mod reset;
mod routes;
pub(crate) mod secret;
pub(crate) mod show;
pub(crate) mod taken_away;

pub use routes::routes;
pub(crate) use routes::{measure_code, read_name};
