//! Requests for locations on the wire (lift L7).

use keyholder_domain::{
    ids::{CustomerId, LocationId, LocationRequestId},
    location_request::{RequestState, WishedTerminals},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};

use crate::{
    page::{Cursor, PageInfo},
    provider::{CreateTerminal, ProviderLocation, SaveLocation},
};

/// A request for a location.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationRequest {
    /// The id.
    pub id: LocationRequestId,
    /// Counts the changes; what `If-Match` is compared with.
    pub version: u32,
    /// How far it has come.
    pub state: RequestState,
    /// The location that is wished for.
    pub location: SaveLocation,
    /// How many terminals of which kind.
    pub terminals: Vec<WishedTerminals>,
    /// What else the provider should know.
    pub note: Option<String>,
    /// When it was asked for.
    pub created_at: Timestamp,
    /// Who asked, as the customer's list calls them; absent for operators.
    pub asked_by: Option<String>,
    /// When it was answered or taken back.
    pub answered_at: Option<Timestamp>,
    /// Why the provider said no.
    pub reason: Option<String>,
    /// The location that came of it.
    pub location_id: Option<LocationId>,
}

/// A page of requests: those that wait first, then the newest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct LocationRequestPage {
    /// The requests.
    pub items: Vec<LocationRequest>,
    /// Where to go on.
    pub page: PageInfo,
}

/// Which requests to list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema, utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(default, deny_unknown_fields)]
pub struct LocationRequestQuery {
    /// A cursor of an earlier page.
    pub cursor: Option<Cursor>,
    /// How many, 1 to 200; 50 if absent.
    #[cfg_attr(feature = "openapi", param(minimum = 1, maximum = 200))]
    pub limit: Option<u16>,
}

/// What a merchant asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct RequestLocation {
    /// The location.
    pub location: SaveLocation,
    /// How many terminals; each kind at most once.
    #[serde(default)]
    pub terminals: Vec<WishedTerminals>,
    /// What else the provider should know, at most 500 characters.
    #[serde(default)]
    pub note: Option<String>,
}

/// A request that waits, with whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WaitingRequest {
    /// Whose.
    pub customer_id: CustomerId,
    /// The customer ID that people see.
    pub customer_number: String,
    /// The company's name.
    pub customer_name: String,
    /// The request.
    pub request: LocationRequest,
}

/// A page of the requests that wait at all customers, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct WaitingRequestPage {
    /// The requests.
    pub items: Vec<WaitingRequest>,
    /// Where to go on; with how many wait in all.
    pub page: PageInfo,
}

/// The provider's answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(tag = "answer", rename_all = "snake_case", deny_unknown_fields)]
pub enum AnswerRequest {
    /// The location is made, with its terminals, together with the answer.
    Create {
        /// The location as the provider writes it down.
        location: SaveLocation,
        /// Its terminals, at most 100.
        #[serde(default)]
        terminals: Vec<CreateTerminal>,
    },
    /// No location is made.
    Refuse {
        /// Why, for the merchant: 1 to 500 characters.
        reason: String,
    },
}

/// What an answer made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AnsweredRequest {
    /// The request as it is now.
    pub request: LocationRequest,
    /// The location that was made.
    pub location: Option<ProviderLocation>,
}
