//! Fetching from a feed: https to listed places only, as much as a release may have, as long as it may take.

use std::time::Duration;

use keyholder_updates::{MAX_MANIFEST_BYTES, Meter, Places, Refusal};
use reqwest::{Certificate, Client, Response, redirect};
use url::Url;

use super::fault::Fault;

/// How long a feed may take.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Until a connection stands, and then from one piece to the next.
    pub pause: Duration,
    /// For a whole file.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(30),
            whole: Duration::from_mins(15),
        }
    }
}

/// Fetches from these places and no others.
#[derive(Clone, Debug)]
pub(super) struct Fetcher {
    client: Client,
    places: Places,
}

impl Fetcher {
    /// `authorities` are certificates in PEM to trust in place of those of the system.
    #[expect(
        clippy::disallowed_methods,
        reason = "the client of the service speaks to one service, and this fetches files of a feed"
    )]
    pub(super) fn new(
        places: Places,
        authorities: Option<&[u8]>,
        patience: Patience,
    ) -> Result<Self, Fault> {
        let listed = places.clone();
        let follow = redirect::Policy::custom(move |attempt| {
            if attempt.previous().len() > 5 {
                return attempt.error(Refusal::PlaceNotAllowed);
            }
            match listed.demand(attempt.url()) {
                Ok(()) => attempt.follow(),
                Err(refusal) => attempt.error(refusal),
            }
        });
        let mut client = Client::builder()
            .https_only(true)
            .connect_timeout(patience.pause)
            .read_timeout(patience.pause)
            .timeout(patience.whole)
            .redirect(follow);
        if let Some(authorities) = authorities {
            let authorities =
                Certificate::from_pem_bundle(authorities).map_err(|_| Fault::Unreachable)?;
            client = client.tls_certs_only(authorities);
        }
        let client = client.build().map_err(|_| Fault::Unreachable)?;
        Ok(Self { client, places })
    }

    /// The bytes of a manifest.
    pub(super) async fn manifest(&self, url: &Url) -> Result<Vec<u8>, Fault> {
        let mut reply = self.reply(url).await?;
        let mut bytes = Vec::new();
        while let Some(piece) = reply.chunk().await.map_err(|error| broken(&error))? {
            bytes.extend_from_slice(&piece);
            if bytes.len() > MAX_MANIFEST_BYTES {
                return Err(Refusal::ManifestMalformed.into());
            }
        }
        Ok(bytes)
    }

    /// The bytes of a file; `arrived` hears how many there are so far, and of how many.
    pub(super) async fn file(
        &self,
        url: &Url,
        arrived: impl Fn(u64, Option<u64>),
    ) -> Result<Vec<u8>, Fault> {
        let mut reply = self.reply(url).await?;
        let whole = reply.content_length();
        let mut meter = Meter::start(whole)?;
        let mut bytes = Vec::new();
        while let Some(piece) = reply.chunk().await.map_err(|error| broken(&error))? {
            meter.take(piece.len())?;
            bytes.extend_from_slice(&piece);
            arrived(u64::try_from(bytes.len()).unwrap_or(u64::MAX), whole);
        }
        meter.finish()?;
        Ok(bytes)
    }

    async fn reply(&self, url: &Url) -> Result<Response, Fault> {
        self.places.demand(url)?;
        let reply = self.client.get(url.clone()).send().await;
        reply
            .and_then(Response::error_for_status)
            .map_err(|error| unanswered(&error))
    }
}

/// Why there was no answer, or none that is taken.
fn unanswered(error: &reqwest::Error) -> Fault {
    tracing::info!(causes = causes(error), "the feed does not answer");
    if error.is_redirect() {
        Refusal::PlaceNotAllowed.into()
    } else if error.is_timeout() {
        Fault::TimedOut
    } else {
        Fault::Unreachable
    }
}

/// Why an answer was not finished.
fn broken(error: &reqwest::Error) -> Fault {
    if error.is_timeout() {
        Fault::TimedOut
    } else {
        Refusal::Truncated.into()
    }
}

/// An error and what it comes from: that a certificate is not trusted stands last.
fn causes(error: &dyn std::error::Error) -> String {
    let below = std::iter::successors(error.source(), |cause| cause.source());
    below.fold(error.to_string(), |said, cause| format!("{said}: {cause}"))
}
