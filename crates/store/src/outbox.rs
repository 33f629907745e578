//! Mail that waits to be sent. It is written in the transaction of the change that causes it.

use keyholder_domain::{ids::MailId, timestamp::Timestamp};
use sea_orm::FromQueryResult;

use crate::{
    columns,
    connection::{self, Read},
    error::StoreError,
    transaction::WriteTransaction,
};

/// A mail as the server describes it to itself; opaque here. It holds what a one-time link is made
/// from, never the link, and is erased once the mail was sent.
#[derive(Clone, PartialEq, Eq)]
pub struct NewMail {
    /// The id.
    pub id: MailId,
    /// Address, kind and values, as JSON.
    pub letter: String,
    /// When it was written; it is due at once.
    pub created_at: Timestamp,
}

impl std::fmt::Debug for NewMail {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("NewMail")
            .field("id", &self.id)
            .finish_non_exhaustive()
    }
}

/// A mail that was taken for sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueMail {
    /// The mail.
    pub mail: NewMail,
    /// How many attempts were made, this one included.
    pub attempts: u32,
}

/// Puts a mail into the queue.
pub async fn insert(tx: &WriteTransaction, mail: &NewMail) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO outbox (id, letter, created_at, due_at, attempts) \
         VALUES ($1, $2, $3, $3, 0)",
        [
            columns::id(mail.id),
            mail.letter.as_str().into(),
            columns::at(mail.created_at),
        ],
    )
    .await
    .map(drop)
}

/// Takes mails that are due, oldest first, and puts them off until `retry_at`, so that nobody else
/// takes them meanwhile and none is lost if the sender stops. Commit before sending.
pub async fn claim_due(
    tx: &WriteTransaction,
    now: Timestamp,
    retry_at: Timestamp,
    limit: u16,
) -> Result<Vec<DueMail>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        letter: String,
        created_at: i64,
        attempts: i64,
    }
    let skip = match connection::for_update(tx) {
        "" => String::new(),
        lock => format!("{lock} SKIP LOCKED"),
    };
    let sql = format!(
        "UPDATE outbox SET due_at = $2, attempts = attempts + 1 WHERE id IN \
         (SELECT id FROM outbox WHERE due_at <= $1 AND sent_at IS NULL AND failed_at IS NULL \
         ORDER BY due_at, id LIMIT $3{skip}) \
         RETURNING id, letter, created_at, attempts"
    );
    let values = [
        columns::at(now),
        columns::at(retry_at),
        i64::from(limit).into(),
    ];
    let mut rows = connection::all::<Row>(tx, &sql, values).await?;
    rows.sort_by(|a, b| (a.created_at, &a.id).cmp(&(b.created_at, &b.id)));
    rows.into_iter()
        .map(|row| {
            Ok(DueMail {
                mail: NewMail {
                    id: columns::parse(&row.id)?,
                    letter: row.letter,
                    created_at: Timestamp::from_micros(row.created_at),
                },
                attempts: columns::count(row.attempts)?,
            })
        })
        .collect()
}

/// Notes that a mail was handed over, and erases it.
pub async fn mark_sent(tx: &WriteTransaction, id: MailId, at: Timestamp) -> Result<(), StoreError> {
    finish(tx, "sent_at", id, at, None).await
}

/// Notes that a mail cannot be delivered, and erases it.
pub async fn mark_failed(
    tx: &WriteTransaction,
    id: MailId,
    at: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    finish(tx, "failed_at", id, at, Some(error)).await
}

async fn finish(
    tx: &WriteTransaction,
    column: &'static str,
    id: MailId,
    at: Timestamp,
    error: Option<&str>,
) -> Result<(), StoreError> {
    let sql = format!(
        "UPDATE outbox SET {column} = $2, last_error = $3, letter = '' \
         WHERE id = $1"
    );
    let values = [
        columns::id(id),
        columns::at(at),
        error.map(str::to_owned).into(),
    ];
    connection::execute(tx, &sql, values).await.map(drop)
}

/// Notes why an attempt failed, and when to try again.
pub async fn retry_later(
    tx: &WriteTransaction,
    id: MailId,
    due_at: Timestamp,
    error: &str,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "UPDATE outbox SET due_at = $2, last_error = $3 \
         WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL",
        [columns::id(id), columns::at(due_at), error.into()],
    )
    .await
    .map(drop)
}

/// When the next mail is due, if any waits.
pub async fn next_due(on: &impl Read) -> Result<Option<Timestamp>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        due_at: i64,
    }
    let row = connection::one::<Row>(
        on,
        "SELECT due_at FROM outbox WHERE sent_at IS NULL AND failed_at IS NULL \
         ORDER BY due_at, id LIMIT 1",
        [],
    )
    .await?;
    Ok(row.map(|row| Timestamp::from_micros(row.due_at)))
}

/// The mails that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Queue {
    /// How many.
    pub waiting: u32,
    /// When the oldest of them was written.
    pub oldest: Option<Timestamp>,
}

/// How many mails wait, and since when.
pub async fn queue(on: &impl Read) -> Result<Queue, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        waiting: i64,
        oldest: Option<i64>,
    }
    let row = connection::one::<Row>(
        on,
        "SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest FROM outbox \
         WHERE sent_at IS NULL AND failed_at IS NULL",
        [],
    )
    .await?;
    let (waiting, oldest) = row.map_or((0, None), |row| (row.waiting, row.oldest));
    Ok(Queue {
        waiting: columns::count(waiting)?,
        oldest: oldest.map(Timestamp::from_micros),
    })
}

/// Forgets mails that were written before a moment, sent or not: an answer of a mail server may quote
/// an address, and a mail that nobody could send for so long is worth nothing. Gives how many.
pub async fn purge(tx: &WriteTransaction, before: Timestamp) -> Result<u64, StoreError> {
    let sql = "DELETE FROM outbox WHERE created_at <= $1";
    connection::execute(tx, sql, [columns::at(before)]).await
}
