//! The roles of a customer.

use keyholder_contract::role::{
    DeleteRole, Role, RoleDeleted, RoleDetail, RoleList, RoleQuery, SaveRole,
};
use keyholder_domain::ids::{CustomerId, RoleId};

use crate::{error::Result, request::Request, session::Session};

fn roles(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/roles")
}

fn role_path(customer: CustomerId, role: RoleId) -> String {
    format!("/v1/customers/{customer}/roles/{role}")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/roles`.
    pub async fn list_roles(&self, customer: CustomerId, query: &RoleQuery) -> Result<RoleList> {
        self.call(&Request::get(roles(customer)).query(query)).await
    }

    /// `POST /v1/customers/{customer_id}/roles`. The same `idempotency_key` creates once.
    pub async fn create_role(
        &self,
        customer: CustomerId,
        body: &SaveRole,
        idempotency_key: Option<&str>,
    ) -> Result<Role> {
        let request = Request::post(roles(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/roles/{role_id}`.
    pub async fn read_role(&self, customer: CustomerId, role: RoleId) -> Result<RoleDetail> {
        self.call(&Request::get(role_path(customer, role))).await
    }

    /// `PUT /v1/customers/{customer_id}/roles/{role_id}`; `version` as last read.
    pub async fn change_role(
        &self,
        customer: CustomerId,
        role: RoleId,
        version: u32,
        body: &SaveRole,
    ) -> Result<Role> {
        let request = Request::put(role_path(customer, role))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `DELETE /v1/customers/{customer_id}/roles/{role_id}`; `version` as last read.
    pub async fn delete_role(
        &self,
        customer: CustomerId,
        role: RoleId,
        version: u32,
        query: &DeleteRole,
    ) -> Result<RoleDeleted> {
        let request = Request::delete(role_path(customer, role))
            .query(query)
            .if_match(version);
        self.call(&request).await
    }
}
