//! A scope as it is kept until somebody answers: nothing for all, else the locations; none of them is
//! none yet.

use std::collections::BTreeSet;

use keyholder_domain::{ids::LocationId, location_scope::LocationScope};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub(super) fn serialize<S: Serializer>(scope: &LocationScope, to: S) -> Result<S::Ok, S::Error> {
    match scope {
        LocationScope::All => None,
        LocationScope::Only(only) => Some(only.clone()),
        LocationScope::NoneYet => Some(BTreeSet::new()),
    }
    .serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<LocationScope, D::Error> {
    let kept: Option<BTreeSet<LocationId>> = Deserialize::deserialize(from)?;
    Ok(match kept {
        None => LocationScope::All,
        Some(only) => LocationScope::only(only).unwrap_or(LocationScope::NoneYet),
    })
}
