//! The list of users: a read model with one row per membership.
//!
//! ```text
//! refresh.rs ... rewrites the rows of changed users; WriteTransaction::commit calls it
//! source.rs .... what such a row is made from
//! refreshed.rs . a row that was just rewritten
//! newcomer.rs .. the row of somebody who was just added, without a question
//! search.rs .... what is stored for searching, and how a search text becomes a condition
//! binder.rs .... the values of a statement, numbered
//! holders.rs ... who stands on the list under a name
//! filter.rs .... filters, statuses and visibility as conditions
//! counts.rs .... how many there are of what
//! order.rs ..... the order of a list, and where a page begins and ends
//! plan.rs ...... which index a list walks
//! rare.rs ...... statuses with an index of their own
//! beginning.rs . a common fragment in the first rows of the order
//! ```

mod beginning;
mod binder;
mod counts;
mod filter;
mod holders;
mod newcomer;
mod order;
mod plan;
mod rare;
mod refresh;
mod refreshed;
mod scope_summary;
mod search;
mod second_factor_rows;
mod sign_in_way_rows;
mod source;

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DirectoryQuery, Position, SortKey, SortValue, UserFilter},
    ids::{CustomerId, RoleId, UserId},
    language::Language,
    origin,
    second_factor::FactorState,
    sign_in_way::ListedWay,
    timestamp::Timestamp,
    user::{Origin, SignInName},
    user_status::{StatusFacts, StatusPolicy},
};
use sea_orm::FromQueryResult;

pub(crate) use binder::Binder;
pub use counts::{Counted, MAX_COUNTED, count_by_status, count_filtered, count_waiting};
pub(crate) use filter::visibility;
pub use holders::{Holder, holders_of};
pub(crate) use holders::{holder, holders};
pub use newcomer::{Newcomer, list_newcomer};
pub use refresh::refresh;
pub use refreshed::refresh_and_find;
pub use scope_summary::ScopeSummary;
pub(crate) use search::{forget, holds, named, tokens};
pub use second_factor_rows::show_mailed_codes;

use crate::{
    access_facts::{self, AccessFacts},
    columns,
    connection::{self, Read},
    error::StoreError,
};

/// A user as the list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryRow {
    /// Who.
    pub user_id: UserId,
    /// Counts the changes of the membership.
    pub version: u32,
    /// How they sign in.
    pub sign_in_name: SignInName,
    /// The given name; as the inviter entered it until the person accepts.
    pub given_name: String,
    /// The family name; likewise.
    pub family_name: String,
    /// The language; likewise.
    pub language: Language,
    /// The door they came through.
    pub origin: Origin,
    /// Whether somebody elsewhere keeps them, until they are adopted.
    pub foreign: bool,
    /// The roles, by id.
    pub roles: Vec<RoleId>,
    /// How far they reach.
    pub scope: ScopeSummary,
    /// What they have set up beside the password; nothing is known before they accept.
    pub second_factor: Option<FactorState>,
    /// How they sign in.
    pub sign_in_way: ListedWay,
    /// When the membership was made.
    pub created_at: Timestamp,
    /// What the status is derived from. Facts about the person, such as the last sign-in, are absent
    /// until the person accepts.
    pub status: StatusFacts,
}

/// A page of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryPage {
    /// The rows, in the order asked for.
    pub rows: Vec<DirectoryRow>,
    /// Where the page before starts.
    pub previous: Option<Position>,
    /// Where the next page starts.
    pub next: Option<Position>,
}

/// Who asks, and when: what every question to the list needs.
#[derive(Clone, Copy, Debug)]
pub struct Viewpoint<'a> {
    /// The customer.
    pub customer: CustomerId,
    /// The users that the asker may know of.
    pub visible: &'a VisibleUsers,
    /// The clocks of the status.
    pub policy: StatusPolicy,
    /// Now.
    pub now: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    user_id: String,
    version: i64,
    kind: String,
    sign_in_name: String,
    given_name: String,
    family_name: String,
    language: String,
    origin: String,
    adopted_at: Option<i64>,
    scope_kind: String,
    location_count: i64,
    role_ids: String,
    second_factor: Option<String>,
    sign_in_way: String,
    created_at: i64,
    accepted_at: Option<i64>,
    deactivated_at: Option<i64>,
    deleted_at: Option<i64>,
    invited_at: Option<i64>,
    invitation_expires_at: Option<i64>,
    last_sign_in_at: Option<i64>,
    locked_until: Option<i64>,
    password_changed_at: Option<i64>,
    sort_name: String,
    sort_sign_in_name: String,
    sort_last_sign_in_at: i64,
}

/// The columns of [`Row`], of a table called `d`.
const COLUMNS: &str = "d.user_id, d.version, d.kind, d.sign_in_name, d.given_name, d.family_name, \
     d.language, d.origin, d.adopted_at, d.scope_kind, d.location_count, d.role_ids, \
     d.second_factor, d.sign_in_way, d.created_at, \
     d.accepted_at, d.deactivated_at, d.deleted_at, d.invited_at, d.invitation_expires_at, \
     d.last_sign_in_at, d.locked_until, d.password_changed_at, d.sort_name, \
     d.sort_sign_in_name, d.sort_last_sign_in_at";

impl TryFrom<Row> for DirectoryRow {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let roles: Vec<RoleId> =
            serde_json::from_str(&row.role_ids).map_err(StoreError::corrupt)?;
        let origin = columns::code(&row.origin, Origin::from_code)?;
        Ok(Self {
            user_id: columns::parse(&row.user_id)?,
            version: columns::count(row.version)?,
            sign_in_name: columns::sign_in_name(&row.kind, &row.sign_in_name)?,
            given_name: row.given_name,
            family_name: row.family_name,
            language: columns::language(&row.language)?,
            origin,
            foreign: origin::is_foreign(origin, columns::moment(row.adopted_at)),
            roles,
            scope: ScopeSummary::read(&row.scope_kind, row.location_count)?,
            second_factor: row
                .second_factor
                .as_deref()
                .map(|code| columns::code(code, FactorState::from_code))
                .transpose()?,
            sign_in_way: columns::code(&row.sign_in_way, ListedWay::from_code)?,
            created_at: Timestamp::from_micros(row.created_at),
            status: StatusFacts {
                deleted_at: columns::moment(row.deleted_at),
                deactivated_at: columns::moment(row.deactivated_at),
                accepted_at: columns::moment(row.accepted_at),
                invited_at: columns::moment(row.invited_at),
                invitation_expires_at: columns::moment(row.invitation_expires_at),
                last_sign_in_at: columns::moment(row.last_sign_in_at),
                locked_until: columns::moment(row.locked_until),
                password_changed_at: columns::moment(row.password_changed_at),
            },
        })
    }
}

impl Row {
    fn sort_value(&self, sort: SortKey) -> SortValue {
        match sort {
            SortKey::Name => SortValue::Text(self.sort_name.clone()),
            SortKey::SignInName => SortValue::Text(self.sort_sign_in_name.clone()),
            SortKey::CreatedAt => SortValue::Moment(self.created_at),
            SortKey::LastSignInAt => SortValue::Moment(self.sort_last_sign_in_at),
        }
    }
}

/// The row of one user, the bin included; `None` if they have no membership there. Within a write
/// transaction call [`refresh`] first to see its own changes.
pub async fn find(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<DirectoryRow>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM directory d WHERE d.customer_id = $1 AND d.user_id = $2");
    let values = [columns::id(customer), columns::id(user)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(DirectoryRow::try_from).transpose()
}

/// As [`find`], with what decisions rest on: everything about a user, in one look-up.
pub async fn find_in_full(
    on: &impl Read,
    customer: CustomerId,
    user: UserId,
) -> Result<Option<(DirectoryRow, AccessFacts)>, StoreError> {
    #[derive(FromQueryResult)]
    struct FullRow {
        #[sea_orm(nested)]
        listed: Row,
        #[sea_orm(nested)]
        facts: access_facts::Row,
    }
    let sql = format!(
        "SELECT {COLUMNS}, {} {} \
         JOIN directory d ON d.customer_id = m.customer_id AND d.user_id = m.user_id \
         WHERE m.customer_id = $1 AND m.user_id = $2",
        access_facts::COLUMNS,
        access_facts::FROM,
    );
    let values = [columns::id(customer), columns::id(user)];
    let row = connection::one::<FullRow>(on, &sql, values).await?;
    row.map(|row| Ok((row.listed.try_into()?, row.facts.try_into()?)))
        .transpose()
}

/// A page of the list. A position must come from a page with the same sort key; its text is compared
/// and nothing else.
pub async fn list(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    query: &DirectoryQuery,
) -> Result<DirectoryPage, StoreError> {
    plan::list(on, viewpoint, query).await
}

/// How many users a filter lets through.
pub async fn count(
    on: &impl Read,
    viewpoint: Viewpoint<'_>,
    filter: &UserFilter,
) -> Result<u64, StoreError> {
    plan::count(on, viewpoint, filter).await
}
