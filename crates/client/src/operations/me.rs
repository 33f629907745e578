//! The signed-in person: own data, and the customers they belong to.

use keyholder_contract::{
    profile::{AcceptMembership, ChangeEmail, ChangeProfile, Profile},
    session::Me,
};
use keyholder_domain::ids::CustomerId;

use crate::{error::Result, request::Request, session::Session};

impl Session {
    /// `GET /v1/me/profile`.
    pub async fn read_profile(&self) -> Result<Profile> {
        self.call(&Request::get("/v1/me/profile")).await
    }

    /// `PUT /v1/me/profile`; `version` as last read.
    pub async fn change_profile(&self, version: u32, body: &ChangeProfile) -> Result<Profile> {
        let request = Request::put("/v1/me/profile").json(body).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/me/email-changes`: mails a link to the old and one to the new address.
    pub async fn change_email(&self, body: &ChangeEmail) -> Result<Profile> {
        self.call(&Request::post("/v1/me/email-changes").json(body))
            .await
    }

    /// `DELETE /v1/me/email-changes`: takes back the change that waits.
    pub async fn stop_data_change(&self) -> Result<Profile> {
        self.call(&Request::delete("/v1/me/email-changes")).await
    }

    /// `POST /v1/me/memberships/{customer_id}/accept`.
    pub async fn accept_membership(
        &self,
        customer: CustomerId,
        body: &AcceptMembership,
    ) -> Result<Me> {
        let path = format!("/v1/me/memberships/{customer}/accept");
        self.call(&Request::post(path).json(body)).await
    }

    /// `POST /v1/me/memberships/{customer_id}/decline`.
    pub async fn decline_membership(&self, customer: CustomerId) -> Result<Me> {
        let path = format!("/v1/me/memberships/{customer}/decline");
        self.call(&Request::post(path)).await
    }

    /// `DELETE /v1/me/memberships/{customer_id}`.
    pub async fn leave_customer(&self, customer: CustomerId) -> Result<Me> {
        let path = format!("/v1/me/memberships/{customer}");
        self.call(&Request::delete(path)).await
    }
}
