//! Confirming a sign-in on another device of the same person (decision 42).

mod answer;
mod devices;
mod enrol;
mod events;
mod number;
mod open;
mod raise;
mod refused;
mod routes;
mod streams;

pub(crate) use raise::reachable;
pub(crate) use routes::routes;
pub(crate) use streams::EventStreams;
pub(crate) use streams::tell as tell_streams;
