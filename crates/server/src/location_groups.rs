//! Groups of locations: made, changed and deleted by the customer (lift L7).

mod change;
mod create;
mod delete;
mod fields;
mod read;
mod routes;

pub use routes::routes;
