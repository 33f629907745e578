//! Whom asking for a second factor would concern. Counted by what the sign-in itself looks at: the
//! statuses that are asked, and whether an authenticator is there.

use keyholder_contract::security_policy::{Concerned, SecondFactorEffect};
use keyholder_domain::{
    directory_query::{DirectoryQuery, SortKey, SortOrder, UserFilter},
    second_factor::FactorState,
    second_factor_requirement::{MEMBERS, SecondFactorRequirement},
    user::UserKind,
    user_status::UserStatusKind,
};
use keyholder_store::directory::{self, Viewpoint};

use super::preview::{NAMES, count};
use crate::{App, http::ApiResult};

/// Statuses of those who have not accepted yet.
const WAITING: [UserStatusKind; 3] = [
    UserStatusKind::NotInvited,
    UserStatusKind::ActivationLinkSent,
    UserStatusKind::ActivationLinkExpired,
];

/// Everybody at the customer, whatever day it begins on.
pub(super) async fn of(
    app: &App,
    viewpoint: Viewpoint<'_>,
    asked: SecondFactorRequirement,
) -> ApiResult<SecondFactorEffect> {
    let members = |states: &[FactorState]| UserFilter {
        statuses: MEMBERS.to_vec(),
        second_factors: states.to_vec(),
        ..UserFilter::default()
    };
    let waiting = UserFilter {
        statuses: WAITING.to_vec(),
        ..UserFilter::default()
    };
    let without = members(&FactorState::WITHOUT_APP);
    let unverified = UserFilter {
        kind: Some(UserKind::Unverified),
        ..without.clone()
    };
    let nobody = || Concerned {
        count: 0,
        names: Vec::new(),
    };
    let (asked, without_mailbox) = if asked.is_required() {
        (
            concerned(app, viewpoint, without).await?,
            concerned(app, viewpoint, unverified).await?,
        )
    } else {
        (nobody(), nobody())
    };
    let ready = members(&FactorState::STRONG);
    Ok(SecondFactorEffect {
        ready: count(directory::count(&app.database, viewpoint, &ready).await?),
        asked,
        without_mailbox,
        waiting: count(directory::count(&app.database, viewpoint, &waiting).await?),
    })
}

async fn concerned(
    app: &App,
    viewpoint: Viewpoint<'_>,
    filter: UserFilter,
) -> ApiResult<Concerned> {
    let counted = directory::count(&app.database, viewpoint, &filter).await?;
    let query = DirectoryQuery {
        filter,
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit: u16::try_from(NAMES).unwrap_or(u16::MAX),
    };
    let page = directory::list(&app.database, viewpoint, &query).await?;
    let names = page.rows.into_iter();
    Ok(Concerned {
        count: count(counted),
        names: names
            .map(|row| format!("{} {}", row.given_name, row.family_name))
            .collect(),
    })
}
