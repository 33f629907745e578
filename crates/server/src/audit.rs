//! The audit log: written with every change, read by who may see activity.

mod cursor;
mod list;
mod record;
mod routes;

pub(crate) use record::{Entry, record};
pub use routes::routes;
