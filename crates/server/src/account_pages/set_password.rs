//! Setting the first password, which activates the person (S41, C16).

use keyholder_contract::problem::{FieldCode, FieldError};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction, credentials, invitations, memberships, second_factors, users,
};
use serde_json::json;
use zeroize::Zeroizing;

use super::opened::{self, Opened};
use crate::{
    App,
    audit::{Entry, record},
    http::{ApiResult, field_error},
    invitations::link::LinkToken,
    new_password,
};

/// What came of it.
pub(super) enum Outcome {
    /// The person can sign in.
    Done,
    /// The password will not do; the link still works.
    Refused(Vec<FieldError>),
    /// The link was used or replaced meanwhile.
    Unusable,
}

/// Checks the password, spends the link and activates the person.
pub(super) async fn set_password(
    app: &App,
    token: &LinkToken,
    opened: &Opened,
    password: &Zeroizing<String>,
    repeat: &Zeroizing<String>,
) -> ApiResult<Outcome> {
    let user = &opened.subject.user;
    let faults = new_password::faults(app, user, &opened.demands, password, "password").await?;
    let faults: Vec<_> = faults
        .into_iter()
        .chain(repeat_fault(password, repeat))
        .collect();
    if !faults.is_empty() {
        // Somebody faster with the same link and password would make it one that was used before.
        return Ok(match opened::open(&app.database, token, app.now()).await? {
            Some(_) => Outcome::Refused(faults),
            None => Outcome::Unusable,
        });
    }
    // Before the transaction: it takes long, and SQLite has one writer.
    let hash = new_password::hash(app, password).await?;
    // Whoever was slower than somebody else meanwhile need not queue for the link.
    if opened::open(&app.database, token, app.now())
        .await?
        .is_none()
    {
        return Ok(Outcome::Unusable);
    }

    let tx = app.database.begin_write().await?;
    let now = app.now();
    let locked = invitations::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, now).await? else {
        return Ok(Outcome::Unusable);
    };
    if opened.is_known_person() {
        // Another link of the same person was faster; with this one they accept.
        return Ok(Outcome::Unusable);
    }
    let invitation = &opened.invitation;
    let customer_id = invitation.customer_id;
    if !invitations::spend(&tx, customer_id, invitation.id, now).await? {
        return Ok(Outcome::Unusable);
    }
    let user_id = opened::settle(&tx, &opened, now).await?;
    credentials::set_password(&tx, user_id, &hash, now).await?;
    activate(&tx, customer_id, user_id, now).await?;
    if opened.invitation.mailed {
        // From the first sign-in on (S27): whoever used the link has the mailbox.
        second_factors::mail_codes(&tx, user_id).await?;
    }
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(user_id),
        action: AuditAction::UserActivated,
        target_id: Some(user_id),
        details: json!({ "invitation": invitation.id }),
    };
    record(&tx, app, entry).await?;
    tx.commit().await?;
    Ok(Outcome::Done)
}

/// Makes the person active at the customer.
pub(super) async fn activate(
    tx: &WriteTransaction,
    customer_id: CustomerId,
    user_id: UserId,
    now: Timestamp,
) -> ApiResult<()> {
    // The day of activation counts as a sign-in (S80).
    users::record_sign_in(tx, user_id, now).await?;
    memberships::accept(tx, customer_id, user_id, now).await?;
    Ok(())
}

/// Whether what was typed twice is not the same.
pub(super) fn repeat_fault(password: &str, repeat: &str) -> Option<FieldError> {
    (password != repeat).then(|| field_error("repeat", FieldCode::Mismatch, &[]))
}
