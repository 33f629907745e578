//! Somebody's own locations, once a second administrator has agreed (L1).

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    user::Scope,
};
use keyholder_domain::{
    access::Actor, audit::AuditAction, location_scope::LocationScope, pending_change,
};
use keyholder_store::{WriteTransaction, access_facts::AccessFacts, memberships};
use serde_json::{Value, json};

use super::{answer::Answering, wanted::Wanted};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, field_error},
    users::{change_scope, new_user, scope_choice},
};

/// Reads what is asked for. Locations are looked up after the rule: whoever is limited learns nothing
/// about others.
pub(super) async fn wanted(
    tx: &WriteTransaction,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    scope: &Scope,
) -> ApiResult<Wanted> {
    let mut fields = Fields::default();
    let read = new_user::read_scope(&mut fields, scope);
    fields.finish()?;
    // `finish` has returned if it is missing.
    let scope = read.ok_or(ErrorCode::InvalidFields)?;
    pending_change::may_ask_to_reach(actor, &scope)?;
    scope_choice::known(tx, at.customer_id, &scope).await?;
    if scope == target.access.scope {
        let fault = field_error("scope.kind", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::OwnLocations { scope })
}

/// What the log says of it.
pub(super) fn facts(before: &LocationScope, after: &LocationScope) -> [(&'static str, Value); 2] {
    change_scope::facts(before, after)
}

/// Replaces the scope; it is written down like a direct change.
pub(super) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    scope: &LocationScope,
) -> ApiResult<()> {
    let (customer, target) = (at.customer_id, &answering.target);
    memberships::set_scope(tx, customer, target.user_id, scope).await?;
    let mut details = json!({ "change": answering.stored.id });
    if let Some(details) = details.as_object_mut() {
        let facts = facts(&target.access.scope, scope);
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
