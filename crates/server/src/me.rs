//! Who is signed in.

mod read;
mod routes;

pub use routes::routes;
