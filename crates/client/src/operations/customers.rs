//! Customers, and what belongs to a customer besides its users.

use keyholder_contract::{
    customer::{ChangeAlias, Customer, CustomerList},
    location::{Location, LocationPage, LocationQuery},
    permission::PermissionCatalogue,
};
use keyholder_domain::ids::{CustomerId, LocationId};

use crate::{error::Result, request::Request, session::Session};

impl Session {
    /// `GET /v1/permissions`: the permission catalogue.
    pub async fn list_permissions(&self) -> Result<PermissionCatalogue> {
        self.call(&Request::get("/v1/permissions")).await
    }

    /// `GET /v1/customers`: every customer for an operator, the own ones for others.
    pub async fn list_customers(&self) -> Result<CustomerList> {
        self.call(&Request::get("/v1/customers")).await
    }

    /// `GET /v1/customers/{customer_id}`.
    pub async fn read_customer(&self, customer: CustomerId) -> Result<Customer> {
        self.call(&Request::get(format!("/v1/customers/{customer}")))
            .await
    }

    /// `PUT /v1/customers/{customer_id}/alias`; `version` is the `settings_version` last read.
    pub async fn change_alias(
        &self,
        customer: CustomerId,
        version: u32,
        body: &ChangeAlias,
    ) -> Result<Customer> {
        let request = Request::put(format!("/v1/customers/{customer}/alias"))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/locations`.
    pub async fn list_locations(
        &self,
        customer: CustomerId,
        query: &LocationQuery,
    ) -> Result<LocationPage> {
        let request = Request::get(format!("/v1/customers/{customer}/locations")).query(query);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/locations/{location_id}`.
    pub async fn read_location(
        &self,
        customer: CustomerId,
        location: LocationId,
    ) -> Result<Location> {
        let path = format!("/v1/customers/{customer}/locations/{location}");
        self.call(&Request::get(path)).await
    }
}
