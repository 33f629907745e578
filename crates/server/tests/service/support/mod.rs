//! What every test needs: a running service, people in it, and ways to call it.

pub(crate) mod browser;
mod house;
mod mailbox;
mod people;
mod raw;
pub(crate) mod requests;
pub(crate) mod smtp;

pub(crate) use browser::Browser;
pub(crate) use house::House;
pub(crate) use people::{Member, Merchant, PASSWORD, Person, try_sign_in};
pub(crate) use raw::{Device, Reply};
