//! Confirming a sign-in on another device of the same person (decision 42).

mod answer;
mod devices;
mod enrol;
mod number;
mod open;
mod raise;
mod refused;
mod routes;

pub(crate) use raise::reachable;
pub(crate) use routes::routes;
