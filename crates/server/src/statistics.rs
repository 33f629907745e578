//! Figures of a customer at a glance.

mod days;
mod read;
mod routes;

pub(crate) use routes::routes;
