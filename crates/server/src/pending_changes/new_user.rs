//! The critical roles of somebody new, who is there without them until a second administrator agrees
//! (`keyholder_domain::critical_grant`).

use std::collections::BTreeSet;

use keyholder_contract::{problem::ErrorCode, user::Scope};
use keyholder_domain::{
    access::{Access, Actor, UserAction},
    ids::{CustomerId, RoleId, UserId},
    pending_change::{AS_ADDED, Basis},
    timestamp::Timestamp,
};
use keyholder_store::{
    Read, WriteTransaction,
    access_facts::{self, AccessFacts},
    directory, roles,
};

use super::{open, outlook::Outlook, own_locations, wanted::Wanted};
use crate::{
    App,
    auth::AtCustomer,
    http::ApiResult,
    users::{role_choice, scope_choice},
};

/// Somebody who has just been added with some of the roles that were chosen, or none.
pub(crate) struct Newcomer<'a> {
    pub(crate) user_id: UserId,
    pub(crate) known_as: &'a str,
    /// All roles that were chosen.
    pub(crate) role_ids: &'a BTreeSet<RoleId>,
    pub(crate) scope: &'a Scope,
}

/// Lets all of the roles wait; the newcomer's row of the directory is fresh.
pub(crate) async fn ask_for(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    actor: &Actor,
    newcomer: &Newcomer<'_>,
    now: Timestamp,
) -> ApiResult<()> {
    let target = access_facts::find(tx, at.customer_id, newcomer.user_id)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let wanted = Wanted::NewUser {
        role_ids: newcomer.role_ids.clone(),
        given: target.roles.iter().copied().collect(),
        scope: newcomer.scope.clone(),
        known_as: newcomer.known_as.to_owned(),
    };
    open::open(tx, app, at, (actor, &target), &wanted, now).await?;
    Ok(())
}

/// What the roles would do now. It rests on who it is, what they have, and where; a link, and their own
/// yes to it, change none of this.
pub(super) async fn outlook(
    on: &impl Read,
    customer: CustomerId,
    target: &AccessFacts,
    wanted: &Wanted,
) -> ApiResult<Outlook> {
    let Wanted::NewUser {
        role_ids,
        given,
        scope,
        known_as,
    } = wanted
    else {
        return Err(ErrorCode::NotFound.into());
    };
    let roles = roles::find_all(on, customer, role_ids).await?;
    let after = Access {
        permissions: role_choice::together(&roles),
        scope: target.access.scope.clone(),
    };
    let row = directory::find(on, customer, target.user_id).await?;
    let is_as_added = row.is_some_and(|row| row.sign_in_name.as_str() == known_as)
        && target.roles.iter().copied().collect::<BTreeSet<_>>() == *given
        && target.direct.is_empty()
        && target.status.deactivated_at.is_none()
        && target.status.deleted_at.is_none()
        && own_locations::read(scope)? == scope_choice::chosen(on, customer, target).await?;
    let is_whole = is_as_added && roles.len() == role_ids.len();
    let action = UserAction::ChangeRoles(after.clone());
    let outlook = Outlook::on_user(target, action, after, is_whole);
    let basis = outlook.basis.map(|basis| Basis {
        version: AS_ADDED,
        ..basis
    });
    Ok(Outlook {
        basis,
        roles,
        ..outlook
    })
}
