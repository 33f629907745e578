//! Filters of the list of users that the signed-in person keeps.

use keyholder_contract::saved_filter::{SaveFilter, SavedFilter, SavedFilterList};
use keyholder_domain::ids::{CustomerId, SavedFilterId};

use crate::{error::Result, request::Request, session::Session};

fn filters(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/saved-filters")
}

fn filter_path(customer: CustomerId, filter: SavedFilterId) -> String {
    format!("/v1/customers/{customer}/saved-filters/{filter}")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/saved-filters`.
    pub async fn list_saved_filters(&self, customer: CustomerId) -> Result<SavedFilterList> {
        self.call(&Request::get(filters(customer))).await
    }

    /// `POST /v1/customers/{customer_id}/saved-filters`. The same `idempotency_key` creates once.
    pub async fn create_saved_filter(
        &self,
        customer: CustomerId,
        body: &SaveFilter,
        idempotency_key: Option<&str>,
    ) -> Result<SavedFilter> {
        let request = Request::post(filters(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `PUT /v1/customers/{customer_id}/saved-filters/{saved_filter_id}`; `version` as last read.
    pub async fn change_saved_filter(
        &self,
        customer: CustomerId,
        filter: SavedFilterId,
        version: u32,
        body: &SaveFilter,
    ) -> Result<SavedFilter> {
        let request = Request::put(filter_path(customer, filter))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `DELETE /v1/customers/{customer_id}/saved-filters/{saved_filter_id}`; `version` as last read.
    pub async fn delete_saved_filter(
        &self,
        customer: CustomerId,
        filter: SavedFilterId,
        version: u32,
    ) -> Result<()> {
        let request = Request::delete(filter_path(customer, filter)).if_match(version);
        self.call(&request).await
    }
}
