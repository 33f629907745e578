//! Updates of the app itself: looks at the feed, fetches, has the rules decide (`keyholder-updates`), and puts
//! what they accept in place. Nothing here is reached by the web view but [`Updater::status`] and the user's
//! answers; it names no address, file or version.
//!
//! Knows nothing of Tauri, so that tests can attack it alone.

pub(crate) mod desktop;
mod due;
mod fault;
mod fetch;
mod kept;
mod origin;
mod part;
mod previous;
mod progress;
mod put;
mod restart;
mod status;
mod trial;
mod was_at;
mod wishes;

use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use keyholder_updates::{
    Feed, FileName, Installed, Manifest, NotFollowed, Offer, accept, offer, turn,
};
use tokio::sync::mpsc;

pub use fault::Fault;
pub use fetch::Patience;
pub use put::{Installer, Put};
pub use status::{UpdatePhase, UpdateStatus, WhyUnfollowed};
pub use was_at::WasAt;

/// What the updater is made of.
pub struct UpdaterParts {
    /// Tells the time.
    pub clock: Clock,
    /// The build that runs.
    pub installed: Installed,
    /// What is followed, or why nothing is.
    pub feed: Result<Feed, NotFollowed>,
    /// Certificates in PEM to trust in place of those of the system, from the policy file.
    pub authorities: Option<Vec<u8>>,
    /// How an update takes the place of what runs; nothing where it was started from no package.
    pub put: Option<Put>,
    /// What is remembered.
    pub memory: PathBuf,
    /// How long a feed may take.
    pub patience: Patience,
    /// Where changes are told.
    pub changes: mpsc::UnboundedSender<UpdateStatus>,
}

/// The updater. Cheap to clone; clones share everything.
#[derive(Clone)]
pub struct Updater(Arc<Inner>);

struct Inner {
    parts: UpdaterParts,
    kept: kept::KeptFile,
    now: Mutex<Now>,
    /// One look or installation at a time.
    turn: tokio::sync::Mutex<()>,
}

/// Where things stand.
struct Now {
    phase: UpdatePhase,
    offer: Option<Offer>,
    ready: Option<restart::Ready>,
    fault: Option<Fault>,
    looked_at: Option<Timestamp>,
}

impl Updater {
    /// An updater that has not looked yet.
    pub fn new(parts: UpdaterParts) -> Self {
        let kept = kept::KeptFile::open(parts.memory.clone(), parts.clock.now());
        let phase = match (&parts.feed, &parts.put) {
            (Err(why), _) => UpdatePhase::Unfollowed { why: (*why).into() },
            (Ok(_), None) => UpdatePhase::Unfollowed {
                why: WhyUnfollowed::NoPackage,
            },
            (Ok(_), Some(_)) => UpdatePhase::Current,
        };
        let now = Mutex::new(Now {
            phase,
            offer: None,
            ready: None,
            fault: None,
            looked_at: None,
        });
        Self(Arc::new(Inner {
            parts,
            kept,
            now,
            turn: tokio::sync::Mutex::new(()),
        }))
    }

    /// What the window shows.
    pub fn status(&self) -> UpdateStatus {
        let parts = &self.0.parts;
        let now = self.now();
        let kept = self.0.kept.get().feed;
        let follows = !matches!(now.phase, UpdatePhase::Unfollowed { .. });
        UpdateStatus {
            version: parts.installed.version.to_string(),
            channel: parts.installed.channel.code().to_owned(),
            target: parts.installed.target.to_string(),
            feed: parts.feed.as_ref().ok().map(|feed| feed.url.to_string()),
            phase: now.phase.clone(),
            checked_at: follows.then_some(kept.checked_at),
            frozen: follows && kept.is_frozen(parts.clock.now()),
            fault: now.fault.map(|fault| fault.code().to_owned()),
        }
    }

    /// Looks at the feed.
    pub async fn look(&self) {
        let _turn = self.0.turn.lock().await;
        let Ok(feed) = &self.0.parts.feed else { return };
        let is_open = matches!(
            self.now().phase,
            UpdatePhase::Current | UpdatePhase::Offered { .. }
        );
        if !is_open {
            return;
        }
        let looked = self.offered(feed).await;
        {
            let mut now = self.now();
            now.looked_at = Some(self.0.parts.clock.now());
            match looked {
                Ok(found) => {
                    let same = now.offer.as_ref().map(|offer| &offer.version)
                        == found.as_ref().map(|offer| &offer.version);
                    if !same {
                        now.phase = phase_of(found.as_ref());
                    }
                    (now.offer, now.fault) = (found, None);
                }
                Err(fault) => refuse(&mut now, fault),
            }
        }
        self.tell();
    }

    async fn offered(&self, feed: &Feed) -> Result<Option<Offer>, Fault> {
        let parts = &self.0.parts;
        let bytes = self.fetcher(feed)?.manifest(&feed.url).await?;
        let manifest = Manifest::read(&bytes)?;
        let kept = self.0.kept.get();
        let turn = turn(kept.installation, &manifest.version);
        let found = offer(&parts.installed, &kept.feed, &feed.places, &manifest, turn)?;
        let now = parts.clock.now();
        self.remember(|kept| kept.feed.note_check(now));
        Ok(found.filter(|offer| {
            feed.up_to
                .as_ref()
                .is_none_or(|last| offer.version <= *last)
        }))
    }

    /// Fetches what is offered, looks at it, and puts it in place, or has it ready for the restart.
    pub async fn install(&self) -> Result<(), Fault> {
        let _turn = self.0.turn.lock().await;
        let (Ok(feed), Some(put)) = (&self.0.parts.feed, &self.0.parts.put) else {
            return Err(Fault::Unreachable);
        };
        let Some(offer) = self.now().offer.clone() else {
            return Err(Fault::Refused(keyholder_updates::Refusal::NotNewer));
        };
        let done = self.fetch_and_put(feed, put, &offer).await;
        {
            let mut now = self.now();
            match &done {
                Ok(phase) => {
                    now.phase = phase.clone();
                    (now.offer, now.fault) = (None, None);
                }
                Err(fault) => {
                    now.phase = phase_of(Some(&offer));
                    refuse(&mut now, *fault);
                }
            }
        }
        self.tell();
        done.map(drop)
    }

    async fn fetch_and_put(
        &self,
        feed: &Feed,
        put: &Put,
        offer: &Offer,
    ) -> Result<UpdatePhase, Fault> {
        let parts = &self.0.parts;
        let arrived = |arrived: u64, whole: Option<u64>| self.progress(offer, arrived, whole);
        arrived(0, None);
        let url = &offer.artefact.url;
        let bytes = self.fetcher(feed)?.file(url, arrived).await?;
        let memory = self.0.kept.get().feed;
        let accepted = accept(&parts.installed, &memory, &feed.keys, offer, &bytes)?;
        self.remember(|kept| kept.feed.note_accepted(accepted.seen));
        let version = offer.version.to_string();
        let name = FileName {
            version: offer.version.clone(),
            channel: parts.installed.channel,
            target: parts.installed.target.clone(),
            ending: put.ending().to_owned(),
        };
        // First, so that a version whose installation is killed right behind the last step is on trial too; a
        // trial of one that does not run is thrown away by the next start.
        if put.keeps_previous() {
            self.begin_trial(&offer.version);
        }
        let done = put.put(&name, &bytes);
        if done.is_err() {
            self.end_trial();
        }
        match done? {
            put::Outcome::Command(command) => Ok(UpdatePhase::Fetched { version, command }),
            put::Outcome::Ready => {
                let offer = offer.clone();
                self.now().ready = Some(restart::Ready { offer, bytes });
                Ok(UpdatePhase::Ready { version })
            }
            put::Outcome::Replaced => {
                tracing::info!(version, "an update is in place");
                Ok(UpdatePhase::Installed { version })
            }
        }
    }

    fn fetcher(&self, feed: &Feed) -> Result<fetch::Fetcher, Fault> {
        let parts = &self.0.parts;
        fetch::Fetcher::new(
            feed.places.clone(),
            parts.authorities.as_deref(),
            parts.patience,
        )
    }

    /// What cannot be remembered makes nothing unsafe that a signature binds, so the update goes on.
    fn remember(&self, change: impl FnOnce(&mut kept::Kept)) {
        if let Err(error) = self.0.kept.update(change) {
            tracing::warn!(%error, "what is remembered of updates cannot be written");
        }
    }

    fn now(&self) -> MutexGuard<'_, Now> {
        self.0.now.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody listens any more only while the app ends.
    fn tell(&self) {
        let _ = self.0.parts.changes.send(self.status());
    }
}

fn phase_of(offer: Option<&Offer>) -> UpdatePhase {
    offer.map_or(UpdatePhase::Current, |offer| UpdatePhase::Offered {
        version: offer.version.to_string(),
        notes: offer.notes.clone(),
        planned_for: None,
    })
}

/// Writes down why nothing comes of it. What runs stays as it is.
fn refuse(now: &mut Now, fault: Fault) {
    tracing::warn!(code = fault.code(), "no update: {fault}");
    now.fault = Some(fault);
}
