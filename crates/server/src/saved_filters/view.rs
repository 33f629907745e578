//! Kept filters on the wire: without what is gone, or out of the caller's reach.

use std::collections::BTreeSet;

use keyholder_contract::saved_filter::{SavedFilter, UserListFilter};
use keyholder_domain::{
    access::Actor,
    ids::{CustomerId, LocationId, RoleId},
    location_scope::LocationScope,
};
use keyholder_store::{Read, locations, roles, saved_filters};

use crate::http::{ApiError, ApiResult};

/// The roles and locations of a customer that filters may name.
pub(super) struct Known {
    pub(super) roles: BTreeSet<RoleId>,
    pub(super) locations: BTreeSet<LocationId>,
}

impl Known {
    /// What is there of that which the filters name. Who is limited to locations knows of no other.
    pub(super) async fn read(
        on: &impl Read,
        customer: CustomerId,
        actor: &Actor,
        filters: &[UserListFilter],
    ) -> ApiResult<Self> {
        let named: BTreeSet<_> = filters
            .iter()
            .flat_map(|filter| &filter.role)
            .copied()
            .collect();
        let roles = roles::find_all(on, customer, &named).await?;
        let places = filters.iter().flat_map(|filter| &filter.location).copied();
        let places: BTreeSet<_> = match &actor.access.scope {
            LocationScope::All => places.collect(),
            LocationScope::Only(own) => places.filter(|place| own.contains(place)).collect(),
            LocationScope::NoneYet => BTreeSet::new(),
        };
        Ok(Self {
            roles: roles.iter().map(|role| role.id).collect(),
            locations: locations::existing(on, customer, &places).await?,
        })
    }
}

/// The filters of a caller as they see them.
pub(super) async fn all(
    on: &impl Read,
    customer: CustomerId,
    actor: &Actor,
    kept: Vec<saved_filters::SavedFilter>,
) -> ApiResult<Vec<SavedFilter>> {
    let filters = kept
        .iter()
        .map(|saved| serde_json::from_str(&saved.filter).map_err(ApiError::internal))
        .collect::<ApiResult<Vec<UserListFilter>>>()?;
    let known = Known::read(on, customer, actor, &filters).await?;
    let pairs = kept.into_iter().zip(filters);
    Ok(pairs
        .map(|(saved, filter)| one(saved, filter, &known))
        .collect())
}

fn one(
    saved: saved_filters::SavedFilter,
    mut filter: UserListFilter,
    known: &Known,
) -> SavedFilter {
    let named = filter.role.len() + filter.location.len();
    filter.role.retain(|role| known.roles.contains(role));
    filter
        .location
        .retain(|place| known.locations.contains(place));
    let left_out = named - filter.role.len() - filter.location.len();
    SavedFilter {
        id: saved.id,
        name: saved.name,
        version: saved.version,
        filter,
        left_out: u32::try_from(left_out).unwrap_or(u32::MAX),
    }
}
