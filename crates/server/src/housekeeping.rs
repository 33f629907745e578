//! Forgetting what has had its time: spent proofs, idempotency keys, sessions that are over, old mails,
//! deleted users. People who are to be told of something by a day are told. Then the audit log is
//! checked and sealed up to its end. Any number of processes may do it at once.
//!
//! What is forgotten does not come back, so nothing is while the clock is in doubt: one that stands ten
//! years ahead for an hour would end every session, erase whoever is in the bin, and let proofs be used
//! again (`clock_watch.rs`).

mod clock_watch;

use std::time::Duration;

pub use clock_watch::ClockWatch;
use keyholder_domain::{auth_request, deletion};
use keyholder_store::{
    auth_requests, authenticators, external_sign_ins, idempotency, outbox, passkey_ceremonies,
    passkey_sign_ins, pending_changes, proof_ids, reset_links, sessions, waiting_sign_ins,
};
use tokio::{
    sync::watch,
    time::{Instant, MissedTickBehavior, interval_at},
};

use crate::{App, audit::checkpoints, erasure, http::ApiResult, security_policy::factor_letters};

const DAY: Duration = Duration::from_hours(24);

/// How long an answer is remembered under its idempotency key; part of the contract.
const IDEMPOTENCY: Duration = DAY;

/// How long a session is kept after its end, so that a spent token that comes back late still finds
/// it and is recognised.
const ENDED_SESSION: Duration = DAY.saturating_mul(30);

/// How long a change that needed a second person is kept; the activity remembers it for longer.
const CHANGE: Duration = DAY.saturating_mul(30);

/// Sweeps again and again until the service stops.
pub async fn keep(app: App, mut stopped: watch::Receiver<bool>) {
    let period = Duration::from_secs(app.config.housekeeping_seconds.max(1));
    let mut ticks = interval_at(Instant::now() + period, period);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut watch = clock_watch::begin(&app).await;
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            // An error means that whoever could stop us is gone.
            _ = stopped.wait_for(|stopped| *stopped) => return,
        }
        if !watch.believes(app.now(), Instant::now()) {
            tracing::error!(
                "the clock has leapt: nothing is forgotten until it is right or has stood for a day"
            );
            continue;
        }
        if let Err(error) = sweep(&app).await {
            tracing::warn!(?error, "the sweep failed; the next one does its work");
        }
    }
}

/// Sweeps once.
pub async fn sweep(app: &App) -> ApiResult<()> {
    let now = app.now();
    let tx = app.database.begin_write().await?;
    let proofs = proof_ids::purge(&tx, now).await?;
    let keys = idempotency::purge(&tx, now - IDEMPOTENCY).await?;
    let sessions = sessions::purge(&tx, now - ENDED_SESSION).await?;
    let resets = reset_links::purge(&tx, now - DAY).await?;
    let waiting = waiting_sign_ins::purge(&tx, now).await?
        + external_sign_ins::purge(&tx, now).await?
        + authenticators::purge_setups(&tx, now).await?
        + passkey_ceremonies::purge(&tx, now).await?
        + passkey_sign_ins::purge(&tx, now).await?
        + auth_requests::purge(&tx, now - auth_request::WINDOW).await?;
    // No mail outlives the bin: an erased person's address stands in none.
    let mails = outbox::purge(&tx, now - deletion::RETENTION).await?;
    let changes = pending_changes::purge(&tx, now - CHANGE).await?;
    tx.commit().await?;
    let erased = erasure::erase_due(app).await?;
    let told = factor_letters::post_due(app).await?;
    tracing::debug!(
        proofs, keys, sessions, resets, waiting, mails, changes, erased, told, "swept"
    );
    checkpoints::advance(app).await
}
