//! A stream of events for a device that confirms sign-ins. It carries no secret and names nothing: what
//! there is to answer is read as ever, by whoever may.
//!
//! On every beat it is looked whether the session, its holder and the enrolment are still there. A stream
//! ends with the access token that opened it, which lasts five minutes or until it is renewed.

use std::{convert::Infallible, time::Duration};

use axum::{
    http::{
        HeaderValue,
        header::{CACHE_CONTROL, HeaderName},
    },
    response::{
        IntoResponse as _, Response,
        sse::{Event, Sse},
    },
};
use futures_util::stream;
use keyholder_contract::{auth_request::CHANGED_EVENT, problem::ErrorCode};
use keyholder_store::confirming_devices;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::streams::{Place, Waiting};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
};

/// The longest time between two beats, in seconds: a client that hears nothing for twice as long takes the
/// connection for dead.
const MAX_BEAT_SECONDS: u64 = 30;

/// After how many seconds it is worth trying again where there are too many streams.
const FULL_SECONDS: u64 = 30;

/// Tells apps of other makers how long to wait before they come back, in milliseconds.
const COME_BACK: Duration = Duration::from_secs(3);

/// Opens a stream. Fails where this device confirms nothing.
pub(super) async fn watch(app: App, caller: SignedIn) -> ApiResult<Response> {
    if !confirms(&app, &caller).await? {
        return Err(ErrorCode::NotFound.into());
    }
    let place = app.streams.open(caller.person.session_id);
    let place = place.ok_or_else(|| ApiError::unavailable(FULL_SECONDS))?;
    let beat = app.config.event_beat_seconds.clamp(1, MAX_BEAT_SECONDS);
    let beat = Duration::from_secs(beat);
    let mut beats = interval_at(Instant::now() + beat, beat);
    beats.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let seen = place.newest.borrow().of(caller.user.id).flatten();
    let listener = Listener {
        app,
        caller,
        place,
        beats,
        seen,
        begun: false,
    };
    let events = stream::unfold(listener, |mut listener| async move {
        let event = listener.next().await?;
        Some((Ok::<_, Infallible>(event), listener))
    });
    let mut response = Sse::new(events).into_response();
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // Some proxies would collect events until there are enough.
    let buffering = HeaderName::from_static("x-accel-buffering");
    headers.insert(buffering, HeaderValue::from_static("no"));
    Ok(response)
}

/// Whether the device of the caller confirms sign-ins.
async fn confirms(app: &App, caller: &SignedIn) -> ApiResult<bool> {
    let device = caller.person.proof.key.to_string();
    Ok(confirming_devices::is_one(&app.database, caller.user.id, &device).await?)
}

struct Listener {
    app: App,
    caller: SignedIn,
    place: Place,
    beats: Interval,
    /// What was told last.
    seen: Waiting,
    /// Whether the first event has left: whoever reads after it misses nothing that comes later.
    begun: bool,
}

impl Listener {
    /// The next event; none once the stream is over.
    async fn next(&mut self) -> Option<Event> {
        if !self.begun {
            self.begun = true;
            return Some(changed().retry(COME_BACK));
        }
        loop {
            tokio::select! {
                _ = &mut self.place.replaced => return None,
                _ = self.beats.tick() => {
                    return self.goes_on().await.then(|| Event::default().comment("beat"));
                }
                told = self.place.newest.changed() => {
                    told.ok()?;
                    let found = self.place.newest.borrow_and_update().of(self.caller.user.id)?;
                    if found != self.seen {
                        self.seen = found;
                        return Some(changed());
                    }
                }
            }
        }
    }

    /// Whether the session, its holder and the enrolment are still there. Where that cannot be known, the
    /// stream ends as well: who comes back is looked at again.
    async fn goes_on(&self) -> bool {
        match self.caller.again(&self.app).await {
            Ok(caller) => confirms(&self.app, &caller).await.unwrap_or(false),
            Err(_) => false,
        }
    }
}

fn changed() -> Event {
    Event::default().event(CHANGED_EVENT).data("{}")
}
