//! The streams of events that a process holds open, and what they are told.
//!
//! One look at the database serves all of them, every second: nobody need know which process raised or
//! answered a request, and each look sees what every process has committed. What this process changes itself
//! is looked at once. An event says only that there is something to read.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use keyholder_domain::{
    auth_request::LIFETIME,
    ids::{AuthRequestId, SessionId, UserId},
};
use keyholder_store::auth_requests;
use tokio::{
    sync::{Notify, oneshot, watch},
    time::{MissedTickBehavior, interval},
};

use crate::App;

/// How often it is looked, where anybody listens.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The most streams of a process.
const MAX_STREAMS: usize = 10_000;

/// The request of somebody that waits, and how many wrong numbers were typed.
pub(super) type Waiting = Option<(AuthRequestId, u32)>;

/// What a look has found.
#[derive(Default)]
pub(super) struct Found {
    waiting: HashMap<UserId, (AuthRequestId, u32)>,
    /// Whether the service stops.
    over: bool,
}

impl Found {
    /// What waits for somebody; nothing any more once the service stops.
    pub(super) fn of(&self, user: UserId) -> Option<Waiting> {
        (!self.over).then(|| self.waiting.get(&user).copied())
    }
}

/// The streams of this process. Cheap to clone; clones share everything.
#[derive(Clone)]
pub(crate) struct EventStreams(Arc<Inner>);

struct Inner {
    most: usize,
    open: Mutex<Open>,
    newest: watch::Sender<Found>,
    wanted: Notify,
}

/// The stream of each session: its number, and what ends it when it is dropped.
#[derive(Default)]
struct Open {
    last: u64,
    streams: HashMap<SessionId, (u64, oneshot::Sender<()>)>,
}

impl Default for EventStreams {
    fn default() -> Self {
        Self::at_most(MAX_STREAMS)
    }
}

impl EventStreams {
    fn at_most(most: usize) -> Self {
        Self(Arc::new(Inner {
            most,
            open: Mutex::default(),
            newest: watch::Sender::default(),
            wanted: Notify::new(),
        }))
    }

    /// Opens the stream of a session, in place of the one that it has. None if there are too many.
    pub(super) fn open(&self, session: SessionId) -> Option<Place> {
        let mut open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        if open.streams.len() >= self.0.most && !open.streams.contains_key(&session) {
            return None;
        }
        open.last += 1;
        let number = open.last;
        let (end, replaced) = oneshot::channel();
        open.streams.insert(session, (number, end));
        drop(open);
        self.look_now();
        Some(Place {
            streams: self.clone(),
            session,
            number,
            replaced,
            newest: self.0.newest.subscribe(),
        })
    }

    /// Something was committed that streams are told of.
    pub(crate) fn look_now(&self) {
        self.0.wanted.notify_one();
    }

    fn are_none(&self) -> bool {
        let open = self.0.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.streams.is_empty()
    }
}

/// The place of a stream, given up when it is dropped.
pub(super) struct Place {
    streams: EventStreams,
    session: SessionId,
    number: u64,
    /// Ready when a newer stream of the session has taken its place.
    pub(super) replaced: oneshot::Receiver<()>,
    /// What there is to tell.
    pub(super) newest: watch::Receiver<Found>,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self
            .streams
            .0
            .open
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let own = open.streams.get(&self.session);
        if own.is_some_and(|(number, _)| *number == self.number) {
            open.streams.remove(&self.session);
        }
    }
}

/// Looks again and again, until the service stops: then every stream ends.
pub(crate) async fn tell(app: App, mut stopped: watch::Receiver<bool>) {
    let streams = &app.streams;
    let mut looks = interval(LOOK_EVERY);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = looks.tick() => {}
            () = streams.0.wanted.notified() => {}
            // An error means that whoever could stop us is gone.
            _ = stopped.wait_for(|stopped| *stopped) => break,
        }
        if streams.are_none() {
            continue;
        }
        let now = app.now();
        match auth_requests::waiting(&app.database, now - LIFETIME, now).await {
            Ok(waiting) => {
                streams.0.newest.send_if_modified(|found| {
                    let changed = found.waiting != waiting;
                    found.waiting = waiting;
                    changed
                });
            }
            Err(error) => tracing::warn!(?error, "nobody is told now; the next look catches up"),
        }
    }
    streams.0.newest.send_modify(|found| found.over = true);
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn session(number: u128) -> SessionId {
        SessionId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn threat_31_a_session_has_one_stream_and_a_process_a_bounded_number() {
        let streams = EventStreams::at_most(2);
        let mut first = streams.open(session(1)).unwrap();
        let second = streams.open(session(2)).unwrap();
        assert!(streams.open(session(3)).is_none(), "full");
        let newer = streams.open(session(1)).unwrap();
        assert!(
            first
                .replaced
                .try_recv()
                .is_err_and(|end| end == oneshot::error::TryRecvError::Closed)
        );
        drop(first);
        assert!(
            streams.open(session(3)).is_none(),
            "the newer one is still there"
        );
        drop(newer);
        let third = streams.open(session(3)).unwrap();
        drop((second, third));
        assert!(streams.are_none());
    }
}
