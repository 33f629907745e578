//! What operators of the payment provider do.

use keyholder_contract::{
    location::LocationQuery,
    location_request::{AnswerRequest, AnsweredRequest, LocationRequestQuery, WaitingRequestPage},
    provider::{
        ChangeTerminal, CreateCustomer, CreateTerminal, ProviderCustomer, ProviderCustomerPage,
        ProviderCustomerQuery, ProviderLocation, ProviderLocationPage, SaveCustomer, SaveLocation,
    },
    recovery::{CustomerRecoveryPage, Recovery, RecoveryList, RecoveryQuery, StartRecovery},
};
use keyholder_domain::ids::{CustomerId, LocationId, LocationRequestId, RecoveryId, TerminalId};

use crate::{error::Result, request::Request, session::Session};

const CUSTOMERS: &str = "/v1/operator/customers";

fn at(customer: CustomerId, rest: &str) -> String {
    format!("{CUSTOMERS}/{customer}{rest}")
}

impl Session {
    /// `GET /v1/operator/customers`.
    pub async fn search_customers(
        &self,
        query: &ProviderCustomerQuery,
    ) -> Result<ProviderCustomerPage> {
        self.call(&Request::get(CUSTOMERS).query(query)).await
    }

    /// `POST /v1/operator/customers`. The same `idempotency_key` creates once.
    pub async fn create_customer(
        &self,
        body: &CreateCustomer,
        idempotency_key: Option<&str>,
    ) -> Result<ProviderCustomer> {
        let request = Request::post(CUSTOMERS)
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `GET /v1/operator/customers/{customer_id}`.
    pub async fn read_provider_customer(&self, customer: CustomerId) -> Result<ProviderCustomer> {
        self.call(&Request::get(at(customer, ""))).await
    }

    /// `PUT /v1/operator/customers/{customer_id}`; `version` as last read.
    pub async fn change_customer(
        &self,
        customer: CustomerId,
        version: u32,
        body: &SaveCustomer,
    ) -> Result<ProviderCustomer> {
        let request = Request::put(at(customer, "")).json(body).if_match(version);
        self.call(&request).await
    }

    /// `GET /v1/operator/customers/{customer_id}/locations`.
    pub async fn list_provider_locations(
        &self,
        customer: CustomerId,
        query: &LocationQuery,
    ) -> Result<ProviderLocationPage> {
        self.call(&Request::get(at(customer, "/locations")).query(query))
            .await
    }

    /// `POST /v1/operator/customers/{customer_id}/locations`. The same `idempotency_key` creates once.
    pub async fn create_location(
        &self,
        customer: CustomerId,
        body: &SaveLocation,
        idempotency_key: Option<&str>,
    ) -> Result<ProviderLocation> {
        let request = Request::post(at(customer, "/locations"))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `PUT /v1/operator/customers/{customer_id}/locations/{location_id}`; `version` as last read.
    pub async fn change_location(
        &self,
        customer: CustomerId,
        location: LocationId,
        version: u32,
        body: &SaveLocation,
    ) -> Result<ProviderLocation> {
        let request = Request::put(at(customer, &format!("/locations/{location}")))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `POST /v1/operator/customers/{customer_id}/locations/{location_id}/terminals`.
    ///
    /// The same `idempotency_key` creates once.
    pub async fn create_terminal(
        &self,
        customer: CustomerId,
        location: LocationId,
        body: &CreateTerminal,
        idempotency_key: Option<&str>,
    ) -> Result<ProviderLocation> {
        let request = Request::post(at(customer, &format!("/locations/{location}/terminals")))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `PUT /v1/operator/customers/{customer_id}/terminals/{terminal_id}`; `version` is the terminal's,
    /// as last read.
    pub async fn change_terminal(
        &self,
        customer: CustomerId,
        terminal: TerminalId,
        version: u32,
        body: &ChangeTerminal,
    ) -> Result<ProviderLocation> {
        let request = Request::put(at(customer, &format!("/terminals/{terminal}")))
            .json(body)
            .if_match(version);
        self.call(&request).await
    }

    /// `GET /v1/operator/location-requests`.
    pub async fn list_waiting_requests(
        &self,
        query: &LocationRequestQuery,
    ) -> Result<WaitingRequestPage> {
        self.call(&Request::get("/v1/operator/location-requests").query(query))
            .await
    }

    /// `POST /v1/operator/customers/{customer_id}/location-requests/{request_id}/answer`; `version` as
    /// last read.
    pub async fn answer_location_request(
        &self,
        customer: CustomerId,
        request: LocationRequestId,
        version: u32,
        body: &AnswerRequest,
    ) -> Result<AnsweredRequest> {
        let path = at(customer, &format!("/location-requests/{request}/answer"));
        self.call(&Request::post(path).json(body).if_match(version))
            .await
    }

    /// `GET /v1/operator/recoveries`.
    pub async fn list_all_recoveries(&self, query: &RecoveryQuery) -> Result<CustomerRecoveryPage> {
        self.call(&Request::get("/v1/operator/recoveries").query(query))
            .await
    }

    /// `GET /v1/operator/customers/{customer_id}/recoveries`.
    pub async fn list_recoveries(&self, customer: CustomerId) -> Result<RecoveryList> {
        self.call(&Request::get(at(customer, "/recoveries"))).await
    }

    /// `POST /v1/operator/customers/{customer_id}/recoveries`. The same `idempotency_key` begins once.
    pub async fn start_recovery(
        &self,
        customer: CustomerId,
        body: &StartRecovery,
        idempotency_key: Option<&str>,
    ) -> Result<Recovery> {
        let request = Request::post(at(customer, "/recoveries"))
            .json(body)
            .idempotency_key(idempotency_key);
        self.call(&request).await
    }

    /// `POST /v1/operator/customers/{customer_id}/recoveries/{recovery_id}/finish`.
    pub async fn finish_recovery(
        &self,
        customer: CustomerId,
        recovery: RecoveryId,
    ) -> Result<Recovery> {
        let path = at(customer, &format!("/recoveries/{recovery}/finish"));
        self.call(&Request::post(path)).await
    }

    /// `POST /v1/operator/customers/{customer_id}/recoveries/{recovery_id}/stop`.
    pub async fn stop_recovery(
        &self,
        customer: CustomerId,
        recovery: RecoveryId,
    ) -> Result<Recovery> {
        let path = at(customer, &format!("/recoveries/{recovery}/stop"));
        self.call(&Request::post(path)).await
    }
}
