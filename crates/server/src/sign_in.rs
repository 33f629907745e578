//! Signing in.

pub(crate) mod address_limit;
mod admit;
pub(crate) mod beat;
mod count;
pub(crate) mod external;
pub(crate) mod mailed_code;
mod next;
mod outcome;
pub(crate) mod passkey;
mod refuse;
mod routes;
mod session;
mod set_password;
mod set_up;
mod show_second_factor;
mod start;

pub use address_limit::AddressLimit;
pub(crate) use count::STRANGERS;
pub(crate) use routes::measure_device_name;
pub use routes::routes;
pub(crate) use set_up::{complete_by_passkey, due_set_up};
pub(crate) use show_second_factor::open_methods;
