//! Sign-ins, and sessions that are asked for a fresh proof, that ask another device of the person.

use std::collections::HashMap;

use keyholder_domain::{
    auth_request::{AuthRequest, AuthRequestState, Purpose},
    ids::{AuthRequestId, SessionId, SignInId, UserId},
    timestamp::Timestamp,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    sessions::Place,
    transaction::WriteTransaction,
};

/// Who asks: it answers for the request, and nobody else gets anything for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asking {
    /// A sign-in that waits for its second factor.
    SignIn(SignInId),
    /// A session that is asked for a fresh proof.
    Session(SessionId),
}

impl Asking {
    /// The column that holds it, and its value.
    fn column(self) -> (&'static str, Value) {
        match self {
            Self::SignIn(id) => ("sign_in_id", columns::id(id)),
            Self::Session(id) => ("session_id", columns::id(id)),
        }
    }
}

/// A request, with what the person is told of the side that asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredRequest {
    /// The id.
    pub id: AuthRequestId,
    /// Who is to confirm it.
    pub user_id: UserId,
    /// Who asks.
    pub asking: Asking,
    /// What for.
    pub purpose: Purpose,
    /// The thumbprint of the key of the device that asks.
    pub key_thumbprint: String,
    /// What that device is called.
    pub device_name: String,
    /// Where it is.
    pub place: Place,
    /// How the request stands.
    pub facts: AuthRequest,
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    sign_in_id: Option<String>,
    session_id: Option<String>,
    purpose: String,
    key_thumbprint: String,
    device_name: String,
    address: Option<String>,
    program: Option<String>,
    state: String,
    wrong_numbers: i64,
    raised_at: i64,
    decided_at: Option<i64>,
}

impl TryFrom<Row> for StoredRequest {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let asking = match (&row.sign_in_id, &row.session_id) {
            (Some(id), _) => Asking::SignIn(columns::parse(id)?),
            (None, id) => Asking::Session(columns::parse(id.as_deref().unwrap_or_default())?),
        };
        Ok(Self {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            asking,
            purpose: columns::parse(&row.purpose)?,
            key_thumbprint: row.key_thumbprint,
            device_name: row.device_name,
            place: Place {
                address: row.address,
                program: row.program,
            },
            facts: AuthRequest {
                raised_at: Timestamp::from_micros(row.raised_at),
                state: columns::code(&row.state, AuthRequestState::from_code)?,
                wrong_numbers: columns::count(row.wrong_numbers)?,
                decided_at: columns::moment(row.decided_at),
            },
        })
    }
}

const SELECT: &str = "SELECT id, user_id, sign_in_id, session_id, purpose, key_thumbprint, \
     device_name, address, program, state, wrong_numbers, raised_at, decided_at FROM auth_requests";

/// Whether the sign-in still waits, or the session is still there; `$1` is now.
const IS_ASKED: &str = "(EXISTS (SELECT 1 FROM waiting_sign_ins w \
     WHERE w.id = auth_requests.sign_in_id AND w.expires_at > $1) \
     OR EXISTS (SELECT 1 FROM sessions s WHERE s.id = auth_requests.session_id \
     AND s.ended_at IS NULL AND s.expires_at > $1))";

/// Raises a request, in place of whichever of the person is open.
pub async fn raise(tx: &WriteTransaction, new: &StoredRequest) -> Result<(), StoreError> {
    let sql = "UPDATE auth_requests SET state = 'superseded' WHERE user_id = $1 AND state = 'open'";
    connection::execute(tx, sql, [columns::id(new.user_id)]).await?;
    let (column, asking) = new.asking.column();
    let sql = format!(
        "INSERT INTO auth_requests (id, user_id, {column}, purpose, key_thumbprint, device_name, \
         address, program, state, wrong_numbers, raised_at, decided_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
    );
    let values = [
        columns::id(new.id),
        columns::id(new.user_id),
        asking,
        new.purpose.to_string().into(),
        new.key_thumbprint.as_str().into(),
        new.device_name.as_str().into(),
        new.place.address.as_deref().into(),
        new.place.program.as_deref().into(),
        new.facts.state.code().into(),
        i64::from(new.facts.wrong_numbers).into(),
        columns::at(new.facts.raised_at),
        columns::at_optional(new.facts.decided_at),
    ];
    connection::execute(tx, &sql, values).await.map(drop)
}

/// What counts against the limit of a person: all that was raised after a moment, or decided after it.
pub async fn since(
    on: &impl Read,
    user: UserId,
    moment: Timestamp,
) -> Result<Vec<AuthRequest>, StoreError> {
    let sql = format!("{SELECT} WHERE user_id = $1 AND (raised_at > $2 OR decided_at > $2)");
    let values = [columns::id(user), columns::at(moment)];
    let rows = connection::all::<Row>(on, &sql, values).await?;
    let facts = |row| StoredRequest::try_from(row).map(|request| request.facts);
    rows.into_iter().map(facts).collect()
}

/// A request of whoever asks.
pub async fn of(
    on: &impl Read,
    asking: Asking,
    id: AuthRequestId,
) -> Result<Option<StoredRequest>, StoreError> {
    let (column, asking) = asking.column();
    let sql = format!("{SELECT} WHERE id = $1 AND {column} = $2");
    let values = [columns::id(id), asking];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(StoredRequest::try_from).transpose()
}

/// A request of a person, whose sign-in still waits, or whose session is still there.
pub async fn of_user(
    on: &impl Read,
    user: UserId,
    id: AuthRequestId,
    now: Timestamp,
) -> Result<Option<StoredRequest>, StoreError> {
    let sql = format!("{SELECT} WHERE id = $2 AND user_id = $3 AND {IS_ASKED}");
    let values = [columns::at(now), columns::id(id), columns::id(user)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(StoredRequest::try_from).transpose()
}

/// The request of a person that waits for an answer, if somebody still waits for it. Whether its time
/// is over is for the rule to say.
pub async fn open(
    on: &impl Read,
    user: UserId,
    now: Timestamp,
) -> Result<Option<StoredRequest>, StoreError> {
    let sql = format!(
        "{SELECT} WHERE user_id = $2 AND state = 'open' AND {IS_ASKED} \
         ORDER BY raised_at DESC, id DESC LIMIT 1"
    );
    let values = [columns::at(now), columns::id(user)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(StoredRequest::try_from).transpose()
}

#[derive(FromQueryResult)]
struct WaitingRow {
    user_id: String,
    id: String,
    wrong_numbers: i64,
}

/// The requests of everybody that were raised after a moment and wait for an answer, each with how many
/// wrong numbers were typed.
pub async fn waiting(
    on: &impl Read,
    after: Timestamp,
    now: Timestamp,
) -> Result<HashMap<UserId, (AuthRequestId, u32)>, StoreError> {
    let sql = format!(
        "SELECT user_id, id, wrong_numbers FROM auth_requests \
         WHERE raised_at > $2 AND state = 'open' AND {IS_ASKED}"
    );
    let values = [columns::at(now), columns::at(after)];
    let rows = connection::all::<WaitingRow>(on, &sql, values).await?;
    let read = |row: WaitingRow| {
        let request = (columns::parse(&row.id)?, columns::count(row.wrong_numbers)?);
        Ok((columns::parse(&row.user_id)?, request))
    };
    rows.into_iter().map(read).collect()
}

/// Notes what an answer led to. `false` if somebody else answered meanwhile.
pub async fn note(
    tx: &WriteTransaction,
    id: AuthRequestId,
    facts: AuthRequest,
) -> Result<bool, StoreError> {
    let sql = "UPDATE auth_requests SET state = $2, wrong_numbers = $3, decided_at = $4 \
               WHERE id = $1 AND state = 'open'";
    let values = [
        columns::id(id),
        facts.state.code().into(),
        i64::from(facts.wrong_numbers).into(),
        columns::at_optional(facts.decided_at),
    ];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Takes an approved request of whoever asks. `false` if somebody else did.
pub async fn take(
    tx: &WriteTransaction,
    asking: Asking,
    id: AuthRequestId,
) -> Result<bool, StoreError> {
    let (column, asking) = asking.column();
    let sql =
        format!("DELETE FROM auth_requests WHERE id = $1 AND {column} = $2 AND state = 'approved'");
    let values = [columns::id(id), asking];
    Ok(connection::execute(tx, &sql, values).await? == 1)
}

/// Closes what is asked by a sign-in, or a session, that has gone on by another way.
pub async fn close(tx: &WriteTransaction, asking: Asking) -> Result<(), StoreError> {
    let (column, asking) = asking.column();
    let sql = format!(
        "UPDATE auth_requests SET state = 'superseded' WHERE {column} = $1 AND state = 'open'"
    );
    connection::execute(tx, &sql, [asking]).await.map(drop)
}

/// Forgets what was raised and decided at a moment or before.
pub async fn purge(tx: &WriteTransaction, until: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM auth_requests \
               WHERE raised_at <= $1 AND (decided_at IS NULL OR decided_at <= $1)";
    connection::execute(tx, sql, [columns::at(until)]).await
}
