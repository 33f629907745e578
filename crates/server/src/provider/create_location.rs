//! Adding a location.

use keyholder_contract::provider::{ProviderLocation, SaveLocation};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, LocationId, UserId},
    location_details::LocationDetails,
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    locations::{self, NewLocation},
};
use serde_json::json;

use super::{fields, view};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiResult, Earlier, Fields, IdempotencyKey, Replayed},
};

/// Adds the location.
pub(super) async fn create(
    app: &App,
    operator: &Operator,
    customer: CustomerId,
    key: &IdempotencyKey,
    request: &SaveLocation,
) -> ApiResult<Replayed<ProviderLocation>> {
    let (tx, _) = operator.begin_at(app, customer).await?;
    let asked = (customer, request);
    let owner = operator.key_owner();
    let claimed = match key
        .claim_as(&tx, app, owner, "create_location", &asked)
        .await?
    {
        Earlier::Answer(reply) => {
            return Ok(Replayed {
                replayed: true,
                reply,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let mut faults = Fields::default();
    let details = fields::location(&mut faults, "", request);
    faults.finish()?;
    let by = operator.person.user_id;
    let id = add(&tx, app, (customer, by), details, app.now()).await?;
    let reply = view::location(&tx, customer, id).await?;
    claimed.remember(&tx, &reply).await?;
    tx.commit().await?;
    Ok(Replayed {
        replayed: false,
        reply,
    })
}

/// Adds a location and writes it down.
pub(crate) async fn add(
    tx: &WriteTransaction,
    app: &App,
    (customer, by): (CustomerId, UserId),
    details: LocationDetails,
    now: Timestamp,
) -> ApiResult<LocationId> {
    let id = LocationId::from_uuid(app.random.uuid(now));
    let location = NewLocation {
        id,
        name: details.name,
        website: details.website,
        street: details.street,
        postcode: details.postcode,
        city: details.city,
        country: details.country,
        created_at: now,
    };
    locations::insert(tx, customer, &location).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(by),
        action: AuditAction::LocationCreated,
        target_id: None,
        details: by_provider(json!({ "location": id })),
    };
    record(tx, app, entry).await?;
    Ok(id)
}
