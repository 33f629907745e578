//! Where a membership reaches (acceptance rows S59 to S66, reading C7).
//!
//! Three explicit states, so that an empty list can never widen into "everywhere":
//!
//! ```text
//! all ........ every location, also those added later
//! only {…} ... at least one named location
//! none yet ... no location; permissions bound to locations have no effect
//! ```
//!
//! This is what a membership reaches, groups already expanded. How it is chosen, by name or by group,
//! is in [`crate::scope_choice`].

use std::collections::BTreeSet;

use crate::ids::LocationId;

/// The most locations that one membership may name.
pub const MAX_LOCATIONS: usize = 1_000;

/// Where a membership reaches. Removing the last named location leads to `NoneYet`, never to `All`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LocationScope {
    /// Every location of the customer.
    All,
    /// Exactly these; never empty (guarded by [`LocationScope::only`]).
    Only(BTreeSet<LocationId>),
    /// No location yet.
    NoneYet,
}

/// A list of locations that is no scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LocationScopeError {
    /// "Only these" without a location: the box was ticked and nothing was chosen (C7).
    #[error("name at least one location")]
    Empty,
    /// More than [`MAX_LOCATIONS`].
    #[error("name at most {MAX_LOCATIONS} locations")]
    TooMany,
}

impl LocationScope {
    /// The scope of exactly these locations.
    pub fn only(
        locations: impl IntoIterator<Item = LocationId>,
    ) -> Result<Self, LocationScopeError> {
        let locations: BTreeSet<_> = locations.into_iter().collect();
        match locations.len() {
            0 => Err(LocationScopeError::Empty),
            count if count > MAX_LOCATIONS => Err(LocationScopeError::TooMany),
            _ => Ok(Self::Only(locations)),
        }
    }

    /// The scope that reaches these locations and no other; without any it is none, never all. For what
    /// stands somewhere already: whoever chooses a scope is held to [`LocationScope::only`].
    pub fn reaching(locations: BTreeSet<LocationId>) -> Self {
        if locations.is_empty() {
            Self::NoneYet
        } else {
            Self::Only(locations)
        }
    }

    /// The code of the state in the database and on the wire.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Only(_) => "only",
            Self::NoneYet => "none_yet",
        }
    }

    /// Whether a location lies inside.
    pub fn includes(&self, location: LocationId) -> bool {
        match self {
            Self::All => true,
            Self::Only(locations) => locations.contains(&location),
            Self::NoneYet => false,
        }
    }

    /// What of it lies among some locations; nothing of it is none, never all.
    #[must_use]
    pub fn among(&self, locations: &BTreeSet<LocationId>) -> Self {
        let within = locations
            .iter()
            .copied()
            .filter(|each| self.includes(*each));
        Self::reaching(within.collect())
    }

    /// Whether nothing in `self` lies outside `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        match (self, other) {
            (_, Self::All) | (Self::NoneYet, _) => true,
            (Self::Only(mine), Self::Only(theirs)) => mine.is_subset(theirs),
            (Self::All, _) | (Self::Only(_), Self::NoneYet) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn location(number: u128) -> LocationId {
        LocationId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn c07_ticked_but_empty_is_no_scope() {
        assert_eq!(LocationScope::only([]), Err(LocationScopeError::Empty));
    }

    #[test]
    fn s066_all_includes_every_location_and_none_yet_includes_none() {
        assert!(LocationScope::All.includes(location(1)));
        assert!(!LocationScope::NoneYet.includes(location(1)));
        let only = LocationScope::only([location(1)]).unwrap();
        assert!(only.includes(location(1)) && !only.includes(location(2)));
    }

    #[test]
    fn a_narrowed_scope_never_widens() {
        let one = LocationScope::only([location(1)]).unwrap();
        let asked = BTreeSet::from([location(1), location(2)]);
        assert_eq!(one.among(&asked), one);
        assert_eq!(
            LocationScope::All.among(&asked),
            LocationScope::only(asked.clone()).unwrap()
        );
        let other = BTreeSet::from([location(3)]);
        assert_eq!(one.among(&other), LocationScope::NoneYet);
        let nothing = BTreeSet::new();
        assert_eq!(LocationScope::All.among(&nothing), LocationScope::NoneYet);
        assert_eq!(LocationScope::NoneYet.among(&asked), LocationScope::NoneYet);
    }

    #[test]
    fn within_is_a_partial_order_with_none_at_the_bottom_and_all_at_the_top() {
        let one = LocationScope::only([location(1)]).unwrap();
        let two = LocationScope::only([location(1), location(2)]).unwrap();
        assert!(one.is_within(&two) && !two.is_within(&one));
        assert!(LocationScope::NoneYet.is_within(&one) && one.is_within(&LocationScope::All));
        assert!(!LocationScope::All.is_within(&two));
        assert!(!one.is_within(&LocationScope::NoneYet));
    }
}
