//! The service about itself.

use crate::{
    error::Result,
    request::{Authorization, Request},
    transport::Client,
};

impl Client {
    /// `GET /v1/openapi.json`: the document that describes the service. Whoever answers it with
    /// something else is not an identity service.
    pub async fn read_openapi(&self) -> Result<serde_json::Value> {
        self.call(&Request::get("/v1/openapi.json"), Authorization::None)
            .await
    }

    /// `GET /health/live`: whether a service answers, whatever it says.
    pub async fn answers(&self) -> bool {
        let outcome: Result<serde_json::Value> = self
            .call(&Request::get("/health/live"), Authorization::None)
            .await;
        !outcome.is_err_and(|error| error.is_connection())
    }
}
