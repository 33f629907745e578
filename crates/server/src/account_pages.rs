//! Pages for the system's browser, reached through a link: plain HTML, without script but for passkeys,
//! which browsers offer to scripts alone.
//!
//! Opening a page changes nothing, because mail scanners open links (C16); sending its form does. A
//! form counts only if it was shown by us to the same browser ([`form_token`]).

mod accept;
mod activate;
mod code;
mod confirm_change;
mod external;
mod factor;
mod form_token;
mod frame;
mod language;
mod link_account;
mod opened;
mod pages;
mod passkey;
mod recovery;
pub(crate) mod reply;
mod reset;
mod routes;
mod set_password;
mod visit;

pub use routes::routes;
