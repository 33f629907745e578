//! Groups of locations of a customer.

use keyholder_contract::location_group::{
    LocationGroupDeleted, LocationGroupDetail, LocationGroupList, SaveLocationGroup,
};
use keyholder_domain::ids::{CustomerId, LocationGroupId};

use crate::{error::Result, request::Request, session::Session};

fn groups(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/location-groups")
}

fn group_path(customer: CustomerId, group: LocationGroupId) -> String {
    format!("/v1/customers/{customer}/location-groups/{group}")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/location-groups`.
    pub async fn list_location_groups(&self, customer: CustomerId) -> Result<LocationGroupList> {
        self.call(&Request::get(groups(customer))).await
    }

    /// `POST /v1/customers/{customer_id}/location-groups`. The same `idempotency_key` creates once.
    pub async fn create_location_group(
        &self,
        customer: CustomerId,
        body: &SaveLocationGroup,
        idempotency_key: Option<&str>,
    ) -> Result<LocationGroupDetail> {
        let request = Request::post(groups(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/location-groups/{group_id}`.
    pub async fn read_location_group(
        &self,
        customer: CustomerId,
        group: LocationGroupId,
    ) -> Result<LocationGroupDetail> {
        self.call(&Request::get(group_path(customer, group))).await
    }

    /// `PUT /v1/customers/{customer_id}/location-groups/{group_id}`; `version` as last read.
    pub async fn change_location_group(
        &self,
        customer: CustomerId,
        group: LocationGroupId,
        version: u32,
        body: &SaveLocationGroup,
    ) -> Result<LocationGroupDetail> {
        let request = Request::put(group_path(customer, group))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `DELETE /v1/customers/{customer_id}/location-groups/{group_id}`; `version` as last read.
    pub async fn delete_location_group(
        &self,
        customer: CustomerId,
        group: LocationGroupId,
        version: u32,
    ) -> Result<LocationGroupDeleted> {
        let request = Request::delete(group_path(customer, group)).if_match(version);
        self.call(&request).await
    }
}
