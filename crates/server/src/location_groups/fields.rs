//! Reading what a group is called and holds: every fault of every field at once.

use std::collections::BTreeSet;

use keyholder_contract::{location_group::SaveLocationGroup, problem::FieldCode};
use keyholder_domain::{
    ids::{CustomerId, LocationId},
    location_group,
    role_name::RoleName,
};
use keyholder_store::{StoreError, WriteTransaction, error::unique, locations};

use crate::{
    http::{ApiError, ApiResult, Fields, field_error},
    roles::fields::name_fault,
};

const LOCATIONS: &str = "location_ids";

/// An acceptable group.
pub(super) struct Saved {
    /// One line, as the name of a role.
    pub(super) name: RoleName,
    pub(super) locations: BTreeSet<LocationId>,
}

/// Reads the request.
pub(super) async fn read(
    tx: &WriteTransaction,
    customer: CustomerId,
    request: &SaveLocationGroup,
) -> ApiResult<Saved> {
    let mut fields = Fields::default();
    let name = fields.take(request.name.parse(), name_fault);
    let ids = &request.location_ids;
    let max = location_group::MAX_LOCATIONS;
    let mut locations = BTreeSet::new();
    if ids.is_empty() {
        fields.add(field_error(LOCATIONS, FieldCode::TooFew, &[("min", 1)]));
    } else if ids.len() > max {
        fields.add(field_error(LOCATIONS, FieldCode::TooMany, &[("max", max)]));
    } else {
        let known = locations::existing(tx, customer, &ids.iter().copied().collect()).await?;
        for (index, id) in ids.iter().enumerate() {
            let field = format!("{LOCATIONS}.{index}");
            if !locations.insert(*id) {
                fields.add(field_error(&field, FieldCode::Duplicate, &[]));
            } else if !known.contains(id) {
                fields.add(field_error(&field, FieldCode::Unknown, &[]));
            }
        }
    }
    fields.finish()?;
    // `finish` has returned if the name is missing.
    let name = name.ok_or_else(|| ApiError::invalid_fields(Vec::new()))?;
    Ok(Saved { name, locations })
}

/// A failed save, where another group of the customer has the name.
pub(super) fn taken(error: StoreError) -> ApiError {
    if error.is_taken(unique::LOCATION_GROUP_NAME) {
        ApiError::invalid_fields(vec![field_error("name", FieldCode::Taken, &[])])
    } else {
        error.into()
    }
}
