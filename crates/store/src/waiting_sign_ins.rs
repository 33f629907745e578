//! Sign-ins that wait for their next step.

use keyholder_domain::{
    ids::{SignInId, UserId},
    second_factor::{FactorMethod, mailed_code::Sent},
    sign_in::Shown,
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A sign-in whose password was right, or for which another provider vouched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingSignIn {
    /// The id.
    pub id: SignInId,
    /// Who.
    pub user_id: UserId,
    /// The thumbprint of the key of the device that began.
    pub key_thumbprint: String,
    /// What the person calls the device.
    pub device_name: String,
    /// Whether another provider stood in for the password.
    pub external: bool,
    /// The second factor that was shown.
    pub factor: Option<FactorMethod>,
    /// How many wrong codes were typed.
    pub wrong_codes: u32,
    /// The newest code that was mailed for it.
    pub mailed: Option<Sent>,
    /// Until when the step can be taken.
    pub expires_at: Timestamp,
}

impl WaitingSignIn {
    /// What the run has shown.
    pub fn shown(&self) -> Shown {
        Shown {
            password: !self.external,
            external: self.external,
            // Such a run has nothing to wait for.
            passkey: false,
            factor: self.factor,
        }
    }
}

#[derive(FromQueryResult)]
struct Row {
    id: String,
    user_id: String,
    key_thumbprint: String,
    device_name: String,
    external: bool,
    factor: Option<String>,
    wrong_codes: i64,
    mailed_number: i64,
    mailed_at: Option<i64>,
    expires_at: i64,
}

const COLUMNS: &str = "id, user_id, key_thumbprint, device_name, external, factor, wrong_codes, \
     mailed_number, mailed_at, expires_at";

/// Remembers a sign-in. An earlier one of the same person on the same device is forgotten.
pub async fn insert(tx: &WriteTransaction, waiting: &WaitingSignIn) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE user_id = $1 AND key_thumbprint = $2",
        [
            columns::id(waiting.user_id),
            waiting.key_thumbprint.as_str().into(),
        ],
    )
    .await?;
    connection::execute(
        tx,
        "INSERT INTO waiting_sign_ins (id, user_id, key_thumbprint, device_name, expires_at, \
         factor, mailed_number, mailed_at, external) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        [
            columns::id(waiting.id),
            columns::id(waiting.user_id),
            waiting.key_thumbprint.as_str().into(),
            waiting.device_name.as_str().into(),
            columns::at(waiting.expires_at),
            waiting.factor.map(FactorMethod::code).into(),
            i64::from(waiting.mailed.map_or(0, |sent| sent.number)).into(),
            columns::at_optional(waiting.mailed.map(|sent| sent.at)),
            waiting.external.into(),
        ],
    )
    .await
    .map(drop)
}

/// The sign-in, if the device of this key began it and its time is not over.
pub async fn find(
    on: &impl Read,
    id: SignInId,
    key_thumbprint: &str,
    now: Timestamp,
) -> Result<Option<WaitingSignIn>, StoreError> {
    load(on, (id, key_thumbprint, now), "").await
}

/// As [`find`]; nobody else takes a step of it until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    id: SignInId,
    key_thumbprint: &str,
    now: Timestamp,
) -> Result<Option<WaitingSignIn>, StoreError> {
    load(tx, (id, key_thumbprint, now), connection::for_update(tx)).await
}

async fn load(
    on: &impl Read,
    (id, key_thumbprint, now): (SignInId, &str, Timestamp),
    lock: &str,
) -> Result<Option<WaitingSignIn>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM waiting_sign_ins \
         WHERE id = $1 AND key_thumbprint = $2 AND expires_at > $3{lock}"
    );
    let values = [columns::id(id), key_thumbprint.into(), columns::at(now)];
    let row = connection::one::<Row>(on, &sql, values).await?;
    row.map(|row| {
        Ok(WaitingSignIn {
            id: columns::parse(&row.id)?,
            user_id: columns::parse(&row.user_id)?,
            key_thumbprint: row.key_thumbprint,
            device_name: row.device_name,
            external: row.external,
            factor: row
                .factor
                .as_deref()
                .map(|code| columns::code(code, FactorMethod::from_code))
                .transpose()?,
            wrong_codes: columns::count(row.wrong_codes)?,
            mailed: mailed(row.mailed_number, row.mailed_at)?,
            expires_at: Timestamp::from_micros(row.expires_at),
        })
    })
    .transpose()
}

fn mailed(number: i64, at: Option<i64>) -> Result<Option<Sent>, StoreError> {
    let number = columns::count(number)?;
    Ok(columns::moment(at).map(|at| Sent { number, at }))
}

/// Notes that a code was mailed: only this one counts from now on. The sign-in waits as long as it does.
pub async fn note_mailed(
    tx: &WriteTransaction,
    id: SignInId,
    sent: Sent,
) -> Result<(), StoreError> {
    let sql = "UPDATE waiting_sign_ins SET mailed_number = $2, mailed_at = $3, expires_at = $4 \
               WHERE id = $1";
    let values = [
        columns::id(id),
        i64::from(sent.number).into(),
        columns::at(sent.at),
        columns::at(sent.expires_at()),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Counts a wrong code.
pub async fn count_wrong_code(tx: &WriteTransaction, id: SignInId) -> Result<(), StoreError> {
    let sql = "UPDATE waiting_sign_ins SET wrong_codes = wrong_codes + 1 WHERE id = $1";
    connection::execute(tx, sql, [columns::id(id)])
        .await
        .map(drop)
}

/// Notes that the second factor was shown, and how long the next step may take.
pub async fn note_factor(
    tx: &WriteTransaction,
    id: SignInId,
    factor: FactorMethod,
    expires_at: Timestamp,
) -> Result<(), StoreError> {
    let sql = "UPDATE waiting_sign_ins SET factor = $2, expires_at = $3 WHERE id = $1";
    let values = [
        columns::id(id),
        factor.code().into(),
        columns::at(expires_at),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Takes the step. `false` if it was taken before, or the password was changed meanwhile: then
/// nothing else may happen.
pub async fn take(tx: &WriteTransaction, id: SignInId) -> Result<bool, StoreError> {
    let touched = connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE id = $1",
        [columns::id(id)],
    )
    .await?;
    Ok(touched == 1)
}

/// Ends every sign-in of a person that waits, whatever it has shown.
pub async fn end_all(tx: &WriteTransaction, user: UserId) -> Result<(), StoreError> {
    let sql = "DELETE FROM waiting_sign_ins WHERE user_id = $1";
    connection::execute(tx, sql, [columns::id(user)])
        .await
        .map(drop)
}

/// Forgets what waited for too long.
pub async fn purge(tx: &WriteTransaction, now: Timestamp) -> Result<u64, StoreError> {
    connection::execute(
        tx,
        "DELETE FROM waiting_sign_ins WHERE expires_at <= $1",
        [columns::at(now)],
    )
    .await
}
