//! Which door a membership came through, and what that allows (row S11, lift L3).
//!
//! Everybody is listed, whatever door they came through. Whom an administrator of the customer added, or
//! took in from a file, is the administrators' own. The others have a keeper elsewhere: they can be
//! looked at and helped in (links, unlocking), and nothing about them is changed until an administrator
//! *adopts* them. From then on they are like everybody else; the door is remembered.

use serde::{Deserialize, Serialize};

use crate::timestamp::Timestamp;

/// Which door a membership came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Created by an administrator of the customer.
    Administrator,
    /// Created by the payment provider.
    Operator,
    /// Taken from a file by an administrator of the customer.
    Import,
    /// Provisioned by the customer's identity provider (SCIM).
    Scim,
    /// Brought along from the system before this one.
    Legacy,
    /// Created by a program with an API key.
    ApiKey,
}

impl Origin {
    /// Every door.
    pub const ALL: [Self; 6] = [
        Self::Administrator,
        Self::Operator,
        Self::Import,
        Self::Scim,
        Self::Legacy,
        Self::ApiKey,
    ];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Operator => "operator",
            Self::Import => "import",
            Self::Scim => "scim",
            Self::Legacy => "legacy",
            Self::ApiKey => "api_key",
        }
    }

    /// The origin of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.code() == code)
    }

    /// Whether whoever came through this door is kept by somebody else.
    pub const fn has_other_keeper(self) -> bool {
        match self {
            Self::Administrator | Self::Import => false,
            Self::Operator | Self::Scim | Self::Legacy | Self::ApiKey => true,
        }
    }
}

/// Whether nothing about a user can be changed before they are adopted.
pub const fn is_foreign(origin: Origin, adopted_at: Option<Timestamp>) -> bool {
    origin.has_other_keeper() && adopted_at.is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn l03_who_came_through_another_door_is_foreign_until_adopted() {
        let foreign: Vec<_> = Origin::ALL
            .into_iter()
            .filter(|origin| is_foreign(*origin, None))
            .collect();
        assert_eq!(
            foreign,
            [
                Origin::Operator,
                Origin::Scim,
                Origin::Legacy,
                Origin::ApiKey
            ]
        );
        for origin in Origin::ALL {
            assert!(!is_foreign(origin, Some(Timestamp::from_micros(1))));
            assert_eq!(Origin::from_code(origin.code()), Some(origin));
        }
    }
}
