//! What a customer demands of passwords, sign-ins and sessions.

pub(crate) mod change;
pub(crate) mod factor_letters;
mod preview;
mod read;
pub(crate) mod requirements;
mod routes;
mod second_factor_effect;

pub use routes::routes;
