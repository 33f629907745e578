//! The app's own updater against a web server on this machine: the attempts that must fail, and the manners
//! of an honest update. The rules behind it have tests of their own in `crates/updates`.

#![cfg(target_os = "linux")]
#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may fail by panicking"
)]

#[path = "updates/attacks.rs"]
mod attacks;
#[path = "updates/going_back.rs"]
mod going_back;
#[path = "updates/kills.rs"]
mod kills;
#[path = "updates/machine.rs"]
mod machine;
#[path = "updates/manners.rs"]
mod manners;
#[path = "updates/restart.rs"]
mod restart;
#[path = "updates/server.rs"]
mod server;
