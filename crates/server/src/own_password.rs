//! One's own password: changing it, and saying that it may have leaked.

mod change;
pub(crate) mod notice;
mod report_leak;
mod routes;

pub use routes::routes;
pub(crate) use routes::{measure, measure_if_any};
