//! What every test needs: a running service, people in it, and ways to call it.

pub(crate) mod browser;
pub(crate) mod certificate;
pub(crate) mod confirming;
pub(crate) mod depth;
pub(crate) mod faketime;
pub(crate) mod fault_proxy;
pub(crate) mod fault_smtp;
mod heard;
pub(crate) mod house;
pub(crate) mod identity_provider;
mod kept_filters;
pub(crate) mod mailbox;
pub(crate) mod passkey_page;
mod people;
pub(crate) mod phone;
pub(crate) mod program;
mod provider;
mod raw;
pub(crate) mod real_provider;
pub(crate) mod refusal;
pub(crate) mod requests;
mod security_key;
pub(crate) mod smtp;
pub(crate) mod wiretap;

pub(crate) use browser::Browser;
pub(crate) use heard::Heard;
pub(crate) use house::{Hashing, House};
pub(crate) use people::{Member, Merchant, PASSWORD, Person, try_sign_in};
pub(crate) use raw::{Device, Reply};
pub(crate) use security_key::SecurityKey;
