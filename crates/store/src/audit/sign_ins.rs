//! How many signed in, and how many attempts failed, day by day.

use keyholder_domain::{audit::AuditAction, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use super::{
    log::{AuditFilter, AuditView},
    source::{self, Rows, Span},
};
use crate::{
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
};

const MICROS_OF_A_DAY: i64 = 86_400_000_000;

/// One action on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignInDay {
    /// Days since 1 January 1970, in the time zone asked for.
    pub day: i64,
    /// What.
    pub action: AuditAction,
    /// How often.
    pub count: u64,
}

/// Sign-ins and failed attempts since a moment, counted by day and action; days without any are
/// left out. `offset_minutes` is how far the viewer's clock is ahead of UTC.
pub async fn sign_ins_by_day(
    on: &impl Read,
    view: AuditView<'_>,
    since: Timestamp,
    offset_minutes: i64,
) -> Result<Vec<SignInDay>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        action: String,
        day: i64,
        times: i64,
    }
    let Some(first) = source::first_since(on, view.customer, since).await? else {
        return Ok(Vec::new());
    };
    let mut binder = Binder::new(on.backend());
    let rows = Rows {
        order: "DESC",
        limit: i64::MAX,
        span: Span {
            above: first - 1,
            below: i64::MAX,
        },
    };
    // Without actions the source is the chain or its subjects; the index of actions does the rest.
    let filter = AuditFilter::default();
    let source = source::source(on, &mut binder, view, &filter, &rows).await?;
    let offset = binder.bind(offset_minutes * 60_000_000);
    let day = binder.bind(MICROS_OF_A_DAY);
    let signed_in = binder.bind(AuditAction::SignedIn.code());
    let failed = binder.bind(AuditAction::SignInFailed.code());
    let sql = format!(
        "SELECT e.action, (e.at + {offset}) / {day} AS day, count(*) AS times FROM {} \
         WHERE {} AND e.action IN ({signed_in}, {failed}) GROUP BY 1, 2 ORDER BY 2, 1",
        source.from,
        source.conditions.join(" AND "),
    );
    let rows = connection::all::<Row>(on, &sql, binder.into_values()).await?;
    rows.into_iter()
        .map(|row| {
            Ok(SignInDay {
                day: row.day,
                action: columns::code(&row.action, AuditAction::from_code)?,
                count: u64::try_from(row.times).map_err(StoreError::corrupt)?,
            })
        })
        .collect()
}
