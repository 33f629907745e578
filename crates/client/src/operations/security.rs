//! What a customer demands of passwords, sign-ins and sessions.

use keyholder_contract::security_policy::{PolicyPreview, SecurityPolicyView};
use keyholder_domain::{ids::CustomerId, security_policy::SecurityPolicy};

use crate::{error::Result, request::Request, session::Session};

fn path(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/security-policy")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/security-policy`.
    pub async fn read_security_policy(&self, customer: CustomerId) -> Result<SecurityPolicyView> {
        self.call(&Request::get(path(customer))).await
    }

    /// `PUT /v1/customers/{customer_id}/security-policy`; `version` as last read.
    pub async fn change_security_policy(
        &self,
        customer: CustomerId,
        version: u32,
        body: &SecurityPolicy,
    ) -> Result<SecurityPolicyView> {
        let request = Request::put(path(customer)).json(body).if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/security-policy/preview`: changes nothing.
    pub async fn preview_security_policy(
        &self,
        customer: CustomerId,
        body: &SecurityPolicy,
    ) -> Result<PolicyPreview> {
        let request = Request::post(format!("{}/preview", path(customer))).json(body);
        self.call(&request).await
    }
}
