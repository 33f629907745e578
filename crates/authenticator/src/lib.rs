//! The user's own authenticator: what a person keeps in it, the codes of a moment, and the sealed file
//! that holds it. It knows no network, no window and no clock: the moment is a parameter.

pub mod account;
pub mod auto_lock;
pub mod code;
pub mod entry;
pub mod export;
pub mod favourites;
pub mod import;
pub mod order;
pub mod otpauth;
pub mod own;
pub mod qr;
pub mod search;
pub mod secret;
pub mod vault;
pub mod wrong_passphrases;
