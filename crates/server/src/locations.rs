//! Locations and their terminals.

mod list;
mod reach;
mod read;
mod routes;
mod view;

pub use routes::routes;
