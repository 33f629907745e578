//! Signing in and staying signed in.

use keyholder_contract::{
    password::{ChangePassword, ReportLeakedPassword, RequestPasswordReset, SetExpiredPassword},
    session::{Me, RefreshSession, SessionTokens, SignIn, SignedInDevices, StartSignIn},
};
use keyholder_domain::ids::{CustomerId, SessionId, SignInId, UserId};
use serde::Deserialize;

use crate::{
    error::{Error, Result},
    request::{Authorization, Request},
    session::Session,
    transport::Client,
};

/// A sign-in whose next step may be one that this version does not know.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum AnySignIn {
    Known(SignIn),
    Newer {
        #[expect(dead_code, reason = "its presence is what tells a newer service")]
        next: NewerStep,
    },
}

impl AnySignIn {
    /// The sign-in, if this version knows its next step.
    pub(super) fn known(self) -> Result<SignIn> {
        match self {
            Self::Known(sign_in) => Ok(sign_in),
            Self::Newer { .. } => Err(Error::UnknownStep),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct NewerStep {
    #[expect(dead_code, reason = "its presence is what tells a newer service")]
    step: String,
}

fn of_user(customer: CustomerId, user: UserId) -> String {
    format!("/v1/customers/{customer}/users/{user}/sessions")
}

impl Client {
    /// `POST /v1/sign-ins`: the first step of signing in.
    pub async fn start_sign_in(&self, body: &StartSignIn) -> Result<SignIn> {
        let request = Request::post("/v1/sign-ins").json(body);
        let any: AnySignIn = self.call(&request, Authorization::Device).await?;
        any.known()
    }

    /// `POST /v1/sign-ins/{sign_in_id}/password`: a new password in place of the expired one.
    pub async fn set_expired_password(
        &self,
        sign_in: SignInId,
        body: &SetExpiredPassword,
    ) -> Result<SignIn> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/password")).json(body);
        let any: AnySignIn = self.call(&request, Authorization::Device).await?;
        any.known()
    }

    /// `POST /v1/password-resets`: "Forgotten password?"
    pub async fn request_password_reset(&self, body: &RequestPasswordReset) -> Result<()> {
        let request = Request::post("/v1/password-resets").json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/session/refresh`: fresh tokens for a refresh token.
    pub async fn refresh_session(&self, body: &RefreshSession) -> Result<SessionTokens> {
        let request = Request::post("/v1/session/refresh").json(body);
        self.call(&request, Authorization::Device).await
    }
}

impl Session {
    /// `DELETE /v1/session`: signs out; the tokens are dead afterwards.
    pub async fn sign_out(&self) -> Result<()> {
        self.call(&Request::delete("/v1/session")).await
    }

    /// `GET /v1/me/sessions`: where one is signed in.
    pub async fn list_own_sessions(&self) -> Result<SignedInDevices> {
        self.call(&Request::get("/v1/me/sessions")).await
    }

    /// `DELETE /v1/me/sessions`: signs out everywhere but here.
    pub async fn end_own_other_sessions(&self) -> Result<()> {
        self.call(&Request::delete("/v1/me/sessions")).await
    }

    /// `DELETE /v1/me/sessions/{session_id}`: signs out on one device.
    pub async fn end_own_session(&self, session: SessionId) -> Result<()> {
        let request = Request::delete(format!("/v1/me/sessions/{session}"));
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/users/{user_id}/sessions`: where a user is signed in.
    pub async fn list_user_sessions(
        &self,
        customer: CustomerId,
        user: UserId,
    ) -> Result<SignedInDevices> {
        self.call(&Request::get(of_user(customer, user))).await
    }

    /// `DELETE /v1/customers/{customer_id}/users/{user_id}/sessions`: signs a user out everywhere.
    pub async fn end_user_sessions(&self, customer: CustomerId, user: UserId) -> Result<()> {
        self.call(&Request::delete(of_user(customer, user))).await
    }

    /// `DELETE /v1/customers/{customer_id}/users/{user_id}/sessions/{session_id}`: signs a user out on
    /// one device.
    pub async fn end_user_session(
        &self,
        customer: CustomerId,
        user: UserId,
        session: SessionId,
    ) -> Result<()> {
        let path = of_user(customer, user);
        self.call(&Request::delete(format!("{path}/{session}")))
            .await
    }

    /// `PUT /v1/me/password`: ends every other session.
    pub async fn change_own_password(&self, body: &ChangePassword) -> Result<()> {
        self.call(&Request::put("/v1/me/password").json(body)).await
    }

    /// `POST /v1/me/password/leaked`: the password is out of use, and every session ends.
    pub async fn report_leaked_password(&self, body: &ReportLeakedPassword) -> Result<()> {
        let request = Request::post("/v1/me/password/leaked").json(body);
        self.call(&request).await
    }

    /// `GET /v1/me`: who is signed in.
    pub async fn read_me(&self) -> Result<Me> {
        self.call(&Request::get("/v1/me")).await
    }
}
