//! What is measured, one subject a file.

pub(crate) mod creations;
pub(crate) mod lists;
pub(crate) mod locations;
pub(crate) mod round_trips;
pub(crate) mod sessions;
pub(crate) mod sign_ins;
pub(crate) mod start_up;
