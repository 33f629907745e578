//! What operators of the payment provider see and change: customers, locations, terminals. Nothing
//! here speaks of a customer's users.

use keyholder_domain::{
    customer::{CustomerMode, CustomerNumber},
    ids::{CustomerId, LocationId, TerminalId},
    language::Language,
    location::TerminalKind,
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::page::{Cursor, PageInfo};

/// A customer as an operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProviderCustomer {
    /// The id in addresses.
    pub id: CustomerId,
    /// The customer ID that people see.
    pub number: CustomerNumber,
    /// The company's name.
    pub name: String,
    /// The name that the customer gave itself.
    pub alias: Option<String>,
    /// Whether money really moves.
    pub mode: CustomerMode,
    /// Whether an acquirer agreement that supports payouts is in force.
    pub acquirer_agreement: bool,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// When it was set up.
    pub created_at: Timestamp,
    /// How many of its requests for locations wait for an answer.
    pub waiting_requests: u32,
}

/// A page of customers, by number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProviderCustomerPage {
    /// The customers.
    pub items: Vec<ProviderCustomer>,
    /// Where to go on.
    pub page: PageInfo,
}

/// Which customers to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct ProviderCustomerQuery {
    /// Part of the customer ID, the name or the alias.
    #[cfg_attr(feature = "openapi", param(max_length = 100))]
    pub search: Option<String>,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// A customer to set up, with the first administrator, who is invited by mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CreateCustomer {
    /// The facts.
    pub customer: SaveCustomer,
    /// Who shall administer it.
    pub administrator: FirstAdministrator,
}

/// The facts of a customer as they shall be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SaveCustomer {
    /// Six to ten digits that no other customer has.
    pub number: String,
    /// The company's name, 1 to 100 characters.
    pub name: String,
    /// Whether money really moves (S58).
    pub mode: CustomerMode,
    /// Whether an acquirer agreement that supports payouts is in force (S57).
    pub acquirer_agreement: bool,
}

/// The first administrator of a customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct FirstAdministrator {
    /// The personal e-mail address.
    pub email: String,
    /// The given name.
    pub given_name: String,
    /// The family name.
    pub family_name: String,
    /// The language of the invitation.
    pub language: Language,
}

/// A location as an operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProviderLocation {
    /// The id.
    pub id: LocationId,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// The name.
    pub name: String,
    /// The website.
    pub website: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<String>,
    /// The terminals linked to it, by number.
    pub terminals: Vec<ProviderTerminal>,
}

/// A terminal as an operator sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProviderTerminal {
    /// The id.
    pub id: TerminalId,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// Where it stands.
    pub location_id: LocationId,
    /// The terminal number that people see.
    pub number: String,
    /// The name.
    pub name: String,
    /// How payments reach it.
    pub kind: TerminalKind,
}

/// A page of locations, by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct ProviderLocationPage {
    /// The locations.
    pub items: Vec<ProviderLocation>,
    /// Where to go on.
    pub page: PageInfo,
}

/// A location as it shall be. Empty texts are the same as absent ones.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct SaveLocation {
    /// The name, 1 to 100 characters.
    pub name: String,
    /// The website: a host name or an address, at most 200 characters.
    #[serde(default)]
    pub website: Option<String>,
    /// Street and number, at most 200 characters.
    #[serde(default)]
    pub street: Option<String>,
    /// The postcode, at most 16 characters.
    #[serde(default)]
    pub postcode: Option<String>,
    /// The city, at most 100 characters.
    #[serde(default)]
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    #[serde(default)]
    pub country: Option<String>,
}

/// A terminal to add to a location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct CreateTerminal {
    /// 4 to 20 letters and digits that no other terminal of the customer has.
    pub number: String,
    /// The name, 1 to 100 characters.
    pub name: String,
    /// How payments reach it.
    pub kind: TerminalKind,
}

/// A terminal as it shall be. Another location moves it: who reaches it changes at the next request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct ChangeTerminal {
    /// 4 to 20 letters and digits that no other terminal of the customer has.
    pub number: String,
    /// The name, 1 to 100 characters.
    pub name: String,
    /// How payments reach it.
    pub kind: TerminalKind,
    /// Where it shall stand: a location of the same customer.
    pub location_id: LocationId,
}
