//! Decisions: what a back office asks before it lets somebody act.

mod decide;
mod routes;

pub(crate) use decide::decide;
pub use routes::routes;
