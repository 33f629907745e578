//! Asking the payment provider for a location (acceptance row S68, lift L7).
//!
//! ```text
//!          the provider makes the location ──▶ created
//! waiting ─ the provider says no, and why ───▶ refused
//!          the merchant takes it back ───────▶ withdrawn
//! ```
//!
//! Acquiring data stays the provider's: a request is a wish, and the location that comes of it is what
//! the provider writes down. A request is answered once. Whoever is limited to locations asks for none:
//! the new one would lie outside of their own.

use serde::{Deserialize, Serialize};

use crate::{
    access::{Actor, Denial},
    location::TerminalKind,
    location_scope::LocationScope,
    permission::Permission,
};

/// How many requests of one customer wait at most.
pub const MAX_WAITING: u64 = 50;
/// The longest note and the longest reason, in characters.
pub const MAX_NOTE: usize = 500;
/// How many terminals of one kind can be wished for.
pub const TERMINALS: std::ops::RangeInclusive<u16> = 1..=50;
/// What one must hold to ask for locations and to see what became of it.
pub const NEEDED: Permission = Permission::AccountSettings;

/// How far a request has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum RequestState {
    /// Nobody has answered yet.
    Waiting,
    /// The location is there.
    Created,
    /// The provider said no.
    Refused,
    /// The merchant took it back.
    Withdrawn,
}

impl RequestState {
    /// Every state.
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Created, Self::Refused, Self::Withdrawn];

    /// The code on the wire and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Created => "created",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// How many terminals of a kind are wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(deny_unknown_fields)]
pub struct WishedTerminals {
    /// The kind; each stands once in a request.
    pub kind: TerminalKind,
    /// How many, 1 to 50.
    #[cfg_attr(feature = "openapi", schema(minimum = 1, maximum = 50))]
    pub count: u16,
}

/// Why nobody can ask for one more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AskDenial {
    /// The rules of access.
    #[error(transparent)]
    Access(#[from] Denial),
    /// As many wait already as may.
    #[error("{MAX_WAITING} requests wait already")]
    TooMany,
}

/// The request was answered or taken back before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the request was answered or taken back before")]
pub struct Over;

/// Whether somebody may see the customer's requests.
pub fn may_see(actor: &Actor) -> Result<(), Denial> {
    if !actor.access.effective().contains(NEEDED) {
        return Err(Denial::PermissionMissing(NEEDED));
    }
    if actor.access.scope != LocationScope::All {
        return Err(Denial::OutsideLocations);
    }
    Ok(())
}

/// Whether somebody may ask while `waiting` requests of the customer wait.
pub fn may_ask(actor: &Actor, waiting: u64) -> Result<(), AskDenial> {
    may_see(actor)?;
    if waiting >= MAX_WAITING {
        return Err(AskDenial::TooMany);
    }
    Ok(())
}

/// Whether a request can still be answered or taken back.
pub const fn is_open(state: RequestState) -> Result<(), Over> {
    match state {
        RequestState::Waiting => Ok(()),
        _ => Err(Over),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        access::Access,
        ids::{LocationId, UserId},
        permission::PermissionSet,
    };

    fn actor(permissions: PermissionSet, scope: LocationScope) -> Actor {
        Actor {
            user_id: UserId::from_uuid(Uuid::from_u128(1)),
            access: Access { permissions, scope },
        }
    }

    #[test]
    fn s068_l07_who_is_limited_to_locations_asks_for_none() {
        let all = actor(PermissionSet::all(), LocationScope::All);
        assert_eq!(may_ask(&all, 0), Ok(()));
        assert_eq!(may_ask(&all, MAX_WAITING), Err(AskDenial::TooMany));
        let here = LocationScope::only([LocationId::from_uuid(Uuid::from_u128(2))]).unwrap();
        let limited = actor(PermissionSet::all(), here);
        assert_eq!(may_ask(&limited, 0), Err(Denial::OutsideLocations.into()));
        assert_eq!(may_see(&limited), Err(Denial::OutsideLocations));
        let without = actor(PermissionSet::all() - NEEDED, LocationScope::All);
        assert_eq!(may_see(&without), Err(Denial::PermissionMissing(NEEDED)));
    }

    #[test]
    fn l07_a_request_is_answered_once() {
        for state in RequestState::ALL {
            assert_eq!(is_open(state).is_ok(), state == RequestState::Waiting);
            assert_eq!(RequestState::from_code(state.code()), Some(state));
        }
    }
}
