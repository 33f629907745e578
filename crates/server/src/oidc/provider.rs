//! The provider of the settings, and what is known of it.

use std::{
    sync::{Mutex, PoisonError},
    time::Duration,
};

use keyholder_domain::timestamp::Timestamp;
use reqwest::header::CONTENT_TYPE;
use secrecy::{ExposeSecret as _, SecretString};
use serde::Deserialize;
use url::Url;

use super::{
    authorization::{Reply, Run},
    fault::Fault,
    fetch,
    id_token::{self, Expected, Vouched},
    issuer::Issuer,
    key_set::KeySet,
    metadata::Metadata,
    settings::Oidc,
};
use crate::config::ConfigError;

/// How long the provider's document and keys are taken as they were read.
const FRESH: Duration = Duration::from_hours(1);

/// How soon they are read again for a key that is not among them: keys change, and whoever makes names up
/// must not have the provider asked each time.
const AGAIN: Duration = Duration::from_mins(1);

/// A provider. What it published is remembered by each process for itself.
pub struct Provider {
    settings: Oidc,
    issuer: Issuer,
    http: reqwest::Client,
    secret: Option<SecretString>,
    known: Mutex<Option<Known>>,
}

#[derive(Clone)]
struct Known {
    metadata: Metadata,
    keys: KeySet,
    read_at: Timestamp,
}

#[derive(Deserialize)]
struct Tokens {
    #[serde(default)]
    id_token: Option<String>,
}

impl Provider {
    /// The provider of checked settings.
    pub(crate) fn new(settings: Oidc) -> Result<Self, ConfigError> {
        let secret = match &settings.client_secret_file {
            Some(path) => Some(crate::config::secret_of(path)?),
            None => None,
        };
        let http = fetch::client(settings.patience()).map_err(ConfigError::Client)?;
        Ok(Self {
            issuer: settings.issuer(),
            settings,
            http,
            secret,
            known: Mutex::new(None),
        })
    }

    /// Whether it is Microsoft.
    pub(crate) fn is_microsoft(&self) -> bool {
        self.settings.is_microsoft()
    }

    /// The address that the browser opens for a run.
    pub(crate) async fn begin(&self, run: &Run, now: Timestamp) -> Result<Url, Fault> {
        let known = self.known(now, FRESH).await?;
        Ok(run.address(
            &known.metadata.authorization_endpoint,
            &self.settings.client_id,
        ))
    }

    /// Whom the reply to a run names.
    pub(crate) async fn finish(
        &self,
        run: &Run,
        reply: Reply,
        now: Timestamp,
    ) -> Result<Vouched, Fault> {
        if !run.is_answered_by(&reply.state) {
            return Err(Fault::State);
        }
        let known = self.known(now, FRESH).await?;
        let supported = known
            .metadata
            .authorization_response_iss_parameter_supported;
        match &reply.issuer {
            Some(named) if !self.issuer.is_of_reply(named) => return Err(Fault::MixUp),
            None if supported => return Err(Fault::MixUp),
            _ => {}
        }
        let code = reply.outcome?;
        let token = self.redeem(&known.metadata, run, &code).await?;
        let expected = Expected {
            issuer: &self.issuer,
            client_id: &self.settings.client_id,
            nonce: &run.nonce,
            now,
        };
        match id_token::believe(&token, &known.keys, &expected) {
            Err(Fault::UnknownKey) => {
                let known = self.known(now, AGAIN).await?;
                id_token::believe(&token, &known.keys, &expected)
            }
            result => result,
        }
    }

    /// The ID token for a code.
    async fn redeem(
        &self,
        metadata: &Metadata,
        run: &Run,
        code: &SecretString,
    ) -> Result<String, Fault> {
        let request = self
            .http
            .post(metadata.token_endpoint.clone())
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(self.form(run, code));
        let tokens: Tokens = fetch::json(request).await?;
        tokens.id_token.ok_or(Fault::NoIdToken)
    }

    /// What the token endpoint is sent (RFC 6749, section 4.1.3; RFC 7636, section 4.5).
    fn form(&self, run: &Run, code: &SecretString) -> String {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", "authorization_code")
            .append_pair("code", code.expose_secret())
            .append_pair("redirect_uri", &run.redirect)
            .append_pair("client_id", &self.settings.client_id)
            .append_pair("code_verifier", run.verifier.expose_secret());
        if let Some(secret) = &self.secret {
            form.append_pair("client_secret", secret.expose_secret());
        }
        form.finish()
    }

    /// What the provider published, read again where it is older than `fresh`. Nobody waits for another's
    /// reading: a provider that stalls must hold up those alone who ask for it.
    async fn known(&self, now: Timestamp, fresh: Duration) -> Result<Known, Fault> {
        let remembered = self.remembered().clone();
        if let Some(known) = remembered
            && known.read_at <= now
            && now < known.read_at + fresh
        {
            return Ok(known);
        }
        let base = self.issuer.base();
        let document = format!(
            "{}/.well-known/openid-configuration",
            base.trim_end_matches('/')
        );
        let metadata: Metadata = fetch::json(self.http.get(document)).await?;
        metadata.check(&self.issuer, base.starts_with("http://"))?;
        let keys = fetch::json(self.http.get(metadata.jwks_uri.clone())).await?;
        let known = Known {
            metadata,
            keys,
            read_at: now,
        };
        *self.remembered() = Some(known.clone());
        Ok(known)
    }

    fn remembered(&self) -> std::sync::MutexGuard<'_, Option<Known>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
