//! What happens in the browser between a link and the proof that the app gets.

use keyholder_domain::{
    ids::{SessionId, SignInId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// Who asked for the link. With them the ceremony goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    /// A session: to set a passkey up, or to show one once more.
    Session(SessionId),
    /// A sign-in that waits for the second factor.
    SignIn(SignInId),
}

/// Where the browser hands the proof to the app.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnTo {
    /// A port of the machine that the browser runs on.
    pub port: u16,
    /// The word by which the app knows its own return.
    pub state: String,
}

/// A ceremony.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ceremony {
    /// The hash of the link.
    pub link_hash: TokenHash,
    /// Whose passkey.
    pub user_id: UserId,
    /// Who asked.
    pub asked_by: AskedBy,
    /// The thumbprint of the key of the device that asked.
    pub key_thumbprint: String,
    /// Where the proof goes; nothing where a passkey is set up.
    pub return_to: Option<ReturnTo>,
    /// What the relying party has to know when the answer comes.
    pub state: String,
    /// Until when the link can be opened.
    pub opens_until: Timestamp,
    /// Until when the answer is taken.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    link_hash: Vec<u8>,
    user_id: String,
    session_id: Option<String>,
    sign_in_id: Option<String>,
    key_thumbprint: String,
    return_port: Option<i64>,
    return_state: Option<String>,
    state: String,
    opens_until: i64,
    expires_at: i64,
}

impl TryFrom<Row> for Ceremony {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let session = columns::parse_optional(row.session_id.as_deref())?;
        let sign_in = columns::parse_optional(row.sign_in_id.as_deref())?;
        let asked_by = session
            .map(AskedBy::Session)
            .or_else(|| sign_in.map(AskedBy::SignIn))
            .ok_or_else(|| StoreError::corrupt("a ceremony that nobody asked for"))?;
        let port = row.return_port.map(u16::try_from).transpose();
        let port = port.map_err(|_| StoreError::corrupt("a port"))?;
        Ok(Self {
            link_hash: columns::hash(&row.link_hash)?,
            user_id: columns::parse(&row.user_id)?,
            asked_by,
            key_thumbprint: row.key_thumbprint,
            return_to: port
                .zip(row.return_state)
                .map(|(port, state)| ReturnTo { port, state }),
            state: row.state,
            opens_until: Timestamp::from_micros(row.opens_until),
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    }
}

/// Remembers a ceremony. An earlier one that the same session or sign-in asked for is forgotten.
pub async fn insert(tx: &WriteTransaction, new: &Ceremony) -> Result<(), StoreError> {
    let (session, sign_in) = match new.asked_by {
        AskedBy::Session(session) => (Some(session), None),
        AskedBy::SignIn(sign_in) => (None, Some(sign_in)),
    };
    let sql = "DELETE FROM passkey_ceremonies WHERE session_id = $1 OR sign_in_id = $2";
    let asked_by = [columns::id_optional(session), columns::id_optional(sign_in)];
    connection::execute(tx, sql, asked_by).await?;
    let sql = "INSERT INTO passkey_ceremonies (link_hash, user_id, session_id, sign_in_id, \
               key_thumbprint, return_port, return_state, state, opens_until, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    let port = new.return_to.as_ref().map(|to| i64::from(to.port));
    let state = new.return_to.as_ref().map(|to| to.state.as_str());
    let values = [
        columns::bytes(&new.link_hash),
        columns::id(new.user_id),
        columns::id_optional(session),
        columns::id_optional(sign_in),
        new.key_thumbprint.as_str().into(),
        port.into(),
        state.into(),
        new.state.as_str().into(),
        columns::at(new.opens_until),
        columns::at(new.expires_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// The ceremony of a link whose answer is still awaited.
pub async fn find(
    on: &impl Read,
    link: &TokenHash,
    now: Timestamp,
) -> Result<Option<Ceremony>, StoreError> {
    load(on, link, now, "").await
}

/// As [`find`]; nobody else answers it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    link: &TokenHash,
    now: Timestamp,
) -> Result<Option<Ceremony>, StoreError> {
    load(tx, link, now, connection::for_update(tx)).await
}

async fn load(
    on: &impl Read,
    link: &TokenHash,
    now: Timestamp,
    lock: &str,
) -> Result<Option<Ceremony>, StoreError> {
    let sql = format!(
        "SELECT link_hash, user_id, session_id, sign_in_id, key_thumbprint, return_port, \
         return_state, state, opens_until, expires_at FROM passkey_ceremonies \
         WHERE link_hash = $1 AND expires_at > $2 AND proof_hash IS NULL{lock}"
    );
    let values = [columns::bytes(link), columns::at(now)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(Ceremony::try_from).transpose()
}

/// Notes the proof that the app will bring, and until when it counts. The link is worth nothing any more.
pub async fn note_proof(
    tx: &WriteTransaction,
    link: &TokenHash,
    proof: &TokenHash,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE passkey_ceremonies SET proof_hash = $2, expires_at = $3 WHERE link_hash = $1";
    let values = [
        columns::bytes(link),
        columns::bytes(proof),
        columns::at(expires_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Spends the proof of a ceremony that this person's device asked for. `false` if there is none.
pub async fn spend_proof(
    tx: &WriteTransaction,
    user: UserId,
    key_thumbprint: &str,
    proof: &TokenHash,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE proof_hash = $1 AND user_id = $2 \
               AND key_thumbprint = $3 AND expires_at > $4";
    let values = [
        columns::bytes(proof),
        columns::id(user),
        key_thumbprint.into(),
        columns::at(now),
    ];
    Ok(connection::execute(tx, sql, values).await? == 1)
}

/// Takes a ceremony away. `false` if somebody else did.
pub async fn remove(tx: &WriteTransaction, link: &TokenHash) -> Result<bool, StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE link_hash = $1";
    Ok(connection::execute(tx, sql, [columns::bytes(link)]).await? == 1)
}

/// Forgets what waited for too long.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE expires_at <= $1";
    connection::execute(tx, sql, [columns::at(now)]).await
}
