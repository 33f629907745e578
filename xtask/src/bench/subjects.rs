//! What is measured, one subject a file.

pub(crate) mod code_sign_ins;
pub(crate) mod creations;
pub(crate) mod flood;
pub(crate) mod lists;
pub(crate) mod locations;
pub(crate) mod round_trips;
pub(crate) mod sessions;
pub(crate) mod sign_ins;
pub(crate) mod start_up;
