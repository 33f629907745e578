//! Somebody's own locations, once a second administrator has agreed (L1).

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    user::Scope,
};
use keyholder_domain::{
    access::Actor, audit::AuditAction, ids::CustomerId, pending_change, scope_choice::ScopeChoice,
};
use keyholder_store::{Read, WriteTransaction, access_facts::AccessFacts};
use serde_json::{Value, json};

use super::{answer::Answering, wanted::Wanted};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, field_error},
    users::{change_scope, scope_choice},
};

/// Reads what is asked for. Locations are looked up after the rule: whoever is limited learns nothing
/// about others.
pub(super) async fn wanted(
    tx: &WriteTransaction,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    scope: &Scope,
) -> ApiResult<Wanted> {
    let expanded = scope_choice::expand(tx, at.customer_id, read(scope)?).await?;
    pending_change::may_ask_to_reach(actor, &expanded.reach)?;
    scope_choice::known(tx, at.customer_id, actor, &expanded).await?;
    if expanded.choice == scope_choice::chosen(tx, at.customer_id, target).await? {
        let fault = field_error("scope.kind", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::OwnLocations {
        scope: scope.clone(),
    })
}

/// The choice that a scope on the wire, or one that was kept, stands for.
pub(super) fn read(scope: &Scope) -> ApiResult<ScopeChoice> {
    let mut fields = Fields::default();
    let read = scope_choice::read(&mut fields, scope);
    fields.finish()?;
    // `finish` has returned if it is missing.
    Ok(read.ok_or(ErrorCode::InvalidFields)?)
}

/// What the log says of it.
pub(super) async fn facts(
    on: &impl Read,
    customer: CustomerId,
    target: &AccessFacts,
    after: &Scope,
) -> ApiResult<[(&'static str, Value); 3]> {
    let before = scope_choice::chosen(on, customer, target).await?;
    Ok(change_scope::facts(&before, &read(after)?))
}

/// Replaces the scope; it is written down like a direct change.
pub(super) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    scope: &Scope,
) -> ApiResult<()> {
    let (customer, target) = (at.customer_id, &answering.target);
    let facts = facts(tx, customer, target, scope).await?;
    scope_choice::save(tx, customer, target.user_id, &read(scope)?).await?;
    let mut details = json!({ "change": answering.stored.id });
    if let Some(details) = details.as_object_mut() {
        details.extend(facts.map(|(field, fact)| (field.to_owned(), fact)));
    }
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(answering.actor.user_id),
        action: AuditAction::ScopeChanged,
        target_id: Some(target.user_id),
        details,
    };
    record(tx, app, entry).await
}
