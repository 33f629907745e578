//! Bringing back an administrator who lost everything (C22): operators begin and end it, everybody
//! concerned is told and may stop it.

mod all;
mod fields;
mod finish;
mod letters;
mod list;
mod moved;
mod routes;
mod start;
mod stop;
pub(crate) mod stopping;
pub(crate) mod visit;

pub use routes::routes;
