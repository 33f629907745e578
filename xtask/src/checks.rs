//! The checks, one subject a file.

pub(crate) mod api_fuzz;
pub(crate) mod clippy;
pub(crate) mod generated;
pub(crate) mod policy;
pub(crate) mod rust;
pub(crate) mod style;
pub(crate) mod user_interface;
pub(crate) mod window;
