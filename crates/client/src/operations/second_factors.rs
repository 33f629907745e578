//! The second factor: setting it up, showing it, taking it away.

use keyholder_contract::{
    passkey_sign_in::PasskeyProof,
    second_factor::{
        AddAuthenticator, AddedAuthenticator, AuthenticatorSetup, BeginAuthenticatorSetup,
        BeginPasskeyCheck, CompleteSignInSetup, OwnSecondFactors, PasskeyLink, RecoveryCodes,
        RenameAuthenticator, RenamePasskey, ShowSecondFactor, StepUp, SteppedUp,
    },
    session::{EnrolledSignIn, SentCode, SignIn},
    user::User,
};
use keyholder_domain::ids::{AuthenticatorId, CustomerId, PasskeyId, SignInId, UserId};
use serde::Deserialize;

use super::sessions::AnySignIn;
use crate::{
    error::Result,
    request::{Authorization, Request},
    session::Session,
    transport::Client,
};

impl Client {
    /// `POST /v1/sign-ins/{sign_in_id}/second-factor`: the step after a right password.
    pub async fn show_second_factor(
        &self,
        sign_in: SignInId,
        body: &ShowSecondFactor,
    ) -> Result<SignIn> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/second-factor")).json(body);
        let any: AnySignIn = self.call(&request, Authorization::Device).await?;
        any.known()
    }

    /// `POST /v1/sign-ins/{sign_in_id}/mailed-codes`: mails one more code.
    pub async fn send_mailed_code(&self, sign_in: SignInId) -> Result<SentCode> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/mailed-codes"));
        self.call(&request, Authorization::Device).await
    }
}

impl Client {
    /// `POST /v1/sign-ins/{sign_in_id}/authenticator-setups`: a secret for the app of a sign-in.
    pub async fn begin_sign_in_setup(&self, sign_in: SignInId) -> Result<AuthenticatorSetup> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/authenticator-setups"));
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/sign-ins/{sign_in_id}/authenticators`: its first code, and on with the sign-in.
    pub async fn complete_sign_in_setup(
        &self,
        sign_in: SignInId,
        body: &CompleteSignInSetup,
    ) -> Result<EnrolledSignIn> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/authenticators")).json(body);
        let any: AnyEnrolled = self.call(&request, Authorization::Device).await?;
        any.known()
    }
}

/// As [`EnrolledSignIn`], whose next step may be one that this version does not know.
#[derive(Deserialize)]
struct AnyEnrolled {
    sign_in: AnySignIn,
    recovery_codes: Vec<String>,
}

impl AnyEnrolled {
    fn known(self) -> Result<EnrolledSignIn> {
        Ok(EnrolledSignIn {
            sign_in: self.sign_in.known()?,
            recovery_codes: self.recovery_codes,
        })
    }
}

impl Client {
    /// `POST /v1/sign-ins/{sign_in_id}/passkey-checks`: a link to the page where a passkey is shown.
    pub async fn begin_sign_in_passkey_check(
        &self,
        sign_in: SignInId,
        body: &BeginPasskeyCheck,
    ) -> Result<PasskeyLink> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/passkey-checks")).json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/sign-ins/{sign_in_id}/passkey-setups`: a link to the page where a passkey is set up.
    pub async fn begin_sign_in_passkey_setup(
        &self,
        sign_in: SignInId,
        body: &BeginPasskeyCheck,
    ) -> Result<PasskeyLink> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/passkey-setups")).json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/sign-ins/{sign_in_id}/passkeys`: sets up what that page has made, and goes on.
    pub async fn complete_sign_in_passkey_setup(
        &self,
        sign_in: SignInId,
        body: &PasskeyProof,
    ) -> Result<EnrolledSignIn> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/passkeys")).json(body);
        let any: AnyEnrolled = self.call(&request, Authorization::Device).await?;
        any.known()
    }
}

impl Session {
    /// `POST /v1/me/passkey-setups`: a link to the page where a passkey is set up.
    pub async fn begin_passkey_setup(&self) -> Result<PasskeyLink> {
        self.call(&Request::post("/v1/me/passkey-setups")).await
    }

    /// `POST /v1/me/passkey-checks`: a link to the page where a passkey is shown once more.
    pub async fn begin_passkey_check(&self, body: &BeginPasskeyCheck) -> Result<PasskeyLink> {
        let request = Request::post("/v1/me/passkey-checks").json(body);
        self.call(&request).await
    }

    /// `PUT /v1/me/passkeys/{passkey_id}`: another name.
    pub async fn rename_passkey(
        &self,
        passkey: PasskeyId,
        body: &RenamePasskey,
    ) -> Result<OwnSecondFactors> {
        let request = Request::put(format!("/v1/me/passkeys/{passkey}")).json(body);
        self.call(&request).await
    }

    /// `DELETE /v1/me/passkeys/{passkey_id}`: with the last factor of all the second factor is off.
    pub async fn remove_passkey(&self, passkey: PasskeyId) -> Result<OwnSecondFactors> {
        let request = Request::delete(format!("/v1/me/passkeys/{passkey}"));
        self.call(&request).await
    }

    /// `POST /v1/session/step-up`: a fresh proof of identity.
    pub async fn step_up(&self, body: &StepUp) -> Result<SteppedUp> {
        let request = Request::post("/v1/session/step-up").json(body);
        self.call(&request).await
    }

    /// `DELETE /v1/customers/{customer_id}/users/{user_id}/second-factors`: takes away what a user has set
    /// up.
    pub async fn reset_second_factor(&self, customer: CustomerId, user: UserId) -> Result<User> {
        let path = format!("/v1/customers/{customer}/users/{user}/second-factors");
        self.call(&Request::delete(path)).await
    }

    /// `GET /v1/me/second-factors`: what is set up.
    pub async fn list_own_second_factors(&self) -> Result<OwnSecondFactors> {
        self.call(&Request::get("/v1/me/second-factors")).await
    }

    /// `POST /v1/me/authenticator-setups`: a secret for an app.
    pub async fn begin_authenticator_setup(
        &self,
        body: &BeginAuthenticatorSetup,
    ) -> Result<AuthenticatorSetup> {
        let request = Request::post("/v1/me/authenticator-setups").json(body);
        self.call(&request).await
    }

    /// `POST /v1/me/authenticators`: the first code, and the second factor is active.
    pub async fn add_authenticator(&self, body: &AddAuthenticator) -> Result<AddedAuthenticator> {
        let request = Request::post("/v1/me/authenticators").json(body);
        self.call(&request).await
    }

    /// `PUT /v1/me/authenticators/{authenticator_id}`: another name.
    pub async fn rename_authenticator(
        &self,
        authenticator: AuthenticatorId,
        body: &RenameAuthenticator,
    ) -> Result<OwnSecondFactors> {
        let request = Request::put(format!("/v1/me/authenticators/{authenticator}")).json(body);
        self.call(&request).await
    }

    /// `DELETE /v1/me/authenticators/{authenticator_id}`: with the last one the second factor is off.
    pub async fn remove_authenticator(
        &self,
        authenticator: AuthenticatorId,
    ) -> Result<OwnSecondFactors> {
        let request = Request::delete(format!("/v1/me/authenticators/{authenticator}"));
        self.call(&request).await
    }

    /// `POST /v1/me/recovery-codes`: new ones in place of the present ones.
    pub async fn renew_recovery_codes(&self) -> Result<RecoveryCodes> {
        self.call(&Request::post("/v1/me/recovery-codes")).await
    }
}
