//! How far somebody on the list reaches, in one word and a number.

use crate::{columns, error::StoreError};

/// A scope without its locations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeSummary {
    /// Every location.
    All,
    /// That many locations.
    Only(u32),
    /// None yet.
    NoneYet,
}

impl ScopeSummary {
    /// Of a row.
    pub(super) fn read(kind: &str, locations: i64) -> Result<Self, StoreError> {
        Ok(match kind {
            "all" => Self::All,
            "none_yet" => Self::NoneYet,
            _ => Self::Only(columns::count(locations)?),
        })
    }
}
