//! What happens in the browser between a link and the proof that the app gets.

use keyholder_domain::{
    ids::{ResetLinkId, SessionId, SignInId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

mod proofs;

pub use proofs::{Proof, note_made, note_proof, person_of_sign_in, spend_proof, take_made};

/// Who asked for the link. With them the ceremony goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AskedBy {
    /// A session: to set a passkey up, or to show one once more.
    Session(SessionId),
    /// A sign-in that waits for the second factor, or for one to be set up.
    SignIn(SignInId),
    /// A sign-in that begins with a passkey, and does not know whose it is.
    PasskeySignIn(SignInId),
    /// The page of a reset link.
    Reset(ResetLinkId),
}

impl AskedBy {
    /// The columns: one of them is set.
    fn columns(self) -> [sea_orm::Value; 4] {
        let (mut session, mut sign_in, mut passkey_sign_in, mut reset) = (None, None, None, None);
        match self {
            Self::Session(id) => session = Some(id),
            Self::SignIn(id) => sign_in = Some(id),
            Self::PasskeySignIn(id) => passkey_sign_in = Some(id),
            Self::Reset(id) => reset = Some(id),
        }
        [
            columns::id_optional(session),
            columns::id_optional(sign_in),
            columns::id_optional(passkey_sign_in),
            columns::id_optional(reset),
        ]
    }
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
    /// Whose passkey; nobody yet where a sign-in begins with one.
    pub user_id: Option<UserId>,
    /// Who asked.
    pub asked_by: AskedBy,
    /// The thumbprint of the key of the device that asked; a word of the caller's where none did.
    pub key_thumbprint: String,
    /// Where the proof goes; nothing where the browser goes on by itself.
    pub return_to: Option<ReturnTo>,
    /// What the relying party has to know when the answer comes.
    pub state: String,
    /// How many wrong numbers of the app were typed.
    pub wrong_numbers: u32,
    /// Until when the link can be opened.
    pub opens_until: Timestamp,
    /// Until when the answer is taken.
    pub expires_at: Timestamp,
}

#[derive(FromQueryResult)]
struct Row {
    link_hash: Vec<u8>,
    user_id: Option<String>,
    session_id: Option<String>,
    sign_in_id: Option<String>,
    passkey_sign_in_id: Option<String>,
    reset_link_id: Option<String>,
    key_thumbprint: String,
    return_port: Option<i64>,
    return_state: Option<String>,
    state: String,
    wrong_numbers: i64,
    opens_until: i64,
    expires_at: i64,
}

impl TryFrom<Row> for Ceremony {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let session = columns::parse_optional(row.session_id.as_deref())?;
        let sign_in = columns::parse_optional(row.sign_in_id.as_deref())?;
        let alone = columns::parse_optional(row.passkey_sign_in_id.as_deref())?;
        let reset = columns::parse_optional(row.reset_link_id.as_deref())?;
        let asked_by = session
            .map(AskedBy::Session)
            .or_else(|| sign_in.map(AskedBy::SignIn))
            .or_else(|| alone.map(AskedBy::PasskeySignIn))
            .or_else(|| reset.map(AskedBy::Reset))
            .ok_or_else(|| StoreError::corrupt("a ceremony that nobody asked for"))?;
        let port = row.return_port.map(u16::try_from).transpose();
        let port = port.map_err(|_| StoreError::corrupt("a port"))?;
        Ok(Self {
            link_hash: columns::hash(&row.link_hash)?,
            user_id: columns::parse_optional(row.user_id.as_deref())?,
            asked_by,
            key_thumbprint: row.key_thumbprint,
            return_to: port
                .zip(row.return_state)
                .map(|(port, state)| ReturnTo { port, state }),
            state: row.state,
            wrong_numbers: columns::count(row.wrong_numbers)?,
            opens_until: Timestamp::from_micros(row.opens_until),
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    }
}

/// Remembers a ceremony. An earlier one that the same session, sign-in or link asked for is forgotten.
pub async fn insert(tx: &WriteTransaction, new: &Ceremony) -> Result<(), StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE session_id = $1 OR sign_in_id = $2 \
               OR passkey_sign_in_id = $3 OR reset_link_id = $4";
    connection::execute(tx, sql, new.asked_by.columns()).await?;
    let sql = "INSERT INTO passkey_ceremonies (session_id, sign_in_id, passkey_sign_in_id, \
               reset_link_id, link_hash, user_id, key_thumbprint, return_port, return_state, state, \
               wrong_numbers, opens_until, expires_at) \
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let port = new.return_to.as_ref().map(|to| i64::from(to.port));
    let state = new.return_to.as_ref().map(|to| to.state.as_str());
    let mut values = new.asked_by.columns().to_vec();
    values.extend([
        columns::bytes(&new.link_hash),
        columns::id_optional(new.user_id),
        new.key_thumbprint.as_str().into(),
        port.into(),
        state.into(),
        new.state.as_str().into(),
        i64::from(new.wrong_numbers).into(),
        columns::at(new.opens_until),
        columns::at(new.expires_at),
    ]);
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
        "SELECT link_hash, user_id, session_id, sign_in_id, passkey_sign_in_id, reset_link_id, \
         key_thumbprint, return_port, return_state, state, wrong_numbers, opens_until, expires_at \
         FROM passkey_ceremonies \
         WHERE link_hash = $1 AND expires_at > $2 AND proof_hash IS NULL{lock}"
    );
    let values = [columns::bytes(link), columns::at(now)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(Ceremony::try_from).transpose()
}

/// Counts a wrong number of the app.
pub async fn count_wrong_number(tx: &WriteTransaction, link: &TokenHash) -> Result<(), StoreError> {
    let sql =
        "UPDATE passkey_ceremonies SET wrong_numbers = wrong_numbers + 1 WHERE link_hash = $1";
    connection::execute(tx, sql, [columns::bytes(link)])
        .await
        .map(drop)
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
