//! Where somebody is signed in: their sessions that are not over, with what is known of the devices.

use keyholder_domain::{
    ids::{SessionId, UserId},
    second_factor::FactorMethod,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    sessions::Place,
    transaction::WriteTransaction,
};

/// A device on which somebody is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedInDevice {
    /// The session.
    pub session: SessionId,
    /// What its owner calls the device.
    pub name: String,
    /// Where it was used from last.
    pub place: Place,
    /// The second factor that was shown.
    pub factor: Option<FactorMethod>,
    /// When the session began.
    pub signed_in_at: Timestamp,
    /// The last refresh.
    pub refreshed_at: Timestamp,
    /// When it ends if it is not refreshed again.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    name: String,
    address: Option<String>,
    program: Option<String>,
    factor: Option<String>,
    created_at: i64,
    refreshed_at: i64,
    expires_at: i64,
}

const SELECT: &str = "SELECT s.id, d.name, s.address, s.program, s.factor, s.created_at, \
     s.refreshed_at, s.expires_at FROM sessions s JOIN devices d ON d.id = s.device_id \
     WHERE s.user_id = $1";

impl TryFrom<Row> for SignedInDevice {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let method = |code: &str| columns::code(code, FactorMethod::from_code);
        Ok(Self {
            session: columns::parse(&row.id)?,
            name: row.name,
            place: Place {
                address: row.address,
                program: row.program,
            },
            factor: row.factor.as_deref().map(method).transpose()?,
            signed_in_at: Timestamp::from_micros(row.created_at),
            refreshed_at: Timestamp::from_micros(row.refreshed_at),
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    }
}

/// Where a user is signed in at a moment, the one used last first.
pub async fn of_user(
    on: &impl Read,
    user: UserId,
    now: Timestamp,
    limit: u16,
) -> Result<Vec<SignedInDevice>, StoreError> {
    let sql = format!(
        "{SELECT} AND s.ended_at IS NULL AND s.expires_at > $2 \
         ORDER BY s.refreshed_at DESC, s.id LIMIT $3"
    );
    let values = [columns::id(user), columns::at(now), i64::from(limit).into()];
    let rows = connection::all::<Row>(on, &sql, values).await?;
    rows.into_iter().map(SignedInDevice::try_from).collect()
}

/// One session of a user, over or not.
pub async fn find(
    on: &impl Read,
    user: UserId,
    session: SessionId,
) -> Result<Option<SignedInDevice>, StoreError> {
    let sql = format!("{SELECT} AND s.id = $2");
    let values = [columns::id(user), columns::id(session)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(SignedInDevice::try_from).transpose()
}

/// Ends a session that is not over; whether there was something to end.
pub async fn end(
    tx: &WriteTransaction,
    session: SessionId,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE sessions SET ended_at = $2 \
               WHERE id = $1 AND ended_at IS NULL AND expires_at > $2";
    let values = [columns::id(session), columns::at(now)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Ends every session of a user that is not over, but for one; gives how many there were.
pub async fn end_every(
    tx: &WriteTransaction,
    user: UserId,
    but: Option<SessionId>,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let sql = "UPDATE sessions SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL \
               AND expires_at > $2 AND id <> coalesce($3, '')";
    let values = [
        columns::id(user),
        columns::at(now),
        columns::id_optional(but),
    ];
    connection::execute(tx, sql, values).await
}
