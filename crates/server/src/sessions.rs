//! Sessions: a signed-in device.

mod end;
pub(crate) mod everywhere;
mod refresh;
mod routes;
mod step_up;
pub(crate) mod tokens;

pub use routes::routes;
