//! Deleting an own role. Its members get another in its place, or lose what it allowed.

use keyholder_contract::{
    problem::FieldCode,
    role::{DeleteRole, RoleDeleted},
};
use keyholder_domain::{
    audit::AuditAction,
    critical_grant,
    ids::{CustomerId, RoleId, UserId},
    own_role,
    permission::{Permission, PermissionSet},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction,
    access_facts::AccessFacts,
    role_members,
    roles::{self, Role as StoredRole},
};
use serde_json::json;

use super::change;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    critical_grants::{self, Asking},
    http::{ApiError, ApiResult, IfMatch, field_error},
    second_factors::fresh,
    users::acting,
};

/// The end of a role that the rules allow.
pub(crate) struct Decided {
    role: StoredRole,
    /// The role in its place, and what that allows.
    replacement: Option<(RoleId, PermissionSet)>,
    members: own_role::Members,
}

impl Decided {
    /// Counts the changes of the role.
    pub(crate) const fn version(&self) -> u32 {
        self.role.version
    }

    fn given(&self) -> PermissionSet {
        self.replacement.map(|(_, given)| given).unwrap_or_default()
    }

    /// What its members would newly hold, of that which needs a second person.
    pub(crate) fn gives(&self) -> PermissionSet {
        if self.members.hold.is_empty() {
            return PermissionSet::empty();
        }
        critical_grant::newly_given(self.role.permissions, self.given())
    }
}

/// Deletes the role; says how many users had it.
pub(super) async fn delete(
    app: &App,
    at: &AtCustomer,
    id: RoleId,
    if_match: IfMatch,
    request: DeleteRole,
) -> ApiResult<RoleDeleted> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let facts = acting::facts_now(&tx, at, Permission::RolesManage, now).await?;
    own_role::may_manage(&acting::actor(&facts))?;
    let roles = (id, request.replacement_id);
    let decided = decide(&tx, at.customer_id, &facts, roles, Some(if_match)).await?;
    let asking = Asking {
        asker: facts.user_id,
        about: None,
    };
    critical_grants::demand_direct(&tx, at.customer_id, asking, decided.gives(), now).await?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let members = carry_out(&tx, app, at.customer_id, facts.user_id, &decided, now).await?;
    tx.commit().await?;
    Ok(RoleDeleted { members })
}

/// Asks the rules whether somebody may delete the role, which is locked from then on, as its replacement is.
pub(crate) async fn decide(
    tx: &WriteTransaction,
    customer: CustomerId,
    facts: &AccessFacts,
    (id, replacement_id): (RoleId, Option<RoleId>),
    if_match: Option<IfMatch>,
) -> ApiResult<Decided> {
    let actor = acting::actor(facts);
    let role = change::lock(tx, customer, id).await?;
    let standing = change::standing(&role);
    let has_it = facts.roles.contains(&id);
    own_role::may_delete(&actor, standing, own_role::Members::default(), None, has_it)?;
    if let Some(if_match) = if_match {
        if_match.check(role.version)?;
    }
    let given = replacement(tx, customer, id, replacement_id).await?;
    let members = role_members::together(tx, customer, id, actor.user_id).await?;
    own_role::may_delete(&actor, standing, members, given, has_it)?;
    Ok(Decided {
        role,
        replacement: replacement_id.zip(given),
        members,
    })
}

/// Carries out what was decided, and writes it down; says how many users had the role.
pub(crate) async fn carry_out(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    by: UserId,
    decided: &Decided,
    now: Timestamp,
) -> ApiResult<u32> {
    let role = &decided.role;
    let replacement = decided.replacement.map(|(id, _)| id);
    let (count, alone) = role_members::count(tx, customer, role.id).await?;
    role_members::move_all(tx, customer, role.id, replacement).await?;
    roles::delete_own(tx, customer, role.id).await?;
    let taken = role.permissions - decided.given();
    change::keep_an_administrator(tx, customer, taken, now).await?;
    let allowed: Vec<_> = role.permissions.iter().collect();
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(by),
        action: AuditAction::RoleDeleted,
        target_id: None,
        details: json!({
            "role": role.id,
            "name": role.name,
            "permissions": allowed,
            "members": count,
            "without_another": alone,
            "replacement": replacement,
        }),
    };
    record(tx, app, entry).await?;
    Ok(count)
}

/// What the replacement allows; it stays as it is until the transaction ends.
async fn replacement(
    tx: &WriteTransaction,
    customer: CustomerId,
    deleted: RoleId,
    replacement: Option<RoleId>,
) -> ApiResult<Option<PermissionSet>> {
    let Some(id) = replacement else {
        return Ok(None);
    };
    let wanted = [id].into();
    roles::keep(tx, customer, &wanted).await?;
    let found = roles::find_all(tx, customer, &wanted).await?.pop();
    match found.filter(|role| role.id != deleted) {
        Some(role) => Ok(Some(role.permissions)),
        None => Err(ApiError::invalid_fields(vec![field_error(
            "replacement_id",
            FieldCode::Unknown,
            &[],
        )])),
    }
}
