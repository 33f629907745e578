//! Counting the users of a viewer by what they are, in one reading of their rows.

use keyholder_domain::{
    directory_query::UserFilter, second_factor::FactorState, second_factor_requirement::MEMBERS,
    sign_in_way::ListedWay, timestamp::Timestamp, user_status::UserStatusKind,
};
use sea_orm::{FromQueryResult, TryGetable as _};

use super::{
    Binder, Viewpoint,
    filter::{self, Bin},
    plan,
};
use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// How many of the visible users have each of the statuses, in the order asked for.
pub async fn count_by_status(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    statuses: &[UserStatusKind],
) -> Result<Vec<u64>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let conditions: Vec<_> = statuses
        .iter()
        .map(|status| filter::one_status(&mut binder, *status, viewpoint.policy, viewpoint.now))
        .collect();
    counts(on, binder, viewpoint, &conditions, "1 = 1").await
}

/// The most rows that a filtered count looks at. A hundred thousand are read in well under half a second;
/// of a larger customer it says "at least".
pub const MAX_COUNTED: u64 = 100_000;

/// What came of a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many rows were looked at, [`MAX_COUNTED`] at most.
    pub looked_at: u64,
    /// How many there are of each status, in the order of [`UserStatusKind::ALL`].
    pub statuses: Vec<u64>,
    /// How many have each second factor, in the order of [`FactorState::ALL`], of those who get in or
    /// are only locked.
    pub second_factors: Vec<u64>,
    /// How many sign in in each way, in the order of [`ListedWay::ALL`], of those who are not in the bin.
    pub sign_in_ways: Vec<u64>,
}

/// How many of the users whom a filter lets through have each of the statuses, whatever statuses the
/// filter asks for, each of the second factors, and each of the ways of signing in.
pub async fn count_filtered(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
) -> Result<Counted, StoreError> {
    let mut binder = Binder::new(on.backend());
    let filter = UserFilter {
        statuses: Vec::new(),
        ..filter.clone()
    };
    // The bin is counted like the other statuses.
    let everybody = plan::matching(&mut binder, viewpoint, &filter, Bin::Included);
    let (policy, now) = (viewpoint.policy, viewpoint.now);
    let mut conditions = vec!["1 = 1".to_owned()];
    for status in UserStatusKind::ALL {
        conditions.push(filter::one_status(&mut binder, status, policy, now));
    }
    for state in FactorState::ALL {
        let members = filter::status(&mut binder, &MEMBERS, policy, now);
        let state = binder.bind(state.code());
        conditions.push(format!("d.second_factor = {state} AND {members}"));
    }
    for way in ListedWay::ALL {
        let way = binder.bind(way.code());
        conditions.push(format!("d.sign_in_way = {way} AND d.deleted_at IS NULL"));
    }
    let sql = format!(
        "SELECT {} FROM (SELECT d.* FROM directory d WHERE {everybody} LIMIT {MAX_COUNTED}) d",
        sums(&conditions)
    );
    let mut counts = read_counts(on, &sql, binder).await?.into_iter();
    Ok(Counted {
        looked_at: counts.next().unwrap_or_default(),
        statuses: counts.by_ref().take(UserStatusKind::ALL.len()).collect(),
        second_factors: counts.by_ref().take(FactorState::ALL.len()).collect(),
        sign_in_ways: counts.collect(),
    })
}

/// How many of the visible users who have not accepted yet were never invited, and how many were
/// invited within each of the spans that end at these moments, the newest first; the last count is of
/// those before all of them.
pub async fn count_waiting(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    since: &[Timestamp],
) -> Result<Vec<u64>, StoreError> {
    let mut binder = Binder::new(on.backend());
    let mut conditions = vec!["d.invited_at IS NULL".to_owned()];
    let mut before = String::new();
    for moment in since {
        let moment = binder.bind(columns::at(*moment));
        conditions.push(format!("d.invited_at > {moment}{before}"));
        before = format!(" AND d.invited_at <= {moment}");
    }
    conditions.push(format!("d.invited_at IS NOT NULL{before}"));
    let waiting = "d.accepted_at IS NULL AND d.deactivated_at IS NULL AND d.deleted_at IS NULL";
    counts(on, binder, viewpoint, &conditions, waiting).await
}

/// How many visible rows meet each condition, of those that meet `all`.
async fn counts(
    on: &impl Read,
    mut binder: Binder,
    viewpoint: Viewpoint<'_>,
    conditions: &[String],
    all: &str,
) -> Result<Vec<u64>, StoreError> {
    let customer = binder.bind(columns::id(viewpoint.customer));
    let visible = filter::visibility(&mut binder, viewpoint.visible)
        .map_or_else(String::new, |visible| format!(" AND {visible}"));
    let sql = format!(
        "SELECT {} FROM directory d WHERE d.customer_id = {customer}{visible} AND {all}",
        sums(conditions)
    );
    read_counts(on, &sql, binder).await
}

/// A column for each condition: how many rows meet it.
fn sums(conditions: &[String]) -> String {
    let columns: Vec<_> = conditions
        .iter()
        .enumerate()
        .map(|(number, condition)| format!("count(*) FILTER (WHERE {condition}) AS c{number}"))
        .collect();
    columns.join(", ")
}

async fn read_counts(on: &impl Read, sql: &str, binder: Binder) -> Result<Vec<u64>, StoreError> {
    struct Counts(Vec<i64>);

    impl FromQueryResult for Counts {
        fn from_query_result(row: &sea_orm::QueryResult, _: &str) -> Result<Self, sea_orm::DbErr> {
            let columns = row.column_names();
            let read = |index| Ok(i64::try_get_by(row, index)?);
            (0..columns.len())
                .map(read)
                .collect::<Result<_, sea_orm::DbErr>>()
                .map(Self)
        }
    }

    let row = connection::one::<Counts>(on, sql, binder.into_values()).await?;
    row.map(|row| row.0)
        .unwrap_or_default()
        .into_iter()
        .map(|count| u64::try_from(count).map_err(StoreError::corrupt))
        .collect()
}
