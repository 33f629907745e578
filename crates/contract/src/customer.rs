//! Customers as people see them.

use keyholder_domain::{
    customer::{CustomerMode, CustomerNumber},
    ids::CustomerId,
};
use serde::{Deserialize, Serialize};

/// A customer in the header and in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Customer {
    /// The id in addresses.
    pub id: CustomerId,
    /// The customer ID that people see.
    pub number: CustomerNumber,
    /// The company's name.
    pub name: String,
    /// Counts the changes of the customer's own settings; what `If-Match` is compared with.
    pub settings_version: u32,
    /// A name that is easier to remember, if the customer set one.
    pub alias: Option<String>,
    /// Whether money really moves.
    pub mode: CustomerMode,
    /// Whether an acquirer agreement that supports payouts is in force.
    pub acquirer_agreement: bool,
}

/// Every customer of an operator, or the one asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CustomerList {
    /// The customers, by number.
    pub items: Vec<Customer>,
}

/// The alias as it shall be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangeAlias {
    /// One line, 1 to 40 characters, not a number; `null` takes the alias away.
    #[cfg_attr(feature = "openapi", schema(min_length = 1, max_length = 40))]
    pub alias: Option<String>,
}
