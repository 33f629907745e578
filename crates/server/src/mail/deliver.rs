//! The postman: takes what is due from the outbox and hands it in.

use std::time::Duration;

use keyholder_domain::timestamp::Timestamp;
use keyholder_store::{
    StoreError,
    outbox::{self, DueMail},
};
use tokio::sync::watch;

use super::{
    demo_mailbox::ShownMail,
    envelope::envelope,
    letter::Letter,
    render,
    retry::{self, Failure},
    smtp::{Smtp, classify},
    transport::Transport,
};
use crate::App;

/// How often the outbox is looked into.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// How many mails are taken at once.
const BATCH: u16 = 20;
/// After how long a mail whose sender never came back is taken by another.
const LEASE: Duration = Duration::from_mins(10);

/// Sends what is due until told to stop; then finishes the batch at hand.
pub async fn deliver(app: App, mut stopped: watch::Receiver<bool>) {
    let transport = match Transport::of(&app.config) {
        Ok(Transport::None) => return,
        Ok(transport) => transport,
        Err(error) => {
            tracing::error!(
                cause = &error as &dyn std::error::Error,
                "mail cannot be sent"
            );
            return;
        }
    };
    loop {
        match deliver_due(&app, &transport).await {
            // More may be waiting.
            Ok(taken) if taken == usize::from(BATCH) => continue,
            Ok(_) => {}
            Err(error) => tracing::warn!(
                cause = &error as &dyn std::error::Error,
                "the outbox cannot be read"
            ),
        }
        tokio::select! {
            () = tokio::time::sleep(LOOK_EVERY) => {}
            // An error means that the service is gone.
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
    }
}

/// Sends one batch of what is due now; gives how many mails were taken.
pub async fn deliver_due(app: &App, transport: &Transport) -> Result<usize, StoreError> {
    let now = app.now();
    // Most looks find nothing, and need no write transaction to do so.
    if outbox::next_due(&app.database)
        .await?
        .is_none_or(|due| due > now)
    {
        return Ok(0);
    }
    let tx = app.database.begin_write().await?;
    let batch = outbox::claim_due(&tx, now, now + LEASE, BATCH).await?;
    tx.commit().await?;
    for due in &batch {
        let sent = send(app, transport, due, now).await;
        note(app, due, sent).await?;
    }
    Ok(batch.len())
}

/// A mail that did not leave.
struct Undelivered {
    failure: Failure,
    reason: String,
}

async fn send(
    app: &App,
    transport: &Transport,
    due: &DueMail,
    now: Timestamp,
) -> Result<(), Undelivered> {
    let never = |reason: String| Undelivered {
        failure: Failure::Never,
        reason,
    };
    let letter: Letter =
        serde_json::from_str(&due.mail.letter).map_err(|error| never(error.to_string()))?;
    if letter.useless_after() <= now {
        return Err(never(
            "its link or code ran out before it could be sent".to_owned(),
        ));
    }
    let secret = letter.secret(&app.keys, &app.origin);
    match transport {
        Transport::Smtp(smtp) => send_by_smtp(smtp, due, &letter, &secret, now).await,
        Transport::Demo => {
            let mail = render::render(&letter, &secret);
            let mail = mail.map_err(|error| never(error.to_string()))?;
            app.demo_mailbox.put(ShownMail {
                at: now,
                to: letter.address().to_owned(),
                subject: mail.subject,
                text: mail.text,
                link: letter.link(&app.keys, &app.origin),
            });
            Ok(())
        }
        Transport::None => Err(Undelivered {
            failure: Failure::Later,
            reason: "no mail server is configured".to_owned(),
        }),
    }
}

async fn send_by_smtp(
    smtp: &Smtp,
    due: &DueMail,
    letter: &Letter,
    secret: &str,
    now: Timestamp,
) -> Result<(), Undelivered> {
    let message =
        envelope(due.mail.id, letter, secret, smtp.from(), now).map_err(|error| Undelivered {
            failure: Failure::Never,
            reason: error.to_string(),
        })?;
    smtp.send(message).await.map_err(|error| Undelivered {
        failure: classify(&error),
        reason: error.to_string(),
    })
}

async fn note(app: &App, due: &DueMail, sent: Result<(), Undelivered>) -> Result<(), StoreError> {
    let now = app.now();
    let id = due.mail.id;
    let tx = app.database.begin_write().await?;
    match sent {
        Ok(()) => {
            tracing::info!(mail = %id, attempts = due.attempts, "mail sent");
            outbox::mark_sent(&tx, id, now).await?;
        }
        Err(Undelivered {
            failure: Failure::Never,
            reason,
        }) => {
            tracing::error!(mail = %id, reason, "mail given up");
            outbox::mark_failed(&tx, id, now, &reason).await?;
        }
        Err(Undelivered { failure, reason }) => {
            if failure == Failure::Configuration {
                tracing::error!(mail = %id, reason, "mail cannot be sent: check the smtp settings");
            } else {
                tracing::warn!(mail = %id, reason, attempts = due.attempts, "mail put off");
            }
            let due_at = now + retry::wait_after(due.attempts);
            outbox::retry_later(&tx, id, due_at, &reason).await?;
        }
    }
    tx.commit().await
}
