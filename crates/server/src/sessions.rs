//! Sessions: a signed-in device.

mod device_routes;
mod devices;
mod end;
pub(crate) mod everywhere;
mod own_devices;
mod refresh;
mod routes;
mod signed_out;
mod step_up;
pub(crate) mod tokens;
mod user_devices;

pub use routes::routes;
