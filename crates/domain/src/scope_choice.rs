//! How a scope is chosen: locations by name, groups of locations, or both (lift L7).
//!
//! A group stands for the locations in it at the moment somebody asks:
//!
//! ```text
//! reaches = all                                    if all was chosen
//!         = named ∪ ⋃ locations of each group      if "only these" was chosen
//!         = nothing                                if none was chosen yet
//! ```
//!
//! A group that is not there adds nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    ids::{LocationGroupId, LocationId},
    location_scope::{LocationScope, LocationScopeError},
};

/// The most groups that one membership may name.
pub const MAX_GROUPS: usize = 10;

/// The locations of groups.
pub type Groups = BTreeMap<LocationGroupId, BTreeSet<LocationId>>;

/// Where a membership is meant to reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScopeChoice {
    /// Every location of the customer.
    All,
    /// Only these; never empty (guarded by [`ScopeChoice::only`]).
    Only {
        /// By name.
        locations: BTreeSet<LocationId>,
        /// By group.
        groups: BTreeSet<LocationGroupId>,
    },
    /// No location yet.
    NoneYet,
}

/// What is no choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScopeChoiceError {
    /// The locations alone are no scope; nothing at all was chosen, or too many were.
    #[error(transparent)]
    Locations(#[from] LocationScopeError),
    /// More than [`MAX_GROUPS`].
    #[error("name at most {MAX_GROUPS} groups")]
    TooManyGroups,
}

impl ScopeChoice {
    /// Only these locations and groups, at least one of either.
    pub fn only(
        locations: BTreeSet<LocationId>,
        groups: BTreeSet<LocationGroupId>,
    ) -> Result<Self, ScopeChoiceError> {
        if groups.len() > MAX_GROUPS {
            return Err(ScopeChoiceError::TooManyGroups);
        }
        match LocationScope::only(locations.iter().copied()) {
            Err(LocationScopeError::Empty) if !groups.is_empty() => {}
            Err(error) => return Err(error.into()),
            Ok(_) => {}
        }
        Ok(Self::Only { locations, groups })
    }

    /// The code of the state, as of [`LocationScope::code`].
    pub const fn code(&self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Only { .. } => "only",
            Self::NoneYet => "none_yet",
        }
    }

    /// What is chosen by name; nothing of that is none, never all.
    pub fn named(&self) -> LocationScope {
        match self {
            Self::All => LocationScope::All,
            Self::Only { locations, .. } => LocationScope::reaching(locations.clone()),
            Self::NoneYet => LocationScope::NoneYet,
        }
    }

    /// What is chosen by group.
    pub fn groups(&self) -> BTreeSet<LocationGroupId> {
        match self {
            Self::Only { groups, .. } => groups.clone(),
            Self::All | Self::NoneYet => BTreeSet::new(),
        }
    }

    /// What it reaches, with the groups as they are.
    pub fn reach(&self, all: &Groups) -> LocationScope {
        match self {
            Self::All => LocationScope::All,
            Self::NoneYet => LocationScope::NoneYet,
            Self::Only { locations, groups } => {
                let through = groups.iter().filter_map(|group| all.get(group)).flatten();
                LocationScope::reaching(locations.iter().chain(through).copied().collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::location_scope::MAX_LOCATIONS;

    fn places(numbers: &[u128]) -> BTreeSet<LocationId> {
        let ids = numbers.iter().map(|number| Uuid::from_u128(*number));
        ids.map(LocationId::from_uuid).collect()
    }

    fn groups(numbers: impl IntoIterator<Item = u128>) -> BTreeSet<LocationGroupId> {
        let ids = numbers.into_iter().map(Uuid::from_u128);
        ids.map(LocationGroupId::from_uuid).collect()
    }

    #[test]
    fn c07_l07_a_group_alone_is_a_choice_and_nothing_is_none() {
        let empty = ScopeChoice::only(BTreeSet::new(), BTreeSet::new());
        assert_eq!(empty, Err(LocationScopeError::Empty.into()));
        assert!(ScopeChoice::only(BTreeSet::new(), groups([1])).is_ok());
        let many = groups(0..=MAX_GROUPS as u128);
        let many = ScopeChoice::only(BTreeSet::new(), many);
        assert_eq!(many, Err(ScopeChoiceError::TooManyGroups));
        let numbers: Vec<_> = (0..=MAX_LOCATIONS as u128).collect();
        let many = ScopeChoice::only(places(&numbers), groups([1]));
        assert_eq!(many, Err(LocationScopeError::TooMany.into()));
    }

    #[test]
    fn l07_a_group_stands_for_what_is_in_it_now() {
        let choice = ScopeChoice::only(places(&[1]), groups([7])).unwrap();
        let group = *groups([7]).first().unwrap();
        let mut all = Groups::from([(group, places(&[2, 3]))]);
        let reach = |all: &Groups| choice.reach(all);
        assert_eq!(reach(&all), LocationScope::Only(places(&[1, 2, 3])));
        all.insert(group, places(&[4]));
        assert_eq!(reach(&all), LocationScope::Only(places(&[1, 4])));
        // A group that is gone adds nothing, and above all not everything.
        all.clear();
        assert_eq!(reach(&all), LocationScope::Only(places(&[1])));
        let alone = ScopeChoice::only(BTreeSet::new(), groups([7])).unwrap();
        assert_eq!(alone.reach(&all), LocationScope::NoneYet);
        assert_eq!(alone.named(), LocationScope::NoneYet);
    }
}
