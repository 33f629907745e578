//! Changing where a user reaches (S59 to S66): every location, only these, or none yet (C7).

use keyholder_contract::{
    problem::ErrorCode,
    user::{ChangeScope, User},
};
use keyholder_domain::{
    access::{self, Access, UserAction},
    audit::AuditAction,
    ids::{LocationId, UserId},
    location_scope::LocationScope,
    user_status::UserStatusKind,
};
use keyholder_store::memberships;
use serde_json::{Value, json};

use super::{acting, denial::wrong_status, new_user, scope_choice, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, IfMatch},
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
    let before = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    let target = acting::target(&before);
    // Who may not act at all learns nothing about the fields.
    let unchanged = UserAction::ChangeScope(before.access.clone());
    access::may(&actor, &unchanged, &target)?;
    if_match.check(before.version)?;

    let after = Access {
        permissions: before.access.permissions,
        scope: read(request)?,
    };
    access::may(&actor, &UserAction::ChangeScope(after.clone()), &target)?;
    scope_choice::known(&tx, at.customer_id, &after.scope).await?;
    if acting::status_of(&before, now) == UserStatusKind::Deleted {
        return Err(wrong_status(UserStatusKind::Deleted));
    }
    acting::keep_an_administrator(&tx, at.customer_id, &before, Some(&after), now).await?;

    if after.scope != before.access.scope {
        memberships::set_scope(&tx, at.customer_id, user_id, &after.scope).await?;
        let facts = facts(&before.access.scope, &after.scope);
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

fn read(request: &ChangeScope) -> ApiResult<LocationScope> {
    let mut fields = Fields::default();
    let scope = new_user::read_scope(&mut fields, &request.scope);
    fields.finish()?;
    // `finish` has returned if it is missing.
    scope.ok_or_else(|| ApiError::new(ErrorCode::InvalidFields))
}

/// What the log says of a change of scope.
pub(crate) fn facts(from: &LocationScope, to: &LocationScope) -> [(&'static str, Value); 2] {
    [
        (
            "scope",
            json!({ "before": from.code(), "after": to.code() }),
        ),
        (
            "locations",
            json!({ "before": named(from), "after": named(to) }),
        ),
    ]
}

fn named(scope: &LocationScope) -> Vec<LocationId> {
    match scope {
        LocationScope::Only(only) => only.iter().copied().collect(),
        LocationScope::All | LocationScope::NoneYet => Vec::new(),
    }
}
