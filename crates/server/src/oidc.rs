//! Another provider of identities: an `OpenID` provider such as Microsoft Entra, spoken to by the service
//! alone (`OpenID` Connect Core 1.0, section 3.1; RFC 7636; RFC 9207; `security.md`, threat 13).
//!
//! ```text
//! begin    the address that the browser opens: state, nonce and PKCE challenge of one run
//! redeem   the code that came back, for an ID token at the token endpoint
//! believe  signature, issuer, audience, times, nonce, tenant: all of it, or a fault
//! ```
//!
//! What comes out is an [`keyholder_domain::external_identity::ExternalIdentity`], with the address that
//! the provider vouches for, and nothing else: no token is kept, and no claim that somebody can choose for
//! themselves is looked at.

mod authorization;
mod fault;
mod fetch;
mod id_token;
mod issuer;
mod key_set;
mod metadata;
mod provider;
mod settings;

pub(crate) use authorization::{Reply, Run};
pub(crate) use fault::Fault;
pub(crate) use id_token::Vouched;
pub use provider::Provider;
pub use settings::{Oidc, OidcError};
