//! A row of a list of users.

use std::collections::BTreeMap;

use keyholder_contract::{role::RoleLabel, user::ScopeKind, user_list::UserRow};
use keyholder_domain::{ids::RoleId, timestamp::Timestamp, user_status::StatusPolicy};
use keyholder_store::directory::{DirectoryRow, ScopeSummary};

use super::view;

/// The roles of a customer by id, as they stand beside users.
pub(crate) fn labels(roles: impl IntoIterator<Item = RoleLabel>) -> BTreeMap<RoleId, RoleLabel> {
    roles.into_iter().map(|role| (role.id, role)).collect()
}

/// A row as the contract has it.
pub(crate) fn row(
    row: DirectoryRow,
    labels: &BTreeMap<RoleId, RoleLabel>,
    policy: StatusPolicy,
    now: Timestamp,
) -> UserRow {
    let (scope, location_count) = match row.scope {
        ScopeSummary::All => (ScopeKind::All, 0),
        ScopeSummary::Only(count) => (ScopeKind::Only, count),
        ScopeSummary::NoneYet => (ScopeKind::NoneYet, 0),
    };
    UserRow {
        id: row.user_id,
        version: row.version,
        kind: row.sign_in_name.kind(),
        sign_in_name: row.sign_in_name.as_str().to_owned(),
        given_name: row.given_name,
        family_name: row.family_name,
        status: view::status(&row.status, policy, now),
        origin: row.origin,
        foreign: row.foreign,
        roles: row
            .roles
            .iter()
            .filter_map(|id| labels.get(id).cloned())
            .collect(),
        scope,
        location_count,
        second_factor: row.second_factor,
        sign_in_way: row.sign_in_way,
        created_at: row.created_at,
        last_sign_in_at: row.status.last_sign_in_at,
    }
}
