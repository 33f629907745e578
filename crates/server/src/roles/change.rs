//! Renaming an own role and changing what it allows. It holds for every member at their next
//! request; the list of users names roles, not what they allow, so no row of it changes.

use keyholder_contract::{
    problem::ErrorCode,
    role::{Role, SaveRole},
};
use keyholder_domain::{
    audit::AuditAction,
    critical_grant,
    ids::{CustomerId, RoleId, UserId},
    last_administrator, own_role,
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};
use keyholder_store::{
    Read, WriteTransaction, access_facts,
    access_facts::AccessFacts,
    role_members,
    roles::{self, Role as StoredRole},
};
use serde_json::{Value, json};

use super::{
    fields::{self, Saved},
    list,
};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiError, ApiResult, IfMatch},
    second_factors::fresh,
    users::acting,
};

/// A change of a role that the rules allow.
pub(crate) struct Decided {
    before: StoredRole,
    new: Saved,
    /// The others who have it.
    members: own_role::Members,
}

impl Decided {
    /// What the role allowed, and will allow.
    pub(crate) const fn permissions(&self) -> (PermissionSet, PermissionSet) {
        (self.before.permissions, self.new.permissions)
    }

    /// What it would newly give to whoever has it, of that which needs a second person.
    pub(crate) fn gives(&self) -> PermissionSet {
        if self.members.hold.is_empty() {
            return PermissionSet::empty();
        }
        critical_grant::newly_given(self.before.permissions, self.new.permissions)
    }
}

/// Changes the role.
pub(super) async fn change(
    app: &App,
    at: &AtCustomer,
    id: RoleId,
    if_match: IfMatch,
    request: &SaveRole,
) -> ApiResult<Role> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let facts = acting::facts_now(&tx, at, Permission::RolesManage, now).await?;
    let actor = acting::actor(&facts);
    own_role::may_manage(&actor)?;
    let before = lock(&tx, at.customer_id, id).await?;
    let decided = decide(&tx, at.customer_id, &facts, before, Some(if_match), request).await?;
    let asking = Asking {
        asker: actor.user_id,
        about: None,
    };
    critical_grants::demand_direct(&tx, at.customer_id, asking, decided.gives(), now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    save(&tx, app, at.customer_id, actor.user_id, &decided, now).await?;
    let after = lock(&tx, at.customer_id, id).await?;
    tx.commit().await?;
    Ok(list::view(&actor, after, None))
}

/// Asks the rules whether somebody may make the role, which is locked, that of the request.
pub(crate) async fn decide(
    tx: &WriteTransaction,
    customer: CustomerId,
    facts: &AccessFacts,
    before: StoredRole,
    if_match: Option<IfMatch>,
    request: &SaveRole,
) -> ApiResult<Decided> {
    let actor = acting::actor(facts);
    let (id, standing) = (before.id, standing(&before));
    // Before the fields: a built-in role is not wrong in a field.
    own_role::may_change(
        &actor,
        standing,
        before.permissions,
        own_role::Members::default(),
        facts.access.permissions,
    )?;
    if let Some(if_match) = if_match {
        if_match.check(before.version)?;
    }
    let new = fields::read(request)?;
    let members = role_members::together(tx, customer, id, actor.user_id).await?;
    let own_after = own_after(tx, customer, facts, id, new.permissions).await?;
    own_role::may_change(&actor, standing, new.permissions, members, own_after)?;
    Ok(Decided {
        before,
        new,
        members,
    })
}

/// Saves what was decided, and writes it down.
pub(crate) async fn save(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    by: UserId,
    decided: &Decided,
    now: Timestamp,
) -> ApiResult<()> {
    let Decided { before, new, .. } = decided;
    let name = new.name.as_str();
    if before.name.as_deref() == Some(name) && before.permissions == new.permissions {
        return Ok(());
    }
    roles::change_own(tx, customer, before.id, name, new.permissions)
        .await
        .map_err(fields::taken)?;
    let taken = before.permissions - new.permissions;
    keep_an_administrator(tx, customer, taken, now).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(by),
        action: AuditAction::RoleChanged,
        target_id: None,
        details: json!({
            "role": before.id,
            "before": words(before.name.as_deref().unwrap_or_default(), before.permissions),
            "after": words(name, new.permissions),
        }),
    };
    record(tx, app, entry).await
}

pub(crate) fn words(name: &str, permissions: PermissionSet) -> Value {
    let codes: Vec<_> = permissions.iter().collect();
    json!({ "name": name, "permissions": codes })
}

/// The role, which nobody else changes, gives or takes until the transaction ends.
pub(crate) async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: RoleId,
) -> ApiResult<StoredRole> {
    roles::lock(tx, customer, id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}

/// The role as the rules see it.
pub(crate) fn standing(role: &StoredRole) -> own_role::Standing {
    own_role::Standing {
        built_in: role.built_in,
        permissions: role.permissions,
    }
}

/// What the caller holds once the role allows something else.
pub(crate) async fn own_after(
    on: &impl Read,
    customer: CustomerId,
    facts: &AccessFacts,
    role: RoleId,
    permissions: PermissionSet,
) -> ApiResult<PermissionSet> {
    if !facts.roles.contains(&role) {
        return Ok(facts.access.permissions);
    }
    let others = facts.roles.iter().copied().filter(|each| *each != role);
    let others = roles::find_all(on, customer, &others.collect()).await?;
    let start = facts.direct | permissions;
    Ok(others
        .iter()
        .fold(start, |all, each| all | each.permissions))
}

/// Refuses what the transaction has done if it leaves no administrator who can sign in.
pub(super) async fn keep_an_administrator(
    tx: &WriteTransaction,
    customer: CustomerId,
    taken: PermissionSet,
    now: Timestamp,
) -> ApiResult<()> {
    if last_administrator::is_touched_by(taken) {
        let left = access_facts::working_administrators(tx, customer, now).await?;
        last_administrator::may_fall_away(left.len() as u64)?;
    }
    Ok(())
}
