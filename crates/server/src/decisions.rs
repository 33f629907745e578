//! Decisions: what a back office asks before it lets somebody act.

mod batch;
mod decide;
mod explain;
mod holders;
mod routes;
mod who_can_help;

#[cfg(feature = "demo")]
pub(crate) use batch::decide_all;
pub(crate) use decide::{decide, refused};
pub use routes::routes;
