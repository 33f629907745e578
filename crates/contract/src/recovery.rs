//! Bringing an administrator back through an operator (reading C22).

use keyholder_domain::{
    ids::{CustomerId, RecoveryId},
    recovery::{RecoveryStanding, RecoveryState, StoppedBy},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::page::{Cursor, PageInfo};

/// A recovery as operators see it. They named the person; nothing else of the person is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Recovery {
    /// The id.
    pub id: RecoveryId,
    /// How far it has come.
    pub state: RecoveryState,
    /// The sign-in name as the operator gave it.
    pub sign_in_name: String,
    /// Where the link goes if the mailbox is dead.
    pub new_email: Option<String>,
    /// When that address was confirmed.
    pub address_confirmed_at: Option<Timestamp>,
    /// Why.
    pub reason: String,
    /// How the operator knows that it is the person.
    pub evidence: String,
    /// When it began.
    pub started_at: Timestamp,
    /// When the link can be sent.
    pub ready_at: Timestamp,
    /// What stopped it.
    pub stopped_by: Option<StoppedBy>,
    /// When it was stopped, or the link was sent.
    pub ended_at: Option<Timestamp>,
    /// How many addresses were told when it began.
    pub told: u32,
    /// How many other administrators could sign in when it began.
    pub other_administrators: u32,
}

/// The recoveries of a customer, the newest first; at most 100.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct RecoveryList {
    /// The recoveries.
    pub items: Vec<Recovery>,
}

/// Which recoveries of all customers to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct RecoveryQuery {
    /// Only those that are open, or over; both if absent.
    pub standing: Option<RecoveryStanding>,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// A recovery, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CustomerRecovery {
    /// Of which customer.
    pub customer_id: CustomerId,
    /// The customer ID that people see.
    pub customer_number: String,
    /// The company's name.
    pub customer_name: String,
    /// The recovery.
    pub recovery: Recovery,
}

/// A page of the recoveries of all customers, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct CustomerRecoveryPage {
    /// The recoveries.
    pub items: Vec<CustomerRecovery>,
    /// Where to go on.
    pub page: PageInfo,
}

/// Whom to bring back, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct StartRecovery {
    /// The sign-in name of the administrator, as they say it.
    pub sign_in_name: String,
    /// An address for a dead mailbox. It must be confirmed, and everything must be activated anew.
    #[serde(default)]
    pub new_email: Option<String>,
    /// Why, 1 to 500 characters. The customer's administrators read it in the activity.
    pub reason: String,
    /// How the person was recognised, 1 to 500 characters. Operators read it, nobody else.
    pub evidence: String,
}
