//! Customers, locations and terminals as operators see them.

use std::collections::BTreeMap;

use keyholder_contract::{
    problem::ErrorCode,
    provider::{ProviderCustomer, ProviderLocation, ProviderTerminal, SaveLocation},
};
use keyholder_domain::{
    ids::{CustomerId, LocationId, TerminalId},
    location_details::LocationDetails,
};
use keyholder_store::{
    Read, customers::Customer, location_requests, locations, locations::Location,
};

use crate::http::{ApiError, ApiResult};

/// The customers, with how many of their requests wait.
pub(super) async fn customers(
    on: &impl Read,
    customers: Vec<Customer>,
) -> ApiResult<Vec<ProviderCustomer>> {
    let ids: Vec<_> = customers.iter().map(|customer| customer.id).collect();
    let waiting = location_requests::waiting_of(on, &ids).await?;
    let view = |customer: Customer| ProviderCustomer {
        waiting_requests: waiting.get(&customer.id).copied().unwrap_or(0),
        id: customer.id,
        number: customer.number,
        name: customer.name,
        alias: customer.alias,
        mode: customer.mode,
        acquirer_agreement: customer.acquirer_agreement,
        version: customer.settings_version,
        created_at: customer.created_at,
    };
    Ok(customers.into_iter().map(view).collect())
}

/// The locations, with the versions that edits are compared with.
pub(super) async fn locations(
    on: &impl Read,
    customer: CustomerId,
    found: Vec<Location>,
) -> ApiResult<Vec<ProviderLocation>> {
    let ids: Vec<_> = found.iter().map(|each| each.location.id).collect();
    let versions = locations::changes::versions(on, customer, &ids).await?;
    Ok(found
        .into_iter()
        .map(|location| view(location, &versions))
        .collect())
}

/// One location as it is now.
pub(crate) async fn location(
    on: &impl Read,
    customer: CustomerId,
    id: LocationId,
) -> ApiResult<ProviderLocation> {
    let found = locations::find(on, customer, id).await?;
    let mut all = locations(on, customer, found.into_iter().collect()).await?;
    all.pop().ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}

fn view(
    found: Location,
    (locations, terminals): &(BTreeMap<LocationId, u32>, BTreeMap<TerminalId, u32>),
) -> ProviderLocation {
    let location = found.location;
    ProviderLocation {
        version: locations.get(&location.id).copied().unwrap_or(1),
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
            .map(|terminal| ProviderTerminal {
                version: terminals.get(&terminal.id).copied().unwrap_or(1),
                id: terminal.id,
                location_id: terminal.location_id,
                number: terminal.number,
                name: terminal.name,
                kind: terminal.kind,
            })
            .collect(),
    }
}

/// The details on the wire.
pub(crate) fn details(details: LocationDetails) -> SaveLocation {
    SaveLocation {
        name: details.name,
        website: details.website,
        street: details.street,
        postcode: details.postcode,
        city: details.city,
        country: details.country,
    }
}
