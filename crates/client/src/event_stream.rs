//! A stream of events that the service sends (`text/event-stream`), read without trusting whoever sent it.
//!
//! The service gives a sign of life every 15 seconds, and every 30 at the latest. Without one for twice as
//! long the connection is dead. After the computer has slept its time goes on where it stopped, so that the
//! clock is held against it: who slept reads anew.

use std::{io, pin::Pin, time::Duration};

use futures_util::{Stream, StreamExt as _, stream};
use keyholder_domain::timestamp::Timestamp;
use reqwest::Response;
use sse_stream::{Sse, SseByteStream};
use tokio::time::Instant;

use crate::{
    clock::Clock,
    error::{Error, Result},
    reply,
    request::{Authorization, Request},
    transport::{Client, TOTAL_TIMEOUT},
};

/// How long the service may be silent.
const SILENCE: Duration = Duration::from_mins(1);

/// The most that is read of one stream, in bytes: a stream lasts for minutes and says next to nothing.
const MAX_BYTES: usize = 1024 * 1024;

/// How often the clock is looked at.
const LOOK_EVERY: Duration = Duration::from_secs(3);

/// How much further the clock may be than the time that passed for this program.
const SLEPT: Duration = Duration::from_secs(10);

/// The longest that a stream may last; the service ends it earlier.
const STREAM_TIMEOUT: Duration = Duration::from_mins(15);

impl Client {
    /// Sends a request whose answer is a stream of events; what the service has to say it says at once.
    pub(crate) async fn listen(
        &self,
        request: &Request,
        authorization: Authorization<'_>,
    ) -> Result<EventStream> {
        let send = || async {
            let response = self.send(request, authorization, STREAM_TIMEOUT).await?;
            reply::events(response).await
        };
        let answer = tokio::time::timeout(TOTAL_TIMEOUT, self.with_a_good_proof(send)).await;
        let response = answer.unwrap_or_else(|_| {
            Err(Error::Unreachable {
                reason: "no answer in time".to_owned(),
            })
        })?;
        Ok(EventStream::of(response, self.clock().clone()))
    }
}

/// Events on their way.
pub(crate) struct EventStream {
    events: Pin<Box<dyn Stream<Item = Result<Sse, sse_stream::Error>> + Send>>,
    clock: Clock,
}

impl EventStream {
    fn of(response: Response, clock: Clock) -> Self {
        let pieces = stream::unfold((response, 0_usize), |(mut response, read)| async move {
            let piece = match tokio::time::timeout(SILENCE, response.chunk()).await {
                Ok(Ok(piece)) => Ok(piece?),
                Ok(Err(error)) => Err(io::Error::other(error)),
                Err(_silent) => Err(io::ErrorKind::TimedOut.into()),
            };
            let read = read + piece.as_ref().map_or(0, |piece| piece.as_ref().len());
            let piece = match piece {
                Ok(_) if read > MAX_BYTES => Err(io::ErrorKind::FileTooLarge.into()),
                piece => piece,
            };
            Some((piece, (response, read)))
        });
        Self {
            events: Box::pin(SseByteStream::new(Box::pin(pieces))),
            clock,
        }
    }

    /// Waits for the next event of this name. `false` once the service has ended the stream.
    pub(crate) async fn next(&mut self, name: &str) -> Result<bool> {
        loop {
            let began = (self.clock.now(), Instant::now());
            let event = match tokio::time::timeout(LOOK_EVERY, self.events.next()).await {
                Ok(Some(Ok(event))) => event,
                Ok(Some(Err(error))) => {
                    let reason = error.to_string();
                    return Err(Error::Unreachable { reason });
                }
                Ok(None) => return Ok(false),
                Err(_) if has_slept(began.0, self.clock.now(), began.1.elapsed()) => {
                    return Ok(false);
                }
                Err(_) => continue,
            };
            if event.event.as_deref() == Some(name) {
                return Ok(true);
            }
        }
    }
}

/// Whether the computer slept between two moments of its clock.
fn has_slept(before: Timestamp, after: Timestamp, passed: Duration) -> bool {
    after > before + passed + SLEPT
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_computer_that_slept_is_told_from_one_that_was_slow_or_set_back() {
        let before = Timestamp::from_micros(1_700_000_000_000_000);
        let look = LOOK_EVERY;
        for (passed, after, slept) in [
            (look, before + look, false),
            (look, before + look + SLEPT, false),
            (look, before + look + SLEPT + Duration::from_micros(1), true),
            (look, before + Duration::from_hours(8), true),
            (
                Duration::from_hours(8),
                before + Duration::from_hours(8),
                false,
            ),
            (look, before - Duration::from_hours(1), false),
        ] {
            assert_eq!(
                has_slept(before, after, passed),
                slept,
                "{passed:?} {after}"
            );
        }
    }
}
