//! A user as an administrator of the customer sees them.

use std::collections::BTreeSet;

use keyholder_contract::{
    problem::ErrorCode,
    user::{Right, Scope, Status, User},
};
use keyholder_domain::{
    access::Actor,
    deletion,
    explanation::{self, Holding, Source},
    ids::{CustomerId, RoleId, UserId},
    location_scope::LocationScope,
    second_factor::{built_in, reset},
    timestamp::Timestamp,
    user::SignInName,
    user_status::{self, Activation, StatusFacts, StatusPolicy, UserStatus},
};
use keyholder_store::{
    Read, WriteTransaction,
    access_facts::AccessFacts,
    additions::Caller,
    directory::{self, DirectoryRow, Newcomer},
    roles::{self, Role},
    second_factors,
};

use super::{
    acting,
    colleagues::{self, Colleagues},
    links_left::{self, LinksLeft},
    scope_choice, view_actions,
};
use crate::{
    decisions::refused,
    http::{ApiError, ApiResult},
    roles::list::label,
};

/// The user as the transaction has left them.
pub(crate) async fn after(
    tx: &WriteTransaction,
    actor: &Actor,
    customer: CustomerId,
    user_id: UserId,
    now: Timestamp,
) -> ApiResult<User> {
    let found = directory::refresh_and_find(tx, customer, user_id).await?;
    let found = found.ok_or_else(not_found)?;
    shown(tx, actor, customer, found, now).await
}

/// As [`after`], of whom the actor has just created, with no roles but these: a customer who adds many
/// waits for each question.
pub(crate) async fn after_creation(
    tx: &WriteTransaction,
    (actor, caller): (&Actor, &Caller),
    new: &Newcomer<'_>,
    roles: &[Role],
    now: Timestamp,
) -> ApiResult<User> {
    let customer = new.membership.customer_id;
    let (row, facts) = directory::list_newcomer(tx, new, &caller.facts).await?;
    let beside = Beside {
        scope: scope_choice::shown(tx, customer, &facts).await?,
        doers: colleagues::of_new((actor, caller), new.invited.is_some()),
        links: links_left::of_new(&row, &facts, now),
        resettable: false,
    };
    Ok(view(actor, row, &facts, roles, beside, now))
}

/// Reads the user; whether the caller may see them was decided before.
pub(crate) async fn read(
    on: &impl Read,
    actor: &Actor,
    customer: CustomerId,
    user_id: UserId,
    now: Timestamp,
) -> ApiResult<User> {
    let found = directory::find_in_full(on, customer, user_id).await?;
    let found = found.ok_or_else(not_found)?;
    shown(on, actor, customer, found, now).await
}

async fn shown(
    on: &impl Read,
    actor: &Actor,
    customer: CustomerId,
    (row, facts): (DirectoryRow, AccessFacts),
    now: Timestamp,
) -> ApiResult<User> {
    let role_ids: BTreeSet<_> = facts.roles.iter().copied().collect();
    let roles = roles::find_all(on, customer, &role_ids).await?;
    let beside = beside(on, actor, customer, (&row, &facts), now).await?;
    Ok(view(actor, row, &facts, &roles, beside, now))
}

/// What is known of a user besides.
struct Beside {
    scope: Scope,
    doers: Colleagues,
    links: LinksLeft,
    /// Whether they have a second factor; unknown until they accept.
    resettable: bool,
}

async fn beside(
    on: &impl Read,
    actor: &Actor,
    customer: CustomerId,
    (row, facts): (&DirectoryRow, &AccessFacts),
    now: Timestamp,
) -> ApiResult<Beside> {
    Ok(Beside {
        scope: scope_choice::shown(on, customer, facts).await?,
        doers: colleagues::of(on, actor, customer, facts.user_id).await?,
        links: links_left::of(on, customer, row, facts, now).await?,
        resettable: facts.status.accepted_at.is_some()
            && reset::is_possible(second_factors::held(on, facts.user_id).await?),
    })
}

fn not_found() -> ApiError {
    ApiError::new(ErrorCode::NotFound)
}

fn view(
    actor: &Actor,
    row: DirectoryRow,
    facts: &AccessFacts,
    roles: &[Role],
    Beside {
        scope,
        doers,
        links,
        resettable,
    }: Beside,
    now: Timestamp,
) -> User {
    User {
        id: row.user_id,
        version: facts.version,
        kind: row.sign_in_name.kind(),
        group_mailbox: match &row.sign_in_name {
            SignInName::Email(email) => email.is_group_mailbox(),
            SignInName::Username(_) => false,
        },
        sign_in_name: row.sign_in_name.as_str().to_owned(),
        given_name: row.given_name,
        family_name: row.family_name,
        language: row.language,
        status: status(&row.status, facts.policy.status(), now),
        second_factor: row.second_factor,
        cooling_until: reset::cools_until(facts.factor_reset_at, now),
        origin: row.origin,
        sign_in_way: facts.sign_in_way,
        links_left: links.left,
        next_link_at: links.next_at,
        adopted_at: doers.adopted_at,
        added_by: doers.added_by,
        invited_by: doers.invited_by,
        roles: roles.iter().map(label).collect(),
        permissions: facts.access.effective().iter().collect(),
        rights: rights(facts, roles, now),
        scope,
        location_count: match &facts.access.scope {
            LocationScope::Only(reached) => u32::try_from(reached.len()).unwrap_or(u32::MAX),
            LocationScope::All | LocationScope::NoneYet => 0,
        },
        created_at: row.created_at,
        // The row holds none of the person's life elsewhere until they accept.
        last_sign_in_at: row.status.last_sign_in_at,
        actions: view_actions::actions(actor, facts, (row.sign_in_name.kind(), resettable), now),
    }
}

/// A status with the moments that one needs to act on it.
pub(crate) fn status(facts: &StatusFacts, policy: StatusPolicy, now: Timestamp) -> Status {
    let status = user_status::of(facts, policy, now);
    let (since, until) = match status {
        UserStatus::Deleted => (facts.deleted_at, facts.deleted_at.map(deletion::erased_at)),
        UserStatus::Deactivated => (facts.deactivated_at, None),
        UserStatus::ActivationLinkSent(Activation::LinkSent { at, expires_at }) => {
            (Some(at), Some(expires_at))
        }
        UserStatus::ActivationLinkSent(Activation::LinkExpired { at }) => (Some(at), None),
        UserStatus::LockedAttempts { until } => (None, Some(until)),
        UserStatus::ActivationLinkSent(Activation::NotInvited)
        | UserStatus::LockedInactivity
        | UserStatus::PasswordExpired
        | UserStatus::Active => (None, None),
    };
    Status {
        kind: status.kind(),
        since,
        until,
    }
}

/// What the rules of explanation look at; `roles` are at least those of the user.
pub(crate) fn holding(facts: &AccessFacts, roles: &[Role], now: Timestamp) -> Holding {
    let own = roles.iter().filter(|role| facts.roles.contains(&role.id));
    Holding {
        status: acting::status_of(facts, now),
        roles: own.map(|role| (role.id, role.permissions)).collect(),
        direct: facts.direct,
        scope: facts.access.scope.clone(),
        customer: facts.customer,
        second_factor: facts.second_factor,
        built_in_refused: built_in_refused(facts),
        cooling_until: reset::cools_until(facts.factor_reset_at, now),
    }
}

/// Whether the customer lets nothing count that the user has set up.
pub(crate) const fn built_in_refused(facts: &AccessFacts) -> bool {
    built_in::is_refused(
        facts.policy.refuse_built_in_codes,
        facts.second_factor.is_strong(),
        facts.second_factor_elsewhere,
    )
}

fn rights(facts: &AccessFacts, roles: &[Role], now: Timestamp) -> Vec<Right> {
    explanation::rights(&holding(facts, roles, now))
        .into_iter()
        .map(|right| Right {
            permission: right.permission,
            role_ids: role_ids(&right.given_by),
            direct: right.given_by.contains(&Source::Direct),
            idle: right.idle.map(refused),
        })
        .collect()
}

/// The roles among what gives a permission.
pub(crate) fn role_ids(sources: &[Source]) -> Vec<RoleId> {
    let roles = sources.iter().filter_map(|source| match source {
        Source::Role(id) => Some(*id),
        Source::Direct => None,
    });
    roles.collect()
}
