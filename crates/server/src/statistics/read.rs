//! Reading the figures. They count what the caller's own lists show, and nothing else.

use std::collections::BTreeMap;

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    statistics::{
        InvitationAge, InvitationCount, SignInDay, Statistics, StatisticsQuery, StatusCount,
    },
};
use keyholder_domain::{
    access::{self, Actor, VisibleUsers},
    audit::AuditAction,
    ids::CustomerId,
    permission::Permission,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use keyholder_store::{
    audit::{self, AuditView},
    directory::{self, Viewpoint},
};

use super::days::{Days, days_ago};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, field_error},
};

/// How many days of sign-ins are shown.
const SIGN_IN_DAYS: i64 = 30;

/// Where the ages of invitations part, in days.
const AGES: [u32; 4] = [1, 2, 7, 30];

const AGE_NAMES: [InvitationAge; 6] = [
    InvitationAge::NotInvited,
    InvitationAge::UnderOneDay,
    InvitationAge::UnderTwoDays,
    InvitationAge::UnderAWeek,
    InvitationAge::UnderAMonth,
    InvitationAge::Older,
];

/// The farthest that a clock is from UTC, in minutes.
const MAX_OFFSET: i16 = 840;

/// The figures that the caller may see.
pub(super) async fn read(
    app: &App,
    at: &AtCustomer,
    query: &StatisticsQuery,
) -> ApiResult<Statistics> {
    let actor = at.actor(Permission::UsersView)?;
    let visible = access::visible_users(actor)?;
    if query.utc_offset_minutes.abs() > MAX_OFFSET {
        let fault = field_error("utc_offset_minutes", FieldCode::Malformed, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    let now = app.now();
    let viewpoint = Viewpoint {
        customer: at.customer_id,
        visible: &visible,
        policy: at.policy.status(),
        now,
    };
    let sign_ins = if access::holds(actor, Permission::ActivityView).is_ok() {
        let offset = i64::from(query.utc_offset_minutes);
        Some(sign_ins(app, at.customer_id, actor, &visible, now, offset).await?)
    } else {
        None
    };
    Ok(Statistics {
        as_of: now,
        statuses: Some(statuses(app, viewpoint).await?),
        invitations: Some(invitations(app, viewpoint).await?),
        sign_ins,
    })
}

async fn statuses(app: &App, viewpoint: Viewpoint<'_>) -> ApiResult<Vec<StatusCount>> {
    let counts = directory::count_by_status(&app.database, viewpoint, &UserStatusKind::ALL).await?;
    Ok(UserStatusKind::ALL
        .into_iter()
        .zip(counts)
        .map(|(status, count)| StatusCount {
            status,
            count: small(count),
        })
        .collect())
}

async fn invitations(app: &App, viewpoint: Viewpoint<'_>) -> ApiResult<Vec<InvitationCount>> {
    let since = AGES.map(|days| days_ago(viewpoint.now, days));
    let counts = directory::count_waiting(&app.database, viewpoint, &since).await?;
    if counts.len() != AGE_NAMES.len() {
        return Err(ErrorCode::Internal.into());
    }
    Ok(AGE_NAMES
        .into_iter()
        .zip(counts)
        .map(|(age, count)| InvitationCount {
            age,
            count: small(count),
        })
        .collect())
}

async fn sign_ins(
    app: &App,
    customer: CustomerId,
    actor: &Actor,
    visible: &VisibleUsers,
    now: Timestamp,
    offset: i64,
) -> ApiResult<Vec<SignInDay>> {
    let days = Days::last(SIGN_IN_DAYS, now, offset);
    let view = AuditView {
        customer,
        visible,
        viewer: Some(actor.user_id),
    };
    let counted = audit::sign_ins_by_day(&app.database, view, days.begin(), offset).await?;
    let mut by_day: BTreeMap<i64, (u32, u32)> =
        (days.first..=days.last).map(|day| (day, (0, 0))).collect();
    for count in counted {
        let Some((signed_in, failed)) = by_day.get_mut(&count.day) else {
            continue;
        };
        match count.action {
            AuditAction::SignedIn => *signed_in = small(count.count),
            _ => *failed = small(count.count),
        }
    }
    Ok(by_day
        .into_iter()
        .map(|(day, (signed_in, failed))| SignInDay {
            day: Days::date(day),
            signed_in,
            failed,
        })
        .collect())
}

fn small(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
