//! What a merchant asks the payment provider for.

use keyholder_contract::location_request::{
    LocationRequest, LocationRequestPage, LocationRequestQuery, RequestLocation,
};
use keyholder_domain::ids::{CustomerId, LocationRequestId};

use crate::{error::Result, request::Request, session::Session};

fn requests(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/location-requests")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/location-requests`.
    pub async fn list_location_requests(
        &self,
        customer: CustomerId,
        query: &LocationRequestQuery,
    ) -> Result<LocationRequestPage> {
        self.call(&Request::get(requests(customer)).query(query))
            .await
    }

    /// `POST /v1/customers/{customer_id}/location-requests`. The same `idempotency_key` asks once.
    pub async fn request_location(
        &self,
        customer: CustomerId,
        body: &RequestLocation,
        idempotency_key: Option<&str>,
    ) -> Result<LocationRequest> {
        let request = Request::post(requests(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/location-requests/{request_id}/withdraw`; `version` as last
    /// read.
    pub async fn withdraw_location_request(
        &self,
        customer: CustomerId,
        request: LocationRequestId,
        version: u32,
    ) -> Result<LocationRequest> {
        let path = format!("{}/{request}/withdraw", requests(customer));
        self.call(&Request::post(path).if_match(version)).await
    }
}
