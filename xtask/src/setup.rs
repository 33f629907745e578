//! What a fresh machine needs, each part installed only where it is missing.

pub(crate) mod display;
pub(crate) mod node;
pub(crate) mod python;
pub(crate) mod system;
pub(crate) mod tools;
pub(crate) mod user_interface;

/// Whether nobody is there to be asked.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true")
}
