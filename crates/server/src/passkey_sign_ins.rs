//! Signing in with a passkey in place of name and password (decision 56). The app begins without a name and
//! shows a number; the page of the system's browser asks for that number and for a passkey, and hands the app
//! a proof, which says whose sign-in it is.

mod answer;
mod begin;
pub(crate) mod number;
mod routes;

pub(crate) use routes::routes;
