//! Authenticator apps that people have set up, and those that wait for their first code. Secrets
//! arrive sealed.

use keyholder_domain::{
    ids::{AuthenticatorId, CustomerId, SessionId, UserId},
    second_factor::time_code::{CodeDigits, TimeCodeAlgorithm},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// What codes are made from.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeSource {
    /// The hash function.
    pub algorithm: TimeCodeAlgorithm,
    /// How many digits.
    pub digits: CodeDigits,
    /// The secret, sealed for the person.
    pub sealed_secret: Vec<u8>,
}

impl std::fmt::Debug for CodeSource {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CodeSource")
            .field("algorithm", &self.algorithm)
            .field("digits", &self.digits)
            .finish_non_exhaustive()
    }
}

/// An authenticator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authenticator {
    /// The id.
    pub id: AuthenticatorId,
    /// Whose.
    pub user_id: UserId,
    /// What its owner calls it.
    pub name: String,
    /// What its codes are made from.
    pub source: CodeSource,
    /// The step of the newest code that was taken.
    pub last_step: u64,
    /// When it was set up.
    pub created_at: Timestamp,
    /// When a code of it was last taken.
    pub last_used_at: Timestamp,
    /// Whether its key lies in the vault of the app.
    pub built_in: bool,
}

/// An authenticator that waits for its first code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The id that the authenticator will have.
    pub id: AuthenticatorId,
    /// Whose.
    pub user_id: UserId,
    /// The session that began it.
    pub session_id: SessionId,
    /// What its codes are made from.
    pub source: CodeSource,
    /// Until when it waits.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
pub(crate) struct SourceRow {
    algorithm: String,
    digits: i64,
    sealed_secret: Vec<u8>,
}

impl TryFrom<SourceRow> for CodeSource {
    type Error = StoreError;

    fn try_from(row: SourceRow) -> Result<Self, StoreError> {
        let digits = u8::try_from(row.digits).ok();
        Ok(Self {
            algorithm: columns::code(&row.algorithm, TimeCodeAlgorithm::from_code)?,
            digits: digits
                .and_then(CodeDigits::from_number)
                .ok_or_else(|| StoreError::corrupt("a number of digits"))?,
            sealed_secret: row.sealed_secret,
        })
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    name: String,
    last_step: i64,
    created_at: i64,
    last_used_at: i64,
    built_in: bool,
    #[sea_orm(nested)]
    source: SourceRow,
}

impl TryFrom<Row> for Authenticator {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            name: row.name,
            source: row.source.try_into()?,
            last_step: u64::try_from(row.last_step)
                .map_err(|_| StoreError::corrupt("a step before 1970"))?,
            created_at: Timestamp::from_micros(row.created_at),
            last_used_at: Timestamp::from_micros(row.last_used_at),
            built_in: row.built_in,
        })
    }
}

/// The authenticators of a person, the oldest first.
pub async fn of_user(on: &impl Read, user: UserId) -> Result<Vec<Authenticator>, StoreError> {
    let sql = "SELECT id, user_id, name, algorithm, digits, sealed_secret, last_step, created_at, \
               last_used_at, built_in FROM authenticators WHERE user_id = $1 ORDER BY created_at, id";
    let rows = connection::all::<Row>(on, sql, [columns::id(user)]).await?;
    rows.into_iter().map(Authenticator::try_from).collect()
}

/// Adds an authenticator.
pub async fn insert(tx: &WriteTransaction, new: &Authenticator) -> Result<(), StoreError> {
    tx.touch_user(new.user_id);
    let sql = "INSERT INTO authenticators (id, user_id, name, algorithm, digits, sealed_secret, \
               last_step, created_at, last_used_at, built_in) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let values = [
        columns::id(new.id),
        columns::id(new.user_id),
        new.name.as_str().into(),
        new.source.algorithm.code().into(),
        i64::from(new.source.digits.number()).into(),
        columns::bytes(&new.source.sealed_secret),
        step(new.last_step).into(),
        columns::at(new.created_at),
        columns::at(new.last_used_at),
        new.built_in.into(),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Takes the code of a step. `false` if that step, or a later one, was taken before: then the code is
/// worth nothing.
pub async fn take_step(
    tx: &WriteTransaction,
    authenticator: AuthenticatorId,
    taken: u64,
    at: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "UPDATE authenticators SET last_step = $2, last_used_at = $3 \
               WHERE id = $1 AND last_step < $2";
    let values = [
        columns::id(authenticator),
        step(taken).into(),
        columns::at(at),
    ];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Notes that the key of an authenticator lies in the vault of the app.
pub async fn note_built_in(
    tx: &WriteTransaction,
    authenticator: AuthenticatorId,
) -> Result<(), StoreError> {
    let sql = "UPDATE authenticators SET built_in = TRUE WHERE id = $1";
    let values = [columns::id(authenticator)];
    connection::execute(tx, sql, values).await.map(drop)
}

/// How many members of a customer have set up nothing but authenticators that are built into the app.
pub async fn count_built_in_only(on: &impl Read, customer: CustomerId) -> Result<u64, StoreError> {
    let sql = "SELECT CAST(count(*) AS BIGINT) FROM memberships m WHERE m.customer_id = $1 \
               AND m.accepted_at IS NOT NULL AND m.deactivated_at IS NULL \
               AND m.deleted_at IS NULL \
               AND EXISTS (SELECT 1 FROM authenticators a WHERE a.user_id = m.user_id) \
               AND NOT EXISTS (SELECT 1 FROM authenticators a \
               WHERE a.user_id = m.user_id AND NOT a.built_in) \
               AND NOT EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = m.user_id)";
    let count = connection::number(on, sql, [columns::id(customer)]).await?;
    Ok(u64::try_from(count).unwrap_or(0))
}

/// Gives an authenticator of a person another name. `false` if there is none of theirs.
pub async fn rename(
    tx: &WriteTransaction,
    user: UserId,
    authenticator: AuthenticatorId,
    name: &str,
) -> Result<bool, StoreError> {
    let sql = "UPDATE authenticators SET name = $3 WHERE id = $2 AND user_id = $1";
    let values = [columns::id(user), columns::id(authenticator), name.into()];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Takes an authenticator of a person away. `false` if there is none of theirs.
pub async fn remove(
    tx: &WriteTransaction,
    user: UserId,
    authenticator: AuthenticatorId,
) -> Result<bool, StoreError> {
    tx.touch_user(user);
    let sql = "DELETE FROM authenticators WHERE id = $2 AND user_id = $1";
    let values = [columns::id(user), columns::id(authenticator)];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Remembers a set-up. An earlier one of the same session is forgotten.
pub async fn begin_setup(tx: &WriteTransaction, setup: &Setup) -> Result<(), StoreError> {
    let sql = "DELETE FROM authenticator_setups WHERE session_id = $1";
    connection::execute(tx, sql, [columns::id(setup.session_id)]).await?;
    let sql = "INSERT INTO authenticator_setups (id, user_id, session_id, algorithm, digits, \
               sealed_secret, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        columns::id(setup.id),
        columns::id(setup.user_id),
        columns::id(setup.session_id),
        setup.source.algorithm.code().into(),
        i64::from(setup.source.digits.number()).into(),
        columns::bytes(&setup.source.sealed_secret),
        columns::at(setup.expires_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// A set-up of a session whose time is not over.
pub async fn find_setup(
    on: &impl Read,
    session: SessionId,
    id: AuthenticatorId,
    now: Timestamp,
) -> Result<Option<Setup>, StoreError> {
    #[derive(FromQueryResult)]
    struct SetupRow {
        id: String,
        user_id: String,
        session_id: String,
        expires_at: i64,
        #[sea_orm(nested)]
        source: SourceRow,
    }
    let sql = "SELECT id, user_id, session_id, algorithm, digits, sealed_secret, expires_at \
               FROM authenticator_setups WHERE id = $1 AND session_id = $2 AND expires_at > $3";
    let values = [columns::id(id), columns::id(session), columns::at(now)];
    let row = connection::one::<SetupRow>(on, sql, values).await?;
    row.map(|row| {
        Ok(Setup {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            session_id: columns::parse(&row.session_id)?,
            source: row.source.try_into()?,
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    })
    .transpose()
}

/// Takes a set-up. `false` if it was taken before: then nothing else may happen.
pub async fn take_setup(tx: &WriteTransaction, id: AuthenticatorId) -> Result<bool, StoreError> {
    let sql = "DELETE FROM authenticator_setups WHERE id = $1";
    Ok(connection::execute(tx, sql, [columns::id(id)]).await? == 1)
}

/// Forgets set-ups that waited for too long.
pub async fn purge_setups(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM authenticator_setups WHERE expires_at <= $1";
    connection::execute(tx, sql, [columns::at(now)]).await
}

/// Steps are seconds since 1970 by thirty: they fit for longer than moments do.
fn step(step: u64) -> i64 {
    i64::try_from(step).unwrap_or(i64::MAX)
}
