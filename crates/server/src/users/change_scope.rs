//! Changing where a user reaches (S59 to S66): every location, only these, or none yet (C7).

use std::collections::BTreeSet;

use keyholder_contract::{
    problem::ErrorCode,
    user::{ChangeScope, User},
};
use keyholder_domain::{
    access::{self, Access, UserAction},
    audit::AuditAction,
    ids::{LocationId, UserId},
    scope_choice::ScopeChoice,
    user_status::UserStatusKind,
};
use serde_json::{Value, json};

use super::{acting, denial::wrong_status, scope_choice, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, IfMatch},
    second_factors::fresh,
};

/// Replaces the user's scope.
pub(crate) async fn change_scope(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
    request: &ChangeScope,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    scope_choice::keep(&tx, at.customer_id, &request.scope).await?;
    let before = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    let target = acting::target(&before);
    // Who may not act at all learns nothing about the fields.
    let unchanged = UserAction::ChangeScope(before.access.clone());
    access::may(&actor, &unchanged, &target)?;
    if_match.check(before.version)?;

    let expanded = scope_choice::expand(&tx, at.customer_id, read(request)?).await?;
    let after = Access {
        permissions: before.access.permissions,
        scope: expanded.reach.clone(),
    };
    access::may(&actor, &UserAction::ChangeScope(after.clone()), &target)?;
    scope_choice::known(&tx, at.customer_id, &actor, &expanded).await?;
    if acting::status_of(&before, now) == UserStatusKind::Deleted {
        return Err(wrong_status(UserStatusKind::Deleted));
    }
    acting::keep_an_administrator(&tx, at.customer_id, &before, Some(&after), now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;

    let (from, to) = (
        scope_choice::chosen(&tx, at.customer_id, &before).await?,
        expanded.choice,
    );
    if from != to {
        scope_choice::save(&tx, at.customer_id, user_id, &to).await?;
        let facts = facts(&from, &to);
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(actor.user_id),
            action: AuditAction::ScopeChanged,
            target_id: Some(user_id),
            details: facts.into_iter().collect(),
        };
        record(&tx, app, entry).await?;
    }
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}

fn read(request: &ChangeScope) -> ApiResult<ScopeChoice> {
    let mut fields = Fields::default();
    let scope = scope_choice::read(&mut fields, &request.scope);
    fields.finish()?;
    // `finish` has returned if it is missing.
    scope.ok_or_else(|| ApiError::new(ErrorCode::InvalidFields))
}

/// What the log says of a change of scope.
pub(crate) fn facts(from: &ScopeChoice, to: &ScopeChoice) -> [(&'static str, Value); 3] {
    let both = |before: Value, after: Value| json!({ "before": before, "after": after });
    [
        ("scope", both(json!(from.code()), json!(to.code()))),
        (
            "locations",
            both(json!(locations(from)), json!(locations(to))),
        ),
        ("groups", both(json!(from.groups()), json!(to.groups()))),
    ]
}

fn locations(choice: &ScopeChoice) -> BTreeSet<LocationId> {
    match choice {
        ScopeChoice::Only { locations, .. } => locations.clone(),
        ScopeChoice::All | ScopeChoice::NoneYet => BTreeSet::new(),
    }
}
