//! Letters in the outbox.

use keyholder_domain::{ids::MailId, timestamp::Timestamp};
use keyholder_store::{
    WriteTransaction,
    outbox::{self, NewMail},
};

use super::letter::Letter;
use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// Puts a letter into the outbox, in the transaction that causes it.
pub(crate) async fn post(
    tx: &WriteTransaction,
    app: &App,
    letter: &Letter,
    now: Timestamp,
) -> ApiResult<()> {
    let mail = NewMail {
        id: MailId::from_uuid(app.random.uuid(now)),
        letter: serde_json::to_string(letter).map_err(ApiError::internal)?,
        created_at: now,
    };
    outbox::insert(tx, &mail).await?;
    Ok(())
}
