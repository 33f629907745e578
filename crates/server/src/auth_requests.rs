//! Confirming a sign-in, or a step-up, on another device of the same person (decisions 42, 49 and
//! 61).

mod answer;
mod described;
mod devices;
mod enrol;
mod events;
mod named;
mod number;
mod open;
mod raise;
mod refused;
mod routes;
mod step_up;
mod streams;

pub(crate) use devices::end_enrolments;
pub(crate) use named::{NamedActions, purpose};
pub(crate) use raise::reachable;
pub(crate) use routes::routes;
pub(crate) use streams::EventStreams;
pub(crate) use streams::tell as tell_streams;
