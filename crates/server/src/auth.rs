//! Who is calling. A handler names one of these extractors, so none runs without a caller.
//!
//! ```text
//! Authorization: DPoP <access token>     a person's session, bound to the device key
//! DPoP: <proof>                          RFC 9449: this request, by that key, now
//! Authorization: Bearer <secret>         a service client of one customer: decisions only
//! ```
//!
//! Session, membership and roles are read for every request, in one look-up: what was taken away is
//! gone at the next request, in every process.

mod at_customer;
mod decision_caller;
mod nonce;
mod operator;
mod proof;
pub(crate) mod signature;
mod signed_in;
mod thumbprint;
pub mod token;

pub use at_customer::{AtCustomer, Standing};
pub use decision_caller::DecisionCaller;
pub use nonce::Nonces;
pub use operator::Operator;
pub use proof::{DeviceProof, Proof};
pub use signed_in::{Person, SignedIn, stands};
pub use thumbprint::Thumbprint;
