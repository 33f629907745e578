//! Changes that wait for a second person.

use keyholder_contract::pending_change::{AskChange, PendingChange, PendingChangeList};
use keyholder_domain::ids::{CustomerId, PendingChangeId};

use crate::{error::Result, request::Request, session::Session};

fn changes(customer: CustomerId) -> String {
    format!("/v1/customers/{customer}/pending-changes")
}

fn change(customer: CustomerId, id: PendingChangeId, rest: &str) -> String {
    format!("/v1/customers/{customer}/pending-changes/{id}{rest}")
}

impl Session {
    /// `GET /v1/customers/{customer_id}/pending-changes`.
    pub async fn list_pending_changes(&self, customer: CustomerId) -> Result<PendingChangeList> {
        self.call(&Request::get(changes(customer))).await
    }

    /// `POST /v1/customers/{customer_id}/pending-changes`. The same `idempotency_key` asks once.
    pub async fn ask_change(
        &self,
        customer: CustomerId,
        body: &AskChange,
        idempotency_key: Option<&str>,
    ) -> Result<PendingChange> {
        let request = Request::post(changes(customer))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `GET /v1/customers/{customer_id}/pending-changes/{change_id}`.
    pub async fn read_pending_change(
        &self,
        customer: CustomerId,
        id: PendingChangeId,
    ) -> Result<PendingChange> {
        self.call(&Request::get(change(customer, id, ""))).await
    }

    /// `POST /v1/customers/{customer_id}/pending-changes/{change_id}/grant`.
    pub async fn grant_pending_change(
        &self,
        customer: CustomerId,
        id: PendingChangeId,
    ) -> Result<PendingChange> {
        self.call(&Request::post(change(customer, id, "/grant")))
            .await
    }

    /// `POST /v1/customers/{customer_id}/pending-changes/{change_id}/refuse`.
    pub async fn refuse_pending_change(
        &self,
        customer: CustomerId,
        id: PendingChangeId,
    ) -> Result<PendingChange> {
        self.call(&Request::post(change(customer, id, "/refuse")))
            .await
    }

    /// `POST /v1/customers/{customer_id}/pending-changes/{change_id}/withdraw`.
    pub async fn withdraw_pending_change(
        &self,
        customer: CustomerId,
        id: PendingChangeId,
    ) -> Result<PendingChange> {
        self.call(&Request::post(change(customer, id, "/withdraw")))
            .await
    }
}
