//! Pages of a list.

use serde::{Deserialize, Serialize};

/// A place in a list, to be handed back as it came. Valid for the same filter and sort order only.
pub type Cursor = String;

/// Whether a total was asked for and found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct PageInfo {
    /// Where the next page starts; absent on the last page.
    pub next_cursor: Option<Cursor>,
    /// Where the page before starts; absent on the first page.
    pub previous_cursor: Option<Cursor>,
    /// How many rows there are in all, if `count=true` was asked.
    pub total: Option<u32>,
}
