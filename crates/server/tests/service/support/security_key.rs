//! A security key in software, by another hand than the relying party's.

use async_trait::async_trait;
use passkey::{
    authenticator::{Authenticator, UiHint, UserCheck, UserValidationMethod},
    client::{Client, DefaultClientData, WebauthnError},
    crypto::aws_lc_rs::AwsLcRsBackend,
    types::{
        Passkey,
        ctap2::{Aaguid, Ctap2Error},
        webauthn::{CredentialCreationOptions, CredentialRequestOptions},
    },
};
use passkey_types as _;
use public_suffix::PublicSuffixList;
use url::Url;

/// Whoever touches the key, and whether they know its PIN.
struct Hand {
    knows_pin: bool,
}

#[async_trait]
impl UserValidationMethod for Hand {
    type PasskeyItem = Passkey;

    async fn check_user<'a>(
        &self,
        _hint: UiHint<'a, Passkey>,
        presence: bool,
        verification: bool,
    ) -> Result<UserCheck, Ctap2Error> {
        Ok(UserCheck {
            presence,
            verification: verification && self.knows_pin,
        })
    }

    fn is_presence_enabled(&self) -> bool {
        true
    }

    fn is_verification_enabled(&self) -> Option<bool> {
        Some(true)
    }
}

type Browser = Client<Option<Passkey>, Hand, AwsLcRsBackend, PublicSuffixList, ()>;

/// A security key, and the browser that it is plugged into.
pub(crate) struct SecurityKey(Browser);

impl SecurityKey {
    pub(crate) fn new() -> Self {
        Self::held_by(Hand { knows_pin: true })
    }

    fn held_by(hand: Hand) -> Self {
        let inner = Authenticator::new(Aaguid::new_empty(), None, hand, AwsLcRsBackend);
        Self(Client::new(inner).allows_insecure_localhost(true))
    }

    /// What the script of the page would send for a new passkey.
    pub(crate) async fn create(
        &mut self,
        page: &Url,
        options: &str,
    ) -> Result<String, WebauthnError> {
        let options: CredentialCreationOptions = serde_json::from_str(options).unwrap();
        let made = self.0.register(page, options, DefaultClientData).await?;
        Ok(serde_json::to_string(&made).unwrap())
    }

    /// What the script of the page would send where a passkey is shown.
    pub(crate) async fn get(&mut self, page: &Url, options: &str) -> Result<String, WebauthnError> {
        let options: CredentialRequestOptions = serde_json::from_str(options).unwrap();
        let shown = self
            .0
            .authenticate(page, options, DefaultClientData)
            .await?;
        Ok(serde_json::to_string(&shown).unwrap())
    }
}
