//! Changing what the provider says of a customer: number, name, and the facts that decisions read
//! (S57, S58). They hold at the next request.

use keyholder_contract::provider::{ProviderCustomer, SaveCustomer};
use keyholder_domain::{audit::AuditAction, ids::CustomerId};
use keyholder_store::customers::{self, Customer};
use serde_json::{Value, json};

use super::{fields, read};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    http::{ApiResult, Fields, IfMatch},
};

/// Changes the customer.
pub(super) async fn change(
    app: &App,
    operator: &Operator,
    id: CustomerId,
    if_match: IfMatch,
    request: &SaveCustomer,
) -> ApiResult<ProviderCustomer> {
    let (tx, before) = operator.begin_at(app, id).await?;
    if_match.check(before.settings_version)?;
    let mut faults = Fields::default();
    let facts = fields::customer(&mut faults, "", request);
    faults.finish()?;
    let facts = fields::there(facts)?;
    let after = Customer {
        number: facts.number,
        name: facts.name,
        mode: request.mode,
        acquirer_agreement: request.acquirer_agreement,
        ..before.clone()
    };
    if after != before {
        customers::save(&tx, &after)
            .await
            .map_err(|error| fields::taken(error, "number"))?;
        let entry = Entry {
            customer_id: Some(id),
            actor_id: Some(operator.person.user_id),
            action: AuditAction::CustomerChanged,
            target_id: None,
            details: by_provider(json!({ "before": words(&before), "after": words(&after) })),
        };
        record(&tx, app, entry).await?;
    }
    let customer = read::read(&tx, id).await?;
    tx.commit().await?;
    Ok(customer)
}

fn words(customer: &Customer) -> Value {
    json!({
        "number": customer.number,
        "name": customer.name,
        "mode": customer.mode,
        "acquirer_agreement": customer.acquirer_agreement,
    })
}
