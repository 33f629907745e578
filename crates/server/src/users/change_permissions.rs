//! Giving and taking permissions beside the roles: rights are composed per user (S51).

use keyholder_contract::{
    problem::FieldCode,
    user::{ChangePermissions, User},
};
use keyholder_domain::{
    access::{self, Access, UserAction},
    audit::AuditAction,
    critical_grant,
    ids::UserId,
    permission::PermissionSet,
    user_status::UserStatusKind,
};
use keyholder_store::memberships;
use serde_json::json;

use super::{acting, denial::wrong_status, role_choice, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiResult, Fields, IfMatch, field_error},
    roles::fields::name_unmet,
    second_factors::fresh,
};

/// Replaces the user's direct permissions.
pub(crate) async fn change_permissions(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
    request: &ChangePermissions,
) -> ApiResult<User> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let before = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    let target = acting::target(&before);
    // Who may not act at all learns nothing about the fields.
    let unchanged = UserAction::ChangePermissions(before.access.clone());
    access::may(&actor, &unchanged, &target)?;
    if_match.check(before.version)?;

    let through_roles = role_choice::permissions(&tx, at.customer_id, &before.roles).await?;
    let direct = read(request, through_roles)?;
    let after = Access {
        permissions: through_roles | direct,
        scope: before.access.scope.clone(),
    };
    access::may(
        &actor,
        &UserAction::ChangePermissions(after.clone()),
        &target,
    )?;
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

    if direct != before.direct {
        memberships::set_permissions(&tx, at.customer_id, user_id, direct).await?;
        let codes = |set: PermissionSet| set.iter().collect::<Vec<_>>();
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(actor.user_id),
            action: AuditAction::PermissionsChanged,
            target_id: Some(user_id),
            details: json!({
                "permissions": { "before": codes(before.direct), "after": codes(direct) },
            }),
        };
        record(&tx, app, entry).await?;
    }
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(user)
}

/// The permissions of the request: none twice, each with what it rests on here or in a role.
pub(crate) fn read(
    request: &ChangePermissions,
    through_roles: PermissionSet,
) -> ApiResult<PermissionSet> {
    let mut fields = Fields::default();
    let mut direct = PermissionSet::empty();
    for (index, permission) in request.permissions.iter().enumerate() {
        if !direct.insert(*permission) {
            let field = format!("permissions.{index}");
            fields.add(field_error(&field, FieldCode::Duplicate, &[]));
        }
    }
    name_unmet(&mut fields, &request.permissions, direct | through_roles);
    fields.finish()?;
    Ok(direct)
}
