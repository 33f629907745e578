//! A location on the wire.

use keyholder_contract::location::{Location, Terminal};
use keyholder_store::locations;

/// The location with its terminals.
pub(super) fn view(found: locations::Location) -> Location {
    let location = found.location;
    Location {
        id: location.id,
        name: location.name,
        website: location.website,
        street: location.street,
        postcode: location.postcode,
        city: location.city,
        country: location.country,
        terminals: found
            .terminals
            .into_iter()
            .map(|terminal| Terminal {
                id: terminal.id,
                number: terminal.number,
                name: terminal.name,
                kind: terminal.kind,
            })
            .collect(),
    }
}
