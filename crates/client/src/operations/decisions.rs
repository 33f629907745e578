//! Decisions: what may somebody do here, why, and who can.

use keyholder_contract::{
    decision::{DecisionAnswer, DecisionAnswers, DecisionBatch, DecisionQuestion},
    explanation::{AccessExplanation, HelperList, HolderPage, HolderQuery, PlaceQuery},
};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    permission::Permission,
};

use crate::{error::Result, request::Request, session::Session};

impl Session {
    /// `POST /v1/customers/{customer_id}/decisions`: may a user do something somewhere?
    pub async fn ask_decision(
        &self,
        customer: CustomerId,
        question: &DecisionQuestion,
    ) -> Result<DecisionAnswer> {
        let request = Request::post(format!("/v1/customers/{customer}/decisions")).json(question);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/decisions/batch`: up to 1,000 such questions.
    pub async fn ask_decisions(
        &self,
        customer: CustomerId,
        batch: &DecisionBatch,
    ) -> Result<DecisionAnswers> {
        let path = format!("/v1/customers/{customer}/decisions/batch");
        self.call(&Request::post(path).json(batch)).await
    }

    /// `GET /v1/customers/{customer_id}/users/{user_id}/access/{permission}`: why, or why not?
    pub async fn explain_access(
        &self,
        customer: CustomerId,
        user: UserId,
        permission: Permission,
        query: &PlaceQuery,
    ) -> Result<AccessExplanation> {
        let code = permission.code();
        let path = format!("/v1/customers/{customer}/users/{user}/access/{code}");
        self.call(&Request::get(path).query(query)).await
    }

    /// `GET /v1/customers/{customer_id}/permissions/{permission}/holders`: who can?
    pub async fn list_holders(
        &self,
        customer: CustomerId,
        permission: Permission,
        query: &HolderQuery,
    ) -> Result<HolderPage> {
        let code = permission.code();
        let path = format!("/v1/customers/{customer}/permissions/{code}/holders");
        self.call(&Request::get(path).query(query)).await
    }

    /// `GET /v1/customers/{customer_id}/permissions/{permission}/helpers`: who can give it to me?
    pub async fn list_helpers(
        &self,
        customer: CustomerId,
        permission: Permission,
    ) -> Result<HelperList> {
        let code = permission.code();
        let path = format!("/v1/customers/{customer}/permissions/{code}/helpers");
        self.call(&Request::get(path)).await
    }
}
