//! The audit log on the wire.

use keyholder_domain::{
    audit::AuditAction,
    ids::{AuditEventId, AuditSubjectId, UserId},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::page::{Cursor, PageInfo};

/// One entry of a customer's audit log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing about an entry, and travels by its name"
)]
pub struct AuditEntry {
    /// The id.
    pub id: AuditEventId,
    /// Its place in the customer's chain, from 1. Absent for callers who may not see every entry: the
    /// gaps would tell them of the others.
    pub sequence: Option<u32>,
    /// When.
    pub at: Timestamp,
    /// Who did it; absent for the service itself.
    pub actor_id: Option<UserId>,
    /// Their name, as far as the caller may see it.
    pub actor_name: Option<String>,
    /// Whether they were erased meanwhile: the id is a pseudonym that leads to nobody.
    pub actor_erased: bool,
    /// Whether somebody of the payment provider did it. Who it was, and from where, is not told.
    pub by_provider: bool,
    /// What.
    pub action: AuditAction,
    /// To whom.
    pub target_id: Option<UserId>,
    /// Their name, as far as the caller may see it.
    pub target_name: Option<String>,
    /// Whether they were erased meanwhile: the id is a pseudonym that leads to nobody.
    pub target_erased: bool,
    /// What it was before and is now.
    pub changes: Vec<AuditChange>,
    /// From where; absent for the service itself and for people whom the caller may not see.
    pub origin: Option<AuditOrigin>,
    /// Whether what stood beside the entry was erased with a person's data.
    pub details_erased: bool,
}

/// One thing that an entry says: what it was before and is now. Either side may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditChange {
    /// What, as a stable word such as `roles`.
    pub field: String,
    /// What it was.
    pub before: Vec<AuditValue>,
    /// What it is now.
    pub after: Vec<AuditValue>,
}

/// A value of an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditValue {
    /// What the text is.
    pub kind: AuditValueKind,
    /// A name as it was at the time, a stable code, or plain text.
    pub text: String,
}

/// What the text of a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AuditValueKind {
    /// Plain text.
    Text,
    /// A stable code, such as a permission.
    Code,
    /// A number.
    Number,
    /// The name of an own role.
    Role,
    /// The code of a built-in role.
    BuiltInRole,
    /// The name of a location.
    Location,
}

/// From where something was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditOrigin {
    /// The network address as the service saw it.
    pub address: Option<String>,
    /// What the person calls the device.
    pub device: Option<String>,
    /// The program, as it named itself.
    pub program: Option<String>,
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

/// Which entries to list; every condition that is there must hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct AuditQuery {
    /// About this user (who did it, or to whom it was done), role or location.
    pub about: Option<AuditSubjectId>,
    /// One of these actions; any, if there are none.
    pub action: Vec<AuditAction>,
    /// At this moment or later.
    pub from: Option<Timestamp>,
    /// Before this moment.
    pub until: Option<Timestamp>,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// Which entries to take out, and as what. The answer is the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct AuditExport {
    /// The form of the file.
    pub format: ExportFormat,
    /// About this user, role or location.
    #[serde(default)]
    pub about: Option<AuditSubjectId>,
    /// One of these actions; any, if there are none.
    #[serde(default)]
    pub action: Vec<AuditAction>,
    /// At this moment or later.
    #[serde(default)]
    pub from: Option<Timestamp>,
    /// Before this moment.
    #[serde(default)]
    pub until: Option<Timestamp>,
}

/// The form of an exported file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ExportFormat {
    /// A table for spreadsheets, in UTF-8 with a byte order mark. No cell is ever computed.
    Csv,
    /// A list of entries for programs.
    Json,
}

impl ExportFormat {
    /// The word on the wire, which is also the ending of a file's name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }
}

/// What checking the chain of the audit log found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditVerification {
    /// The outcome.
    pub state: VerificationState,
    /// When it was checked.
    pub checked_at: Timestamp,
    /// The last entry that was checked. Numbers are absent for callers who may not see every entry.
    pub verified_up_to: Option<u32>,
    /// The newest entry.
    pub newest: Option<u32>,
    /// The last sealed place, whose key is kept outside of the database.
    pub checkpoint: Option<AuditCheckpoint>,
    /// What is wrong, if it is.
    pub fault: Option<AuditFault>,
}

/// The outcome of checking the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum VerificationState {
    /// Every entry up to the newest is as it was written.
    Intact,
    /// So are those that were checked; more are waiting for the next check.
    Unfinished,
    /// An entry was altered or removed.
    Broken,
}

/// A sealed place of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditCheckpoint {
    /// The entry.
    pub sequence: Option<u32>,
    /// When it was sealed.
    pub at: Timestamp,
}

/// What is wrong with a chain, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AuditFault {
    /// What is wrong.
    pub kind: AuditFaultKind,
    /// At which entry.
    pub sequence: Option<u32>,
}

/// What can be wrong with a chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum AuditFaultKind {
    /// An entry is missing or out of place.
    Gap,
    /// An entry was altered, or the one before it.
    Altered,
    /// What stands beside an entry was altered.
    DetailsAltered,
    /// The newest entries are gone.
    CutOff,
    /// The last sealed place was not sealed by this service.
    FalseCheckpoint,
}
