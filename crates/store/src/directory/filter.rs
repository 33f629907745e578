//! Filters as conditions. Every condition is about a row of `directory` called `d`.

use std::time::Duration;

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{Holding, LastSignIn, SearchText, UserFilter},
    second_factor::FactorState,
    timestamp::Timestamp,
    user_status::{self, StatusColumn, StatusCondition, StatusPolicy, UserStatusKind},
};
use sea_orm::DbBackend;

use super::{
    Binder, Viewpoint, search,
    second_factor_rows::{factor_elsewhere, past_reset},
    sign_in_way_rows,
};
use crate::columns;

/// Whether the conditions on the searched text may use its index.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SearchIndex {
    /// They may.
    Allowed,
    /// They must not: the rows come in sort order, or from another index.
    Hidden,
}

/// Whether those in the bin are among the rows when no status is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Bin {
    /// As the others.
    Included,
    /// They are left out.
    Hidden,
}

/// The conditions, all of which hold for the rows that the viewer may see and asked for.
pub(super) fn conditions(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    index: SearchIndex,
) -> Vec<String> {
    conditions_with(binder, viewpoint, filter, index, Bin::Hidden)
}

/// As [`conditions`], with or without the bin.
pub(super) fn conditions_with(
    binder: &mut Binder,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
    index: SearchIndex,
    bin: Bin,
) -> Vec<String> {
    let mut all = vec![format!(
        "d.customer_id = {}",
        binder.bind(columns::id(viewpoint.customer))
    )];
    all.extend(visibility(binder, viewpoint.visible));
    if bin == Bin::Hidden || !filter.statuses.is_empty() {
        all.push(status(
            binder,
            &filter.statuses,
            viewpoint.policy,
            viewpoint.now,
        ));
    }
    if !filter.roles.is_empty() {
        all.push(format!(
            "EXISTS (SELECT 1 FROM membership_roles mr WHERE mr.customer_id = d.customer_id \
             AND mr.user_id = d.user_id AND mr.role_id IN ({}))",
            binder.bind_ids(&filter.roles)
        ));
    }
    if !filter.locations.is_empty() {
        all.push(format!(
            "(d.scope_kind = 'all' OR EXISTS (SELECT 1 FROM membership_locations ml \
             WHERE ml.customer_id = d.customer_id AND ml.user_id = d.user_id \
             AND ml.location_id IN ({})))",
            binder.bind_ids(&filter.locations)
        ));
    }
    if let Some(kind) = filter.kind {
        all.push(format!("d.kind = {}", binder.bind(kind.code())));
    }
    if !filter.origins.is_empty() {
        let origins = filter.origins.iter();
        let origins: Vec<_> = origins.map(|origin| binder.bind(origin.code())).collect();
        all.push(format!("d.origin IN ({})", origins.join(", ")));
    }
    all.extend(second_factors(binder, &filter.second_factors));
    all.extend(sign_in_way_rows::any_of(&filter.sign_in_ways));
    all.extend(past_reset(binder, filter, viewpoint.now));
    all.extend(factor_elsewhere(filter).map(str::to_owned));
    all.extend(last_sign_in(binder, filter.last_sign_in, viewpoint.now));
    all.extend(filter.holding.iter().map(|held| holding(binder, held)));
    if filter.reaching_any {
        all.push("d.scope_kind <> 'none_yet'".to_owned());
    }
    all.extend(search_conditions(binder, filter, index));
    all
}

/// Any of these; nothing where none is asked for.
pub(super) fn second_factors(binder: &mut Binder, states: &[FactorState]) -> Option<String> {
    if states.is_empty() {
        return None;
    }
    let codes: Vec<_> = states
        .iter()
        .map(|state| binder.bind(state.code()))
        .collect();
    Some(format!("d.second_factor IN ({})", codes.join(", ")))
}

/// When somebody signed in last, in the words of the index: never is the smallest number there.
/// `None` where that does not matter.
pub(super) fn last_sign_in(
    binder: &mut Binder,
    wanted: LastSignIn,
    now: Timestamp,
) -> Option<String> {
    let Some(days) = wanted.idle_days else {
        let never = wanted.never.then(|| binder.bind(i64::MIN))?;
        return Some(format!("d.sort_last_sign_in_at = {never}"));
    };
    let idle_since = now - Duration::from_hours(24) * u32::from(days);
    let until = binder.bind(columns::at(idle_since));
    if wanted.never {
        return Some(format!("d.sort_last_sign_in_at <= {until}"));
    }
    let never = binder.bind(i64::MIN);
    Some(format!(
        "d.sort_last_sign_in_at > {never} AND d.sort_last_sign_in_at <= {until}"
    ))
}

/// Through one of the roles, or directly.
fn holding(binder: &mut Binder, held: &Holding) -> String {
    let direct = format!(
        "EXISTS (SELECT 1 FROM membership_permissions mp WHERE mp.customer_id = d.customer_id \
         AND mp.user_id = d.user_id AND mp.permission = {})",
        binder.bind(held.permission.code())
    );
    if held.roles.is_empty() {
        return direct;
    }
    format!(
        "(EXISTS (SELECT 1 FROM membership_roles mr WHERE mr.customer_id = d.customer_id \
         AND mr.user_id = d.user_id AND mr.role_id IN ({})) OR {direct})",
        binder.bind_ids(&held.roles)
    )
}

/// The conditions that a search text stands for.
pub(super) fn search_conditions(
    binder: &mut Binder,
    filter: &UserFilter,
    index: SearchIndex,
) -> Vec<String> {
    let words = filter.search.iter().flat_map(SearchText::words);
    words
        .map(|word| {
            let hidden = binder.backend != DbBackend::Sqlite && index == SearchIndex::Hidden;
            if hidden {
                // PostgreSQL takes this for a condition that many rows meet, so it walks in order.
                let needle = binder.bind(word.needle());
                return format!("strpos(d.search_text, {needle}) > 0");
            }
            search::holds(binder, "d.search_text", word)
        })
        .collect()
}

/// That the row is a user whom the viewer may know of; nothing for who may know of all.
pub(crate) fn visibility(binder: &mut Binder, visible: &VisibleUsers) -> Option<String> {
    match visible {
        VisibleUsers::All => None,
        VisibleUsers::WithinLocations(own) if own.is_empty() => Some("1 = 0".to_owned()),
        VisibleUsers::WithinLocations(own) => Some(format!(
            "d.scope_kind = 'only' AND NOT EXISTS (SELECT 1 FROM membership_locations outside \
             WHERE outside.customer_id = d.customer_id AND outside.user_id = d.user_id \
             AND outside.location_id NOT IN ({}))",
            binder.bind_ids(own)
        )),
    }
}

/// Any of these statuses; all but *deleted* if there are none.
pub(super) fn status(
    binder: &mut Binder,
    kinds: &[UserStatusKind],
    policy: StatusPolicy,
    now: Timestamp,
) -> String {
    if kinds.is_empty() {
        return "d.deleted_at IS NULL".to_owned();
    }
    let any: Vec<_> = kinds
        .iter()
        .map(|kind| format!("({})", one_status(binder, *kind, policy, now)))
        .collect();
    format!("({})", any.join(" OR "))
}

/// The domain's predicate of one status, compiled.
pub(super) fn one_status(
    binder: &mut Binder,
    kind: UserStatusKind,
    policy: StatusPolicy,
    now: Timestamp,
) -> String {
    let conditions: Vec<_> = user_status::predicate(kind, policy, now)
        .into_iter()
        .map(|condition| compile(binder, condition))
        .collect();
    conditions.join(" AND ")
}

fn compile(binder: &mut Binder, condition: StatusCondition) -> String {
    use StatusCondition as Is;

    match condition {
        Is::Present(column) => format!("{} IS NOT NULL", name(column)),
        Is::Missing(column) => format!("{} IS NULL", name(column)),
        Is::After(column, moment) => {
            format!("{} > {}", name(column), binder.bind(columns::at(moment)))
        }
        // The same in the words of an index: never signed in is the smallest number there.
        Is::AtOrBefore(StatusColumn::LastSignInAt, moment) => {
            let moment = binder.bind(columns::at(moment));
            let never = binder.bind(i64::MIN);
            format!("(d.sort_last_sign_in_at > {never} AND d.sort_last_sign_in_at <= {moment})")
        }
        Is::AtOrBefore(column, moment) => {
            format!("{} <= {}", name(column), binder.bind(columns::at(moment)))
        }
        Is::NotAfter(column, moment) => {
            let (column, moment) = (name(column), binder.bind(columns::at(moment)));
            format!("({column} IS NULL OR {column} <= {moment})")
        }
        Is::NotAtOrBefore(column, moment) => {
            let (column, moment) = (name(column), binder.bind(columns::at(moment)));
            format!("({column} IS NULL OR {column} > {moment})")
        }
        Is::Never => "1 = 0".to_owned(),
    }
}

const fn name(column: StatusColumn) -> &'static str {
    match column {
        StatusColumn::DeletedAt => "d.deleted_at",
        StatusColumn::DeactivatedAt => "d.deactivated_at",
        StatusColumn::AcceptedAt => "d.accepted_at",
        StatusColumn::InvitationExpiresAt => "d.invitation_expires_at",
        StatusColumn::LastSignInAt => "d.last_sign_in_at",
        StatusColumn::LockedUntil => "d.locked_until",
        StatusColumn::PasswordChangedAt => "d.password_changed_at",
    }
}
