//! One's own password: changing it, and saying that it may have leaked.

mod change;
pub(crate) mod notice;
mod report_leak;
mod routes;

pub(crate) use routes::measure;
pub use routes::routes;
