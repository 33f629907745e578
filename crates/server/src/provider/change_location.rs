//! Changing a location.

use keyholder_contract::{
    problem::ErrorCode,
    provider::{ProviderLocation, SaveLocation},
};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, LocationId},
    location_details::LocationDetails,
};
use keyholder_store::locations;
use serde_json::json;

use super::{fields, view};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiError, ApiResult, Fields, IfMatch},
};

/// Changes name, website and address.
pub(super) async fn change(
    app: &App,
    operator: &Operator,
    (customer, id): (CustomerId, LocationId),
    if_match: IfMatch,
    request: &SaveLocation,
) -> ApiResult<ProviderLocation> {
    let (tx, _) = operator.begin_at(app, customer).await?;
    let missing = || ApiError::new(ErrorCode::NotFound);
    let version = locations::changes::lock(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    if_match.check(version)?;
    let mut faults = Fields::default();
    let after = fields::location(&mut faults, "", request);
    faults.finish()?;
    let found = locations::find(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    let location = found.location;
    let before = LocationDetails {
        name: location.name,
        website: location.website,
        street: location.street,
        postcode: location.postcode,
        city: location.city,
        country: location.country,
    };
    if before != after {
        locations::changes::save(&tx, customer, id, &after).await?;
        let entry = Entry {
            customer_id: Some(customer),
            actor_id: Some(operator.person.user_id),
            action: AuditAction::LocationChanged,
            target_id: None,
            details: by_provider(json!({ "location": id, "before": before, "after": after })),
        };
        record(&tx, app, entry).await?;
    }
    let reply = view::location(&tx, customer, id).await?;
    tx.commit().await?;
    Ok(reply)
}
