//! Sessions: a signed-in device of one user. Tokens are stored as hashes.

use keyholder_domain::{
    ids::{CustomerId, DeviceId, SessionId, UserId},
    second_factor::FactorMethod,
    session::{Presented, SessionFacts},
    step_up::Proven,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
    write_behind,
};

/// A session to add.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// The id.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// On which device.
    pub device_id: DeviceId,
    /// The thumbprint of the key that the tokens are bound to.
    pub key_thumbprint: String,
    /// The first tokens.
    pub tokens: Tokens,
    /// The second factor that was shown.
    pub factor: Option<FactorMethod>,
    /// Where it began.
    pub place: Place,
    /// When.
    pub created_at: Timestamp,
}

/// Where a session is used from, as far as the requests tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The network address.
    pub address: Option<String>,
    /// How the program names itself.
    pub program: Option<String>,
}

/// The newest tokens of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// The hash of the access token.
    pub access_hash: TokenHash,
    /// When the access token runs out.
    pub access_expires_at: Timestamp,
    /// The hash of the refresh token.
    pub refresh_hash: TokenHash,
    /// When the session ends if it is not refreshed again.
    pub session_expires_at: Timestamp,
}

/// A session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The id.
    pub id: SessionId,
    /// Whose.
    pub user_id: UserId,
    /// On which device.
    pub device_id: DeviceId,
    /// The thumbprint of the key that the tokens are bound to.
    pub key_thumbprint: String,
    /// When the newest access token runs out.
    pub access_expires_at: Timestamp,
    /// When the session ends if it is not refreshed again.
    pub expires_at: Timestamp,
    /// What the domain decides on.
    pub facts: SessionFacts,
    /// What was shown in it, and when.
    pub proven: Proven,
}

#[derive(FromQueryResult)]
#[expect(
    clippy::struct_field_names,
    reason = "the prefix tells the columns of joined tables apart"
)]
pub(crate) struct Row {
    session_id: String,
    session_user_id: String,
    session_device_id: String,
    session_key_thumbprint: String,
    session_access_expires_at: i64,
    session_expires_at: i64,
    session_successor_used: bool,
    session_refreshed_at: i64,
    session_created_at: i64,
    session_ended_at: Option<i64>,
    session_factor: Option<String>,
    session_proven_at: i64,
    session_proven_for: Option<String>,
}

/// The columns of [`Row`], of a table called `s`.
pub(crate) const COLUMNS: &str = "s.id AS session_id, s.user_id AS session_user_id, \
     s.device_id AS session_device_id, s.key_thumbprint AS session_key_thumbprint, \
     s.access_expires_at AS session_access_expires_at, s.expires_at AS session_expires_at, \
     s.successor_used AS session_successor_used, s.refreshed_at AS session_refreshed_at, \
     s.created_at AS session_created_at, s.ended_at AS session_ended_at, \
     s.factor AS session_factor, s.proven_at AS session_proven_at, \
     s.proven_for AS session_proven_for";

impl TryFrom<Row> for Session {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.session_id)?,
            user_id: columns::parse(&row.session_user_id)?,
            device_id: columns::parse(&row.session_device_id)?,
            key_thumbprint: row.session_key_thumbprint,
            access_expires_at: Timestamp::from_micros(row.session_access_expires_at),
            expires_at: Timestamp::from_micros(row.session_expires_at),
            facts: SessionFacts {
                ended_at: columns::moment(row.session_ended_at),
                created_at: Timestamp::from_micros(row.session_created_at),
                refreshed_at: Timestamp::from_micros(row.session_refreshed_at),
                successor_used: row.session_successor_used,
            },
            proven: Proven {
                at: Timestamp::from_micros(row.session_proven_at),
                factor: row
                    .session_factor
                    .as_deref()
                    .map(|code| columns::code(code, FactorMethod::from_code))
                    .transpose()?,
                only: columns::parse_optional(row.session_proven_for.as_deref())?,
            },
        })
    }
}

/// Adds a session.
pub async fn insert(tx: &WriteTransaction, new: &NewSession) -> Result<(), StoreError> {
    write_behind::later(
        tx,
        &[
            "INSERT INTO sessions (id, user_id, device_id, key_thumbprint, access_hash, \
         access_expires_at, refresh_hash, expires_at, successor_used, refreshed_at, created_at, \
         proven_at, factor, address, program) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, FALSE, $9, $9, $9, $10, $11, $12)",
        ],
        vec![
            columns::id(new.id),
            columns::id(new.user_id),
            columns::id(new.device_id),
            new.key_thumbprint.as_str().into(),
            columns::bytes(&new.tokens.access_hash),
            columns::at(new.tokens.access_expires_at),
            columns::bytes(&new.tokens.refresh_hash),
            columns::at(new.tokens.session_expires_at),
            columns::at(new.created_at),
            new.factor.map(FactorMethod::code).into(),
            new.place.address.as_deref().into(),
            new.place.program.as_deref().into(),
        ],
    )
    .await
}

/// Notes that everything was shown once more.
pub async fn prove(
    tx: &WriteTransaction,
    session: SessionId,
    proven: Proven,
) -> Result<(), StoreError> {
    let sql = "UPDATE sessions SET proven_at = $2, factor = $3, proven_for = $4 WHERE id = $1";
    let values = [
        columns::id(session),
        columns::at(proven.at),
        proven.factor.map(FactorMethod::code).into(),
        proven.only.map(|only| only.to_string()).into(),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// The session of a presented refresh token, and which of its tokens it is; nobody else refreshes or
/// ends the session until the transaction ends.
///
/// A token from before the previous one counts as [`Presented::Previous`] with a used successor,
/// which it must have had.
pub async fn lock_by_refresh(
    tx: &WriteTransaction,
    refresh_hash: &TokenHash,
) -> Result<Option<(Session, Presented)>, StoreError> {
    #[derive(FromQueryResult)]
    struct RefreshRow {
        is_current: bool,
        is_previous: bool,
        #[sea_orm(nested)]
        session: Row,
    }
    let lock = match connection::for_update(tx) {
        "" => String::new(),
        lock => format!("{lock} OF s"),
    };
    let sql = format!(
        "SELECT s.refresh_hash = $1 AS is_current, \
         coalesce(s.previous_refresh_hash = $1, FALSE) AS is_previous, {COLUMNS} FROM sessions s \
         WHERE s.id = coalesce((SELECT id FROM sessions WHERE refresh_hash = $1), \
         (SELECT session_id FROM spent_refresh_tokens WHERE token_hash = $1)){lock}"
    );
    let row = connection::one::<RefreshRow>(tx, &sql, [columns::bytes(refresh_hash)]).await?;
    row.map(|row| {
        let mut session = Session::try_from(row.session)?;
        let presented = if row.is_current {
            Presented::Current
        } else {
            session.facts.successor_used |= !row.is_previous;
            Presented::Previous
        };
        Ok((session, presented))
    })
    .transpose()
}

/// Gives a session new tokens. The presented refresh token becomes the previous one.
pub async fn rotate(
    tx: &WriteTransaction,
    session: SessionId,
    presented: &TokenHash,
    tokens: &Tokens,
    place: &Place,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO spent_refresh_tokens (token_hash, session_id, spent_at) \
         VALUES ($1, $2, $3) ON CONFLICT (token_hash) DO NOTHING",
        [
            columns::bytes(presented),
            columns::id(session),
            columns::at(at),
        ],
    )
    .await?;
    connection::execute(
        tx,
        "UPDATE sessions SET access_hash = $2, access_expires_at = $3, refresh_hash = $4, \
         expires_at = $5, previous_refresh_hash = $6, successor_used = FALSE, refreshed_at = $7, \
         address = $8, program = $9 WHERE id = $1",
        [
            columns::id(session),
            columns::bytes(&tokens.access_hash),
            columns::at(tokens.access_expires_at),
            columns::bytes(&tokens.refresh_hash),
            columns::at(tokens.session_expires_at),
            columns::bytes(presented),
            columns::at(at),
            place.address.as_deref().into(),
            place.program.as_deref().into(),
        ],
    )
    .await
    .map(drop)
}

/// Notes that the newest tokens have arrived, as this access token is in use; from then on the
/// previous refresh token is dead. Nothing happens if a refresh has replaced the token meanwhile:
/// whether the newer ones have arrived is not known yet.
pub async fn mark_used(tx: &WriteTransaction, access_hash: &TokenHash) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "UPDATE sessions SET successor_used = TRUE WHERE access_hash = $1",
        [columns::bytes(access_hash)],
    )
    .await
    .map(drop)
}

/// Ends a session; keeps an earlier end.
pub async fn end(
    tx: &WriteTransaction,
    session: SessionId,
    at: Timestamp,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "UPDATE sessions SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL",
        [columns::id(session), columns::at(at)],
    )
    .await
    .map(drop)
}

/// Ends every session of a user; gives how many there were.
pub async fn end_all(
    tx: &WriteTransaction,
    user: UserId,
    at: Timestamp,
) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "UPDATE sessions SET ended_at = $2 WHERE user_id = $1 AND ended_at IS NULL",
        [columns::id(user), columns::at(at)],
    )
    .await
}

/// Ends every session of a user but one.
pub async fn end_others(
    tx: &WriteTransaction,
    user: UserId,
    but: SessionId,
    at: Timestamp,
) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "UPDATE sessions SET ended_at = $3 WHERE user_id = $1 AND id <> $2 AND ended_at IS NULL",
        [columns::id(user), columns::id(but), columns::at(at)],
    )
    .await
}

/// Whether nobody has ended a session yet; nobody does until the transaction ends.
pub async fn is_open(tx: &WriteTransaction, session: SessionId) -> Result<bool, StoreError> {
    let sql = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM (SELECT 1 FROM sessions \
         WHERE id = $1 AND ended_at IS NULL{}) AS open",
        connection::for_update(tx)
    );
    Ok(connection::number(tx, &sql, [columns::id(session)]).await? == 1)
}

/// How many users of a customer have a live session that was not refreshed since one moment, or that
/// began before another.
pub async fn count_ending(
    on: &impl Read,
    customer: CustomerId,
    refreshed_since: Timestamp,
    begun_since: Timestamp,
    now: Timestamp,
) -> Result<u64, StoreError> {
    let count = connection::number(
        on,
        "SELECT CAST(count(DISTINCT s.user_id) AS BIGINT) FROM memberships m \
         JOIN sessions s ON s.user_id = m.user_id \
         WHERE m.customer_id = $1 AND m.accepted_at IS NOT NULL AND m.deactivated_at IS NULL \
         AND m.deleted_at IS NULL AND s.ended_at IS NULL AND s.expires_at > $4 \
         AND (s.refreshed_at <= $2 OR s.created_at <= $3)",
        [
            columns::id(customer),
            columns::at(refreshed_since),
            columns::at(begun_since),
            columns::at(now),
        ],
    )
    .await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Forgets sessions that were over before a moment, with their tokens; gives how many.
pub async fn purge(tx: &WriteTransaction, before: Timestamp) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "DELETE FROM sessions WHERE expires_at < $1",
        [columns::at(before)],
    )
    .await
}
