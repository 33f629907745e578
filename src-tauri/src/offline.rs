//! The list of users as it was read last, for when the service cannot be reached (decision 58).
//!
//! Sealed on disk with a key of the keychain; without a keychain there is none. How long it can be looked
//! at is the rule of [`keyholder_domain::offline_copy`]; what is over is deleted, not only hidden.

mod gather;
mod look_up;
mod sealed;
mod view;

use std::{
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use keyholder_client::Clock;
use keyholder_contract::{role::Role, session::Me, user_list::UserRow};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    offline_copy::{Lease, Over},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use tokio::sync::Mutex;

use crate::{
    keychain::{KeyStorageKind, Keychain, Slot},
    offline::sealed::{CopyKey, Owner},
};

pub(crate) use view::CopyView;

/// How much later it must be for the keychain to be told.
const TOLD_EVERY: Duration = Duration::from_mins(1);
/// The name of the one copy in the keychain.
const NAME: &str = "users";

/// What is kept: replies of the service, as they came.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct ListCopy {
    pub(crate) lease: Lease,
    pub(crate) customer: CustomerId,
    pub(crate) me: Me,
    /// How many users there are in all.
    pub(crate) total: u32,
    pub(crate) rows: Vec<UserRow>,
    /// The roles, for the filter and its words.
    pub(crate) roles: Vec<Role>,
}

/// Why there is no copy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub(crate) enum NoCopy {
    /// None was made yet.
    #[default]
    None,
    /// There is no keychain that would keep its key.
    NoKeychain,
    /// It could be looked at long enough, and was deleted.
    TimeUp,
    /// The clock of the computer was set back, and it was deleted.
    ClockSetBack,
}

/// The one copy of this computer.
#[derive(Clone)]
pub(crate) struct OfflineCopy {
    path: Arc<Path>,
    clock: Clock,
    keychain: Keychain,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    /// Whether the disk was looked at.
    begun: bool,
    open: Option<Open>,
    why_not: NoCopy,
    /// Counts what was thrown away: what began to be read before is not kept after.
    thrown_away: u64,
    reading: bool,
}

struct Open {
    copy: Arc<ListCopy>,
    key: CopyKey,
    /// The latest moment that the clock has shown, and the one that the keychain knows.
    latest: Timestamp,
    told: Timestamp,
}

/// What stands for a copy that may be made, unless something is thrown away meanwhile.
pub(crate) struct Reading(u64);

impl OfflineCopy {
    pub(crate) fn new(path: PathBuf, clock: Clock, keychain: Keychain) -> Self {
        Self {
            path: path.into(),
            clock,
            keychain,
            state: Arc::default(),
        }
    }

    /// The copy, if there is one that can still be looked at; else why there is none.
    pub(crate) async fn look(&self, service: &str) -> Result<Arc<ListCopy>, NoCopy> {
        let mut state = self.state.lock().await;
        if self.keychain.storage().kind == KeyStorageKind::Memory {
            return Err(NoCopy::NoKeychain);
        }
        if !state.begun {
            state.begun = true;
            state.open = self.open(service).await;
            if state.open.is_none() {
                self.delete().await;
            }
        }
        let Some(open) = &mut state.open else {
            return Err(state.why_not);
        };
        let now = self.clock.now();
        if let Err(over) = open.copy.lease.look(open.latest, now) {
            let why = match over {
                Over::TimeUp => NoCopy::TimeUp,
                Over::ClockSetBack => NoCopy::ClockSetBack,
            };
            self.throw_away(&mut state, why).await;
            return Err(why);
        }
        open.latest = open.latest.max(now);
        if open.latest.since(open.told) >= TOLD_EVERY {
            open.told = open.latest;
            self.tell(open.latest).await;
        }
        Ok(Arc::clone(&open.copy))
    }

    /// Throws the copy away, and what is being read for one.
    pub(crate) async fn forget(&self) {
        let mut state = self.state.lock().await;
        self.throw_away(&mut state, NoCopy::None).await;
    }

    /// Throws the copy away unless it is of this customer.
    pub(crate) async fn forget_unless_of(&self, customer: Option<CustomerId>) {
        let mut state = self.state.lock().await;
        let other = |open: &Open| Some(open.copy.customer) != customer;
        if state.open.as_ref().is_some_and(other) {
            self.throw_away(&mut state, NoCopy::None).await;
        }
    }

    /// Whether the list of this customer is worth reading for a copy; then nobody else begins until
    /// [`OfflineCopy::keep`].
    async fn begin_reading(&self, customer: CustomerId) -> Option<Reading> {
        if self.keychain.storage().kind == KeyStorageKind::Memory {
            return None;
        }
        let mut state = self.state.lock().await;
        let now = self.clock.now();
        let fresh = |open: &Open| open.copy.customer == customer && !open.copy.lease.is_stale(now);
        if state.reading || state.open.as_ref().is_some_and(fresh) {
            return None;
        }
        state.reading = true;
        Some(Reading(state.thrown_away))
    }

    /// Keeps what was read, if it could be read and nothing was thrown away meanwhile.
    async fn keep(&self, reading: Reading, service: &str, copy: Option<ListCopy>) {
        let mut state = self.state.lock().await;
        state.reading = false;
        let Some(copy) = copy else { return };
        if state.thrown_away != reading.0 {
            return;
        }
        let owner = Owner::of(&copy);
        let known = state.open.as_ref().map(|open| &open.key);
        let key = match known {
            Some(key) if key.owner() == owner => key.clone(),
            _ => match CopyKey::fresh(owner) {
                Some(key) => key,
                None => return,
            },
        };
        let latest = copy.lease.read_at;
        self.keychain
            .write(Slot::OfflineKey, NAME, key.to_bytes())
            .await;
        self.tell(latest).await;
        let (path, sealing, bound_to) = (Arc::clone(&self.path), key.clone(), service.to_owned());
        let copy = Arc::new(copy);
        let sealed = Arc::clone(&copy);
        let written =
            tokio::task::spawn_blocking(move || sealed::write(&path, &sealing, &bound_to, &sealed))
                .await;
        if self.keychain.storage().kind == KeyStorageKind::Memory || !matches!(written, Ok(Ok(())))
        {
            tracing::warn!("the list cannot be kept for reading it offline");
            self.throw_away(&mut state, NoCopy::None).await;
            return;
        }
        state.begun = true;
        state.open = Some(Open {
            copy,
            key,
            latest,
            told: latest,
        });
    }

    async fn open(&self, service: &str) -> Option<Open> {
        let key = self.keychain.read(Slot::OfflineKey, NAME).await?;
        let key = CopyKey::from_bytes(&key)?;
        let latest = self.keychain.read(Slot::OfflineClock, NAME).await?;
        let latest = i64::from_le_bytes(latest.as_slice().try_into().ok()?);
        let latest = Timestamp::from_micros(latest);
        let (path, opening, bound_to) = (Arc::clone(&self.path), key.clone(), service.to_owned());
        let copy = tokio::task::spawn_blocking(move || sealed::read(&path, &opening, &bound_to));
        Some(Open {
            copy: Arc::new(copy.await.ok()??),
            key,
            latest,
            told: latest,
        })
    }

    async fn tell(&self, latest: Timestamp) {
        let bytes = latest.as_micros().to_le_bytes().to_vec();
        self.keychain
            .write(Slot::OfflineClock, NAME, bytes.into())
            .await;
    }

    async fn throw_away(&self, state: &mut State, why: NoCopy) {
        state.open = None;
        state.begun = true;
        state.why_not = why;
        state.thrown_away += 1;
        self.delete().await;
    }

    /// The key goes first: without it the file says nothing to anybody.
    async fn delete(&self) {
        self.keychain.delete(Slot::OfflineKey, NAME).await;
        self.keychain.delete(Slot::OfflineClock, NAME).await;
        if let Err(error) = std::fs::remove_file(&self.path)
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "what was kept for reading offline is not deleted");
        }
    }
}

impl ListCopy {
    pub(crate) fn user(&self) -> UserId {
        self.me.user_id
    }
}

#[cfg(test)]
mod tests;
