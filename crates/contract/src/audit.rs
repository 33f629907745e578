//! The audit log on the wire.

use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditEventId, UserId},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::page::PageInfo;

/// One entry of a customer's audit log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditEntry {
    /// The id.
    pub id: AuditEventId,
    /// Its place in the customer's chain, from 1.
    pub sequence: u32,
    /// When.
    pub at: Timestamp,
    /// Who did it; absent for the service itself.
    pub actor_id: Option<UserId>,
    /// Their name, as far as the caller may see it.
    pub actor_name: Option<String>,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// Their name, as far as the caller may see it.
    pub target_name: Option<String>,
}

/// A page of the audit log, newest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditPage {
    /// The entries.
    pub items: Vec<AuditEntry>,
    /// Where to go on.
    pub page: PageInfo,
}
