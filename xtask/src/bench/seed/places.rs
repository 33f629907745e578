//! The locations of the large customer, and one who administers some of them.

use keyholder_client::Clock;
use keyholder_domain::{
    ids::{LocationId, UserId},
    language::Language,
};
use keyholder_store::{
    WriteTransaction,
    locations::{self, NewLocation},
    users,
};

use super::{Customer, MIDDLE, Numbers, join, membership, name, only, sign_in_name};
use crate::failure::{Done, Failure};

/// Locations of the large customer.
const LOCATIONS: usize = 1_000;
/// Locations of the one who is limited to some of them.
const OWN_LOCATIONS: usize = 200;

/// Somebody who is limited to some locations.
pub(crate) struct Limited {
    pub(crate) id: UserId,
    pub(crate) name: String,
    pub(crate) locations: Vec<LocationId>,
}

/// The locations of a customer, and one who administers some of them.
pub(super) async fn seed(
    tx: &WriteTransaction,
    numbers: &mut Numbers,
    customer: &Customer,
) -> Done<(Vec<LocationId>, Limited)> {
    let now = Clock::system().now();
    let mut all = Vec::with_capacity(LOCATIONS);
    for number in 0..LOCATIONS {
        let new = NewLocation {
            id: LocationId::from_uuid(numbers.id(now)),
            name: format!("{} {number}", numbers.pick(&MIDDLE)?),
            website: None,
            street: Some(format!("High Street {number}")),
            postcode: Some(format!("{}", 1_000 + number)),
            city: Some("Measureton".to_owned()),
            country: Some("CH".to_owned()),
            created_at: now,
        };
        locations::insert(tx, customer.id, &new)
            .await
            .map_err(Failure::doing("a location"))?;
        all.push(new.id);
    }
    let own: Vec<_> = all.iter().take(OWN_LOCATIONS).copied().collect();
    let address = "limited@measured.example";
    let user = users::NewUser {
        id: UserId::from_uuid(numbers.id(now)),
        sign_in_name: sign_in_name(address)?,
        given_name: name("Lina")?,
        family_name: name("Limited")?,
        language: Language::En,
        operator: false,
        created_at: now,
    };
    let mut membership = membership(customer.id, &user, customer.location_administrator);
    membership.scope = only(own.iter().copied())?;
    join(tx, &user, &membership).await?;
    let limited = Limited {
        id: user.id,
        name: address.to_owned(),
        locations: own,
    };
    Ok((all, limited))
}
