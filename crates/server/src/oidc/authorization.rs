//! What belongs to one run at the provider: state, nonce and PKCE verifier (RFC 7636), and the reply.
//!
//! All three are made from the server key and the id of the run, so that no table, log or backup holds
//! them.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use keyholder_domain::ids::SignInId;
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use subtle::ConstantTimeEq as _;
use url::Url;

use super::fault::Fault;
use crate::keys::ServerKeys;

/// The secrets of a run.
pub(crate) struct Run {
    /// Goes to the browser and comes back.
    pub(super) state: String,
    /// Stands in the ID token.
    pub(super) nonce: String,
    /// Never leaves the service but for the token endpoint.
    pub(super) verifier: SecretString,
    /// Where the browser brings the reply: a port of the person's own computer (RFC 8252, section 7.3), or
    /// a page of the service.
    pub(super) redirect: String,
    /// What is asked for.
    scope: &'static str,
    /// What the provider asks.
    ask: Ask,
}

/// What the provider asks the person.
#[derive(Clone, Copy)]
enum Ask {
    /// Which account: nobody is signed in as whoever used the browser last.
    WhichAccount,
    /// Everything once more, and it says when it did.
    Everything,
}

impl Ask {
    /// Runs of one kind know nothing of those of the other.
    const fn prefix(self) -> &'static str {
        match self {
            Self::WhichAccount => "oidc",
            Self::Everything => "oidc-anew",
        }
    }
}

/// What the browser brought back.
pub(crate) struct Reply {
    /// The state.
    pub(crate) state: String,
    /// The code, or why there is none.
    pub(crate) outcome: Result<SecretString, Fault>,
    /// The issuer, where it was named (RFC 9207).
    pub(crate) issuer: Option<String>,
}

impl Run {
    /// The run of this id, whose app listens on `port`.
    pub(crate) fn new(keys: &ServerKeys, id: SignInId, port: u16) -> Self {
        let redirect = format!("http://127.0.0.1:{port}/sign-in");
        // Microsoft gives the object id with `profile` only.
        Self::leading_to(keys, id, redirect, "openid profile", Ask::WhichAccount)
    }

    /// As [`Self::new`], but the provider asks the person for everything once more.
    pub(crate) fn anew(keys: &ServerKeys, id: SignInId, port: u16) -> Self {
        let redirect = format!("http://127.0.0.1:{port}/sign-in");
        Self::leading_to(keys, id, redirect, "openid profile", Ask::Everything)
    }

    /// The run of this id, begun on the page of an invitation: the address is asked for too (S29).
    pub(crate) fn on_page(keys: &ServerKeys, id: SignInId, origin: &Url) -> Self {
        let mut redirect = origin.clone();
        redirect.set_path("/account/linked");
        let scope = "openid profile email";
        Self::leading_to(keys, id, redirect.into(), scope, Ask::WhichAccount)
    }

    fn leading_to(
        keys: &ServerKeys,
        id: SignInId,
        redirect: String,
        scope: &'static str,
        ask: Ask,
    ) -> Self {
        let make = |what| {
            let purpose = format!("{}-{what}", ask.prefix());
            URL_SAFE_NO_PAD.encode(keys.seal(&purpose, id.to_string().as_bytes()))
        };
        Self {
            state: make("state"),
            nonce: make("nonce"),
            verifier: make("verifier").into(),
            redirect,
            scope,
            ask,
        }
    }

    /// Whether a reply carries the state of this run.
    pub(super) fn is_answered_by(&self, state: &str) -> bool {
        bool::from(self.state.as_bytes().ct_eq(state.as_bytes()))
    }

    /// The address that the browser opens.
    pub(super) fn address(&self, endpoint: &Url, client_id: &str) -> Url {
        let challenge = Sha256::digest(self.verifier.expose_secret().as_bytes());
        let mut url = endpoint.clone();
        url.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("response_mode", "query")
            .append_pair("client_id", client_id)
            .append_pair("redirect_uri", &self.redirect)
            .append_pair("scope", self.scope)
            .append_pair("state", &self.state)
            .append_pair("nonce", &self.nonce)
            .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(challenge))
            .append_pair("code_challenge_method", "S256");
        match self.ask {
            Ask::WhichAccount => url
                .query_pairs_mut()
                .append_pair("prompt", "select_account"),
            Ask::Everything => url
                .query_pairs_mut()
                .append_pair("prompt", "login")
                .append_pair("max_age", "0"),
        };
        url
    }
}
