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
}
