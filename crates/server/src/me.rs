//! Who is signed in: their own data, and the customers they belong to.

mod accept_membership;
mod change_email;
mod change_profile;
pub(crate) mod confirm_password;
mod decline_membership;
mod leave;
mod offers;
mod profile;
mod read;
mod routes;
mod stop_change;

pub use routes::routes;
