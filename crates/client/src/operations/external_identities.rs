//! Signing in with another provider, and linking one's account there.

use keyholder_contract::{
    external_identity::{
        ExternalReply, ExternalSignIn, OwnExternalIdentity, SignInWays, StartExternalLink,
        StartExternalSignIn, StartExternalStepUp,
    },
    second_factor::SteppedUp,
    session::SignIn,
};
use keyholder_domain::ids::SignInId;

use super::sessions::AnySignIn;
use crate::{
    error::Result,
    request::{Authorization, Request},
    session::Session,
    transport::Client,
};

impl Client {
    /// `GET /v1/sign-in-ways`: the ways to sign in beside the password.
    pub async fn list_sign_in_ways(&self) -> Result<SignInWays> {
        self.call(&Request::get("/v1/sign-in-ways"), Authorization::Device)
            .await
    }

    /// `POST /v1/external-sign-ins`: the address that the browser opens.
    pub async fn start_external_sign_in(
        &self,
        body: &StartExternalSignIn,
    ) -> Result<ExternalSignIn> {
        let request = Request::post("/v1/external-sign-ins").json(body);
        self.call(&request, Authorization::Device).await
    }

    /// `POST /v1/external-sign-ins/{sign_in_id}/reply`: what the browser brought.
    pub async fn answer_external_sign_in(
        &self,
        sign_in: SignInId,
        body: &ExternalReply,
    ) -> Result<SignIn> {
        let path = format!("/v1/external-sign-ins/{sign_in}/reply");
        let request = Request::post(path).json(body);
        let any: AnySignIn = self.call(&request, Authorization::Device).await?;
        any.known()
    }
}

impl Session {
    /// `GET /v1/me/external-identity`: one's own account at the other provider.
    pub async fn read_own_external_identity(&self) -> Result<OwnExternalIdentity> {
        self.call(&Request::get("/v1/me/external-identity")).await
    }

    /// `DELETE /v1/me/external-identity`: it signs nobody in any more.
    pub async fn unlink_external_identity(&self) -> Result<OwnExternalIdentity> {
        self.call(&Request::delete("/v1/me/external-identity"))
            .await
    }

    /// `POST /v1/me/external-identity-links`: the address that the browser opens.
    pub async fn start_external_link(&self, body: &StartExternalLink) -> Result<ExternalSignIn> {
        let request = Request::post("/v1/me/external-identity-links").json(body);
        self.call(&request).await
    }

    /// `POST /v1/me/external-identity-links/{sign_in_id}/reply`: what the browser brought.
    pub async fn answer_external_link(
        &self,
        link: SignInId,
        body: &ExternalReply,
    ) -> Result<OwnExternalIdentity> {
        let path = format!("/v1/me/external-identity-links/{link}/reply");
        self.call(&Request::post(path).json(body)).await
    }

    /// `POST /v1/session/external-step-ups`: the address that the browser opens.
    pub async fn start_external_step_up(
        &self,
        body: &StartExternalStepUp,
    ) -> Result<ExternalSignIn> {
        let request = Request::post("/v1/session/external-step-ups").json(body);
        self.call(&request).await
    }

    /// `POST /v1/session/external-step-ups/{sign_in_id}/reply`: what the browser brought.
    pub async fn answer_external_step_up(
        &self,
        step_up: SignInId,
        body: &ExternalReply,
    ) -> Result<SteppedUp> {
        let path = format!("/v1/session/external-step-ups/{step_up}/reply");
        self.call(&Request::post(path).json(body)).await
    }
}
