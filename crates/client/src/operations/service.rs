//! What a program of the back office may ask, with a secret in place of a session.

use keyholder_contract::decision::{DecisionAnswer, DecisionQuestion};
use keyholder_domain::ids::CustomerId;
use secrecy::SecretString;

use crate::{
    error::Result,
    request::{Authorization, Request},
    transport::Client,
};

/// A program of one customer's back office. It may ask for decisions of that customer.
pub struct ServiceClient {
    client: Client,
    secret: SecretString,
}

impl ServiceClient {
    /// The program that holds `secret`.
    pub fn new(client: Client, secret: SecretString) -> Self {
        Self { client, secret }
    }

    /// `POST /v1/customers/{customer_id}/decisions`: may a user do something somewhere?
    pub async fn ask_decision(
        &self,
        customer: CustomerId,
        question: &DecisionQuestion,
    ) -> Result<DecisionAnswer> {
        let request = Request::post(format!("/v1/customers/{customer}/decisions")).json(question);
        self.client
            .call(&request, Authorization::Service(&self.secret))
            .await
    }
}
