//! What a policy would do, before it is saved: who would be expired, locked or asked.

use keyholder_contract::{
    problem::ErrorCode,
    security_policy::{Affected, PolicyPreview},
};
use keyholder_domain::{
    access::{self, VisibleUsers},
    directory_query::{DirectoryQuery, SortKey, SortOrder, UserFilter},
    permission::Permission,
    security_policy::SecurityPolicy,
    security_standards,
    user_status::{self, UserStatusKind},
};
use keyholder_store::{
    access_facts, authenticators,
    directory::{self, Viewpoint},
    second_factors, security_policies, sessions,
};

use super::{change, requirements, second_factor_effect};
use crate::{App, auth::AtCustomer, http::ApiResult};

/// How many users are looked through for names.
const LOOKED_AT: u16 = 100;
/// How many names are given.
pub(super) const NAMES: usize = 5;

/// Compares the policy in force with another.
pub(super) async fn preview(
    app: &App,
    at: &AtCustomer,
    policy: &SecurityPolicy,
) -> ApiResult<PolicyPreview> {
    let actor = at.actor(Permission::SecurityManage)?;
    access::may_change_policy(actor)?;
    let now = app.now();
    change::check(policy, now)?;
    let stored = security_policies::find(&app.database, at.customer_id)
        .await?
        .ok_or(ErrorCode::NotFound)?;
    let before = Viewpoint {
        customer: at.customer_id,
        visible: &VisibleUsers::All,
        policy: stored.policy.status(),
        now,
    };
    let after = Viewpoint {
        policy: policy.status(),
        ..before
    };
    let session = requirements::strictest(&[*policy], false).session;
    let asked = sessions::count_ending(
        &app.database,
        at.customer_id,
        now - session.idle,
        now - session.absolute,
        now,
    )
    .await?;
    let administrators =
        access_facts::working_administrators_seen(&app.database, at.customer_id, now).await?;
    let approvers = administrators
        .iter()
        .filter(|one| one.user_id != actor.user_id);
    Ok(PolicyPreview {
        judgements: security_standards::judge(policy),
        expired: affected(app, UserStatusKind::PasswordExpired, before, after).await?,
        locked: affected(app, UserStatusKind::LockedInactivity, before, after).await?,
        asked: count(asked),
        approvers: count(approvers.count() as u64),
        mailed_codes: count(second_factors::count_mailed(&app.database, at.customer_id).await?),
        built_in_only: count(
            authenticators::count_built_in_only(&app.database, at.customer_id).await?,
        ),
        second_factor: second_factor_effect::of(app, after, policy.second_factor).await?,
    })
}

async fn affected(
    app: &App,
    status: UserStatusKind,
    before: Viewpoint<'_>,
    after: Viewpoint<'_>,
) -> ApiResult<Affected> {
    let filter = UserFilter {
        statuses: vec![status],
        ..UserFilter::default()
    };
    let counted_before = directory::count(&app.database, before, &filter).await?;
    let counted_after = directory::count(&app.database, after, &filter).await?;
    let query = DirectoryQuery {
        filter,
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit: LOOKED_AT,
    };
    let page = directory::list(&app.database, after, &query).await?;
    let names = page
        .rows
        .into_iter()
        .filter(|row| user_status::of(&row.status, before.policy, before.now).kind() != status)
        .take(NAMES)
        .map(|row| format!("{} {}", row.given_name, row.family_name))
        .collect();
    Ok(Affected {
        before: count(counted_before),
        after: count(counted_after),
        names,
    })
}

pub(super) fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
