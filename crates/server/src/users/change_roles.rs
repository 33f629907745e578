//! Giving and taking roles (S22, S48).

use std::collections::BTreeSet;

use keyholder_contract::user::{ChangeRoles, User};
use keyholder_domain::{
    access::{self, Access, UserAction},
    audit::AuditAction,
    critical_grant,
    ids::UserId,
    user_status::UserStatusKind,
};
use keyholder_store::{memberships, roles};
use serde_json::json;

use super::{acting, denial::wrong_status, new_user, role_choice, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiResult, Fields, IfMatch},
    second_factors::fresh,
};

/// Replaces the user's roles.
pub(crate) async fn change_roles(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
    request: &ChangeRoles,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let chosen: BTreeSet<_> = request.role_ids.iter().copied().collect();
    roles::keep(&tx, at.customer_id, &chosen).await?;
    let before = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    let target = acting::target(&before);
    // Who may not act at all learns nothing about the fields.
    let unchanged = UserAction::ChangeRoles(before.access.clone());
    access::may(&actor, &unchanged, &target)?;
    if_match.check(before.version)?;

    let mut fields = Fields::default();
    new_user::read_role_ids(&mut fields, &request.role_ids);
    fields.finish()?;
    let given = role_choice::permissions(&tx, at.customer_id, &request.role_ids).await?;
    let after = Access {
        permissions: given | before.direct,
        scope: before.access.scope.clone(),
    };
    access::may(&actor, &UserAction::ChangeRoles(after.clone()), &target)?;
    if acting::status_of(&before, now) == UserStatusKind::Deleted {
        return Err(wrong_status(UserStatusKind::Deleted));
    }
    acting::keep_an_administrator(&tx, at.customer_id, &before, Some(&after), now).await?;
    let given = critical_grant::newly_given(before.access.permissions, after.permissions);
    let asking = Asking {
        asker: actor.user_id,
        about: Some(user_id),
    };
    critical_grants::demand_direct(&tx, at.customer_id, asking, given, now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;

    let previous: BTreeSet<_> = before.roles.iter().copied().collect();
    if chosen != previous {
        memberships::set_roles(&tx, at.customer_id, user_id, &chosen).await?;
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(actor.user_id),
            action: AuditAction::RolesChanged,
            target_id: Some(user_id),
            details: json!({ "roles": { "before": previous, "after": chosen } }),
        };
        record(&tx, app, entry).await?;
    }
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}
