//! What comes of a ceremony: a proof, which is brought back once.

use keyholder_domain::{
    ids::{PasskeyId, SignInId, UserId},
    timestamp::Timestamp,
};
use sea_orm::FromQueryResult;

use crate::{
    TokenHash, columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// What came of a ceremony.
#[derive(Clone, Copy, Debug)]
pub struct Proof<'a> {
    /// The hash of what the page hands on.
    pub hash: &'a TokenHash,
    /// The passkey that was shown, and whose it is; nothing where one is set up.
    pub shown: Option<(UserId, PasskeyId)>,
    /// Until when it counts.
    pub expires_at: Timestamp,
}

/// Notes the proof that will be brought. The link is worth nothing any more.
pub async fn note_proof(
    tx: &WriteTransaction,
    link: &TokenHash,
    proof: Proof<'_>,
) -> Result<(), StoreError> {
    let sql = "UPDATE passkey_ceremonies SET proof_hash = $2, expires_at = $3, passkey_id = $4, \
               user_id = coalesce($5, user_id) WHERE link_hash = $1";
    let values = [
        columns::bytes(link),
        columns::bytes(proof.hash),
        columns::at(proof.expires_at),
        columns::id_optional(proof.shown.map(|(_, passkey)| passkey)),
        columns::id_optional(proof.shown.map(|(user, _)| user)),
    ];
    connection::execute(tx, sql, values).await.map(drop)
}

/// Notes what was made in a sign-in that sets a passkey up, and the proof that the app will bring for it.
pub async fn note_made(
    tx: &WriteTransaction,
    link: &TokenHash,
    made: &str,
    proof: Proof<'_>,
) -> Result<(), StoreError> {
    let sql = "UPDATE passkey_ceremonies SET state = $2 WHERE link_hash = $1";
    let values = [columns::bytes(link), made.into()];
    connection::execute(tx, sql, values).await?;
    note_proof(tx, link, proof).await
}

#[derive(FromQueryResult)]
struct StateRow {
    state: String,
}

/// Takes what was made in this sign-in, once and for the device that began it.
pub async fn take_made(
    tx: &WriteTransaction,
    sign_in: SignInId,
    key_thumbprint: &str,
    proof: &TokenHash,
    now: Timestamp,
) -> Result<Option<String>, StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE proof_hash = $1 AND sign_in_id = $2 \
               AND key_thumbprint = $3 AND expires_at > $4 AND passkey_id IS NULL RETURNING state";
    let values = [
        columns::bytes(proof),
        columns::id(sign_in),
        key_thumbprint.into(),
        columns::at(now),
    ];
    let row = connection::one::<StateRow>(tx, sql, values).await?;
    Ok(row.map(|row| row.state))
}

#[derive(FromQueryResult)]
struct PersonRow {
    user_id: Option<String>,
}

/// Whose passkey a proof of a sign-in that began without a name is about.
pub async fn person_of_sign_in(
    on: &impl Read,
    sign_in: SignInId,
    proof: &TokenHash,
    now: Timestamp,
) -> Result<Option<UserId>, StoreError> {
    let sql = "SELECT user_id FROM passkey_ceremonies WHERE proof_hash = $1 \
               AND passkey_sign_in_id = $2 AND expires_at > $3";
    let values = [
        columns::bytes(proof),
        columns::id(sign_in),
        columns::at(now),
    ];
    let row = connection::one::<PersonRow>(on, sql, values).await?;
    columns::parse_optional(row.and_then(|row| row.user_id).as_deref())
}

/// Spends the proof of a passkey of this person that their device asked for. `false` if there is none, also
/// where the passkey was taken away since.
pub async fn spend_proof(
    tx: &WriteTransaction,
    user: UserId,
    key_thumbprint: &str,
    proof: &TokenHash,
    now: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "DELETE FROM passkey_ceremonies WHERE proof_hash = $1 AND user_id = $2 \
               AND key_thumbprint = $3 AND expires_at > $4 AND passkey_id IS NOT NULL";
    let values = [
        columns::bytes(proof),
        columns::id(user),
        key_thumbprint.into(),
        columns::at(now),
    ];
    Ok(connection::execute(tx, sql, values).await? == 1)
}
