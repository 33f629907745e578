//! Locations and terminals on the wire.

use keyholder_domain::{
    ids::{LocationId, TerminalId},
    location::TerminalKind,
};
use serde::{Deserialize, Serialize};

use crate::page::{Cursor, PageInfo};

/// A place of business. Owned by the payment provider, read-only for the merchant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Location {
    /// The id.
    pub id: LocationId,
    /// The name.
    pub name: String,
    /// The website, if there is one.
    pub website: Option<String>,
    /// Street and number.
    pub street: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The city.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2 code of the country.
    pub country: Option<String>,
    /// The terminals linked to it.
    pub terminals: Vec<Terminal>,
}

/// A point of sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Terminal {
    /// The id.
    pub id: TerminalId,
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
pub struct LocationPage {
    /// The locations.
    pub items: Vec<Location>,
    /// Where to go on.
    pub page: PageInfo,
}

/// Which locations to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct LocationQuery {
    /// Part of the name, website, address, city, postcode or a terminal's number.
    #[cfg_attr(feature = "openapi", param(max_length = 100))]
    pub search: Option<String>,
    /// Only these, of those that the caller reaches; every one, if there are none. At most 200.
    pub id: Vec<LocationId>,
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}
