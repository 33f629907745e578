//! The audit log, and figures drawn from it.

use keyholder_contract::{
    audit::{AuditExport, AuditPage, AuditQuery, AuditVerification},
    statistics::{Statistics, StatisticsQuery},
};
use keyholder_domain::ids::CustomerId;

use crate::{download::Download, error::Result, request::Request, session::Session};

impl Session {
    /// `GET /v1/customers/{customer_id}/audit-events`, newest first.
    pub async fn list_audit_events(
        &self,
        customer: CustomerId,
        query: &AuditQuery,
    ) -> Result<AuditPage> {
        let request = Request::get(format!("/v1/customers/{customer}/audit-events")).query(query);
        self.call(&request).await
    }

    /// `POST /v1/customers/{customer_id}/audit-events/export`: the log as a file.
    pub async fn export_audit_events(
        &self,
        customer: CustomerId,
        export: &AuditExport,
    ) -> Result<Download> {
        let path = format!("/v1/customers/{customer}/audit-events/export");
        self.download(&Request::post(path).json(export)).await
    }

    /// `GET /v1/customers/{customer_id}/audit-events/verification`: whether the log is whole.
    pub async fn verify_audit_events(&self, customer: CustomerId) -> Result<AuditVerification> {
        let path = format!("/v1/customers/{customer}/audit-events/verification");
        self.call(&Request::get(path)).await
    }

    /// `GET /v1/customers/{customer_id}/statistics`: figures at a glance.
    pub async fn read_statistics(
        &self,
        customer: CustomerId,
        query: &StatisticsQuery,
    ) -> Result<Statistics> {
        let request = Request::get(format!("/v1/customers/{customer}/statistics")).query(query);
        self.call(&request).await
    }
}
