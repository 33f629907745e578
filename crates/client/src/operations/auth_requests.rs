//! Confirming a sign-in on another device of the same person.

use keyholder_contract::auth_request::{
    AnswerAuthRequest, AuthRequestStatus, ConfirmingDevices, OwnAuthRequest, RaiseStepUpRequest,
    RaisedAuthRequest,
};
use keyholder_domain::ids::{AuthRequestId, DeviceId, SignInId};

use crate::{
    auth_request_events::AuthRequestEvents,
    error::Result,
    request::{Authorization, Request},
    session::Session,
    transport::Client,
};

impl Client {
    /// `POST /v1/sign-ins/{sign_in_id}/auth-requests`: the number to type on another device.
    pub async fn raise_auth_request(&self, sign_in: SignInId) -> Result<RaisedAuthRequest> {
        let request = Request::post(format!("/v1/sign-ins/{sign_in}/auth-requests"));
        self.call(&request, Authorization::Device).await
    }

    /// `GET /v1/sign-ins/{sign_in_id}/auth-requests/{auth_request_id}`: what became of it.
    pub async fn read_raised_auth_request(
        &self,
        sign_in: SignInId,
        request: AuthRequestId,
    ) -> Result<AuthRequestStatus> {
        let request = Request::get(format!("/v1/sign-ins/{sign_in}/auth-requests/{request}"));
        self.call(&request, Authorization::Device).await
    }
}

impl Session {
    /// `POST /v1/session/step-up/auth-requests`: the number to type on another device, for a fresh proof.
    pub async fn raise_step_up_request(
        &self,
        body: &RaiseStepUpRequest,
    ) -> Result<RaisedAuthRequest> {
        let request = Request::post("/v1/session/step-up/auth-requests").json(body);
        self.call(&request).await
    }

    /// `GET /v1/session/step-up/auth-requests/{auth_request_id}`: what became of it.
    pub async fn read_step_up_request(&self, request: AuthRequestId) -> Result<AuthRequestStatus> {
        let request = Request::get(format!("/v1/session/step-up/auth-requests/{request}"));
        self.call(&request).await
    }

    /// `GET /v1/me/auth-request`: the request that waits for an answer on this device.
    pub async fn read_own_auth_request(&self) -> Result<OwnAuthRequest> {
        self.call(&Request::get("/v1/me/auth-request")).await
    }

    /// `GET /v1/me/auth-requests/events`: tells when there is something to read anew; once at the beginning.
    pub async fn watch_own_auth_requests(&self) -> Result<AuthRequestEvents> {
        let request = Request::get("/v1/me/auth-requests/events");
        self.listen(&request).await.map(AuthRequestEvents)
    }

    /// `POST /v1/me/auth-requests/{auth_request_id}/answer`: an answer that was signed before.
    pub async fn answer_auth_request(
        &self,
        request: AuthRequestId,
        body: &AnswerAuthRequest,
    ) -> Result<AuthRequestStatus> {
        let request = Request::post(format!("/v1/me/auth-requests/{request}/answer")).json(body);
        self.call(&request).await
    }

    /// `GET /v1/me/confirming-devices`: the devices that may confirm sign-ins.
    pub async fn list_confirming_devices(&self) -> Result<ConfirmingDevices> {
        self.call(&Request::get("/v1/me/confirming-devices")).await
    }

    /// `POST /v1/me/confirming-devices`: lets this device confirm from now on.
    pub async fn enrol_confirming_device(&self) -> Result<ConfirmingDevices> {
        self.call(&Request::post("/v1/me/confirming-devices")).await
    }

    /// `DELETE /v1/me/confirming-devices/{device_id}`: lets a device confirm no more.
    pub async fn remove_confirming_device(&self, device: DeviceId) -> Result<ConfirmingDevices> {
        let request = Request::delete(format!("/v1/me/confirming-devices/{device}"));
        self.call(&request).await
    }
}
