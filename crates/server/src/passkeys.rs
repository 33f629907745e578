//! Passkeys and security keys (WebAuthn). The ceremony happens in the system's browser, on a page that the
//! app opens with a link of its own; what the page hands back counts only on the device that asked.

pub(crate) mod begin_check;
mod begin_setup;
pub(crate) mod ceremony;
pub(crate) mod check;
pub(crate) mod relying_party;
mod remove;
mod rename;
mod routes;
pub(crate) mod setup;

pub(crate) use routes::{read_return, routes};
