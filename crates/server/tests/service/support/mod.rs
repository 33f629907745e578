//! What every test needs: a running service, people in it, and ways to call it.

mod house;
mod people;
mod raw;

pub(crate) use house::{House, START};
pub(crate) use people::{Member, Merchant, PASSWORD, Person};
pub(crate) use raw::{Device, Reply};
