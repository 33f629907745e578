//! Customers.

mod change_alias;
mod list;
mod read;
mod routes;
pub(crate) mod set_up;
pub(crate) mod view;

pub use routes::routes;
