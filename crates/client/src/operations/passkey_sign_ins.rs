//! Signing in with a passkey in place of name and password.

use keyholder_contract::{
    passkey_sign_in::{PasskeyProof, PasskeySignIn, StartPasskeySignIn},
    second_factor::{BeginPasskeyCheck, PasskeyLink},
    session::SignIn,
};
use keyholder_domain::ids::SignInId;

use super::sessions::AnySignIn;
use crate::{
    error::Result,
    request::{Authorization, Request},
    transport::Client,
};

impl Client {
    /// `POST /v1/passkey-sign-ins`: begins without a name.
    pub async fn start_passkey_sign_in(&self, body: &StartPasskeySignIn) -> Result<PasskeySignIn> {
        let request = Request::post("/v1/passkey-sign-ins").json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/passkey-sign-ins/{sign_in_id}/checks`: a link to the page where a passkey is shown.
    pub async fn begin_passkey_sign_in_check(
        &self,
        sign_in: SignInId,
        body: &BeginPasskeyCheck,
    ) -> Result<PasskeyLink> {
        let path = format!("/v1/passkey-sign-ins/{sign_in}/checks");
        let request = Request::post(path).json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/passkey-sign-ins/{sign_in_id}/proof`: goes on with what that page handed to the app.
    pub async fn answer_passkey_sign_in(
        &self,
        sign_in: SignInId,
        body: &PasskeyProof,
    ) -> Result<SignIn> {
        let path = format!("/v1/passkey-sign-ins/{sign_in}/proof");
        let request = Request::post(path).json(body);
        let any: AnySignIn = self.call(&request, Authorization::Device).await?;
        any.known()
    }
}
