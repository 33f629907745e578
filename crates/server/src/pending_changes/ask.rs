//! Asking for a change that a second person must agree to.

use std::collections::BTreeSet;

use keyholder_contract::{
    pending_change::{AskChange, PendingChange},
    problem::{ErrorCode, FieldCode},
    role::SaveRole,
    user::ChangePermissions,
};
use keyholder_domain::{
    access::{self, Actor, UserAction},
    email::Email,
    ids::{RoleId, UserId},
    last_administrator::WORKING,
    own_role, pending_change,
    permission::Permission,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use keyholder_store::{WriteTransaction, access_facts::AccessFacts, roles, users};

use super::{critical, dead_mailbox, open, own_locations, view, wanted::Wanted};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, Fields, IdempotencyKey, field_error},
    second_factors::{fresh, reset},
    users::{
        acting, change_permissions,
        denial::wrong_status,
        new_user::{self, email_fault},
        role_choice, scope_choice,
    },
};

/// A change that waits now, or was asked for earlier under the same key.
pub(super) struct Asked {
    pub(super) change: PendingChange,
    pub(super) replayed: bool,
}

/// Remembers the change, and tells those who may agree to it.
pub(super) async fn ask(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    request: &AskChange,
) -> ApiResult<Asked> {
    let own = at.actor(Permission::UsersManage)?.user_id;
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target_id = hold_roles(&tx, at, own, request).await?;
    let target = acting::lock_target(&tx, at.customer_id, target_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    demand_right(request, &actor, &target)?;
    let claimed = match key.claim(&tx, app, at, "ask_change", request).await? {
        Earlier::Answer(change) => {
            return Ok(Asked {
                change,
                replayed: true,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let wanted = read(&tx, at, (&actor, &target), request, now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let stored = open::open(&tx, app, at, (&actor, &target), &wanted, now).await?;
    let change = view::view(&tx, at.customer_id, &actor, &stored, now).await?;
    claimed.remember(&tx, &change).await?;
    tx.commit().await?;
    Ok(Asked {
        change,
        replayed: false,
    })
}

/// Locks the roles and groups that the request is about, as every other action does first; gives whom it is about.
async fn hold_roles(
    tx: &WriteTransaction,
    at: &AtCustomer,
    own: UserId,
    request: &AskChange,
) -> ApiResult<UserId> {
    if let AskChange::OwnAccess { role_ids, .. } | AskChange::CriticalGrant { role_ids, .. } =
        request
    {
        roles::keep(tx, at.customer_id, &role_ids.iter().copied().collect()).await?;
    }
    if let AskChange::CriticalRole { role_id, .. } | AskChange::RoleDeletion { role_id, .. } =
        request
    {
        roles::lock(tx, at.customer_id, *role_id).await?;
    }
    if let AskChange::OwnLocations { scope } = request {
        scope_choice::keep(tx, at.customer_id, scope).await?;
    }
    Ok(match request {
        AskChange::OwnAccess { .. }
        | AskChange::OwnLocations { .. }
        | AskChange::CriticalRole { .. }
        | AskChange::RoleDeletion { .. }
        | AskChange::ApprovalsOff => own,
        AskChange::DeadMailbox { user_id, .. }
        | AskChange::CriticalGrant { user_id, .. }
        | AskChange::SecondFactorReset { user_id } => *user_id,
    })
}

/// Whether the caller may ask for such a change at all.
fn demand_right(request: &AskChange, actor: &Actor, target: &AccessFacts) -> ApiResult<()> {
    match request {
        AskChange::OwnAccess { .. } | AskChange::OwnLocations { .. } => {
            pending_change::may_ask_for_oneself(actor)?;
        }
        AskChange::DeadMailbox { .. } => {
            let target = acting::target(target);
            access::may(actor, &UserAction::ProposeCorrection, &target)?;
        }
        AskChange::CriticalGrant { .. } => {
            let unchanged = UserAction::ChangeRoles(target.access.clone());
            access::may(actor, &unchanged, &acting::target(target))?;
        }
        AskChange::CriticalRole { .. } | AskChange::RoleDeletion { .. } => {
            own_role::may_manage(actor)?;
        }
        AskChange::ApprovalsOff => access::may_change_policy(actor)?,
        AskChange::SecondFactorReset { .. } => {
            let target = acting::target(target);
            access::may(actor, &UserAction::ResetSecondFactor, &target)?;
        }
    }
    Ok(())
}

/// Reads what is asked for.
async fn read(
    tx: &WriteTransaction,
    at: &AtCustomer,
    (actor, target): (&Actor, &AccessFacts),
    request: &AskChange,
    now: Timestamp,
) -> ApiResult<Wanted> {
    Ok(match request {
        AskChange::OwnAccess {
            role_ids,
            permissions,
        } => {
            let (role_ids, permissions) =
                wanted_access(tx, at, target, role_ids, permissions).await?;
            Wanted::OwnAccess {
                role_ids,
                permissions,
            }
        }
        AskChange::CriticalGrant {
            role_ids,
            permissions,
            ..
        } => {
            let (role_ids, permissions) =
                wanted_access(tx, at, target, role_ids, permissions).await?;
            let wanted = Wanted::CriticalGrant {
                role_ids,
                permissions,
            };
            critical::demand_grantable(tx, at, (actor, target), &wanted, now).await?;
            wanted
        }
        AskChange::CriticalRole {
            role_id,
            name,
            permissions,
        } => {
            let request = SaveRole {
                name: name.clone(),
                permissions: permissions.clone(),
            };
            critical::wanted_role(tx, at, target, *role_id, request).await?
        }
        AskChange::RoleDeletion {
            role_id,
            replacement_id,
        } => critical::wanted_deletion(tx, at, target, *role_id, *replacement_id).await?,
        AskChange::ApprovalsOff => Wanted::ApprovalsOff,
        AskChange::SecondFactorReset { .. } => {
            reset::demand_possible(tx, target, now).await?;
            Wanted::SecondFactorReset
        }
        AskChange::OwnLocations { scope } => {
            own_locations::wanted(tx, at, (actor, target), scope).await?
        }
        AskChange::DeadMailbox { user_id, email } => {
            let status = acting::status_of(target, now);
            // Who has not accepted has nothing to lose; who is switched off is switched on first.
            if !WORKING.contains(&status) && status != UserStatusKind::LockedInactivity {
                return Err(wrong_status(status));
            }
            wanted_address(tx, at, actor, *user_id, email).await?
        }
    })
}

async fn wanted_access(
    tx: &WriteTransaction,
    at: &AtCustomer,
    target: &AccessFacts,
    role_ids: &[RoleId],
    permissions: &[Permission],
) -> ApiResult<(BTreeSet<RoleId>, BTreeSet<Permission>)> {
    let mut fields = Fields::default();
    new_user::read_role_ids(&mut fields, role_ids);
    fields.finish()?;
    let through_roles = role_choice::permissions(tx, at.customer_id, role_ids).await?;
    let request = ChangePermissions {
        permissions: permissions.to_vec(),
    };
    let direct = change_permissions::read(&request, through_roles)?;
    let role_ids: BTreeSet<_> = role_ids.iter().copied().collect();
    if role_ids == target.roles.iter().copied().collect::<BTreeSet<_>>() && direct == target.direct
    {
        let fault = field_error("role_ids", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok((role_ids, direct.iter().collect()))
}

async fn wanted_address(
    tx: &WriteTransaction,
    at: &AtCustomer,
    actor: &Actor,
    user_id: UserId,
    email: &str,
) -> ApiResult<Wanted> {
    let mut fields = Fields::default();
    let email = fields.take(email.parse::<Email>(), email_fault);
    fields.finish()?;
    let user = users::find(tx, user_id).await?;
    let Some((email, user)) = email.zip(user) else {
        return Err(ErrorCode::NotFound.into());
    };
    dead_mailbox::demand_movable(tx, at.customer_id, actor, &user, &email).await?;
    if email.folded() == user.sign_in_name.folded() {
        let fault = field_error("email", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(Wanted::DeadMailbox {
        email,
        former: user.sign_in_name.as_str().to_owned(),
    })
}
