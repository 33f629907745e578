//! Where the files of a feed are read: in the folder that is to be published, or on the web server.

use std::{fs, path::PathBuf, time::Duration};

use keyholder_updates::{Meter, Places};
use reqwest::{Certificate, Client, redirect};
use url::Url;

use crate::failure::{Done, Failure};

/// No file of a release takes longer.
const PATIENCE: Duration = Duration::from_mins(5);

/// A feed within reach.
pub(super) enum Source {
    /// The files of one folder, whatever their addresses will be.
    Folder(PathBuf),
    /// A server that speaks https.
    Web(Client),
}

impl Source {
    /// The web, with other certificate authorities than the usual ones if some are named. Redirects are
    /// followed only to places where the app would follow them.
    #[expect(
        clippy::disallowed_methods,
        reason = "the client of the service speaks to one service, and this fetches files"
    )]
    pub(super) fn web(places: Places, authorities: Option<&[u8]>) -> Done<Self> {
        let follow = redirect::Policy::custom(move |attempt| {
            if attempt.previous().len() > 5 {
                return attempt.error("too many redirects");
            }
            match places.demand(attempt.url()) {
                Ok(()) => attempt.follow(),
                Err(refusal) => attempt.error(refusal),
            }
        });
        let mut client = Client::builder()
            .https_only(true)
            .timeout(PATIENCE)
            .redirect(follow);
        if let Some(authorities) = authorities {
            let unreadable = Failure::doing("reading the certificate authorities");
            let authorities = Certificate::from_pem_bundle(authorities).map_err(unreadable)?;
            client = client.tls_certs_only(authorities);
        }
        let client = client
            .build()
            .map_err(Failure::doing("preparing to fetch"))?;
        Ok(Self::Web(client))
    }

    /// All bytes of a file, as far as the app would take them.
    pub(super) async fn fetch(&self, url: &Url) -> Done<Vec<u8>> {
        let failed = |reason: &dyn std::fmt::Display| Failure::new(format!("{url}: {reason}"));
        match self {
            Self::Folder(folder) => {
                let name = url.path_segments().and_then(Iterator::last).unwrap_or("");
                fs::read(folder.join(name)).map_err(|error| failed(&error))
            }
            Self::Web(client) => {
                let reply = client.get(url.clone()).send().await;
                let mut reply = reply
                    .and_then(reqwest::Response::error_for_status)
                    .map_err(|error| failed(&causes(&error)))?;
                let mut meter =
                    Meter::start(reply.content_length()).map_err(|refusal| failed(&refusal))?;
                let mut bytes = Vec::new();
                while let Some(piece) = reply
                    .chunk()
                    .await
                    .map_err(|error| failed(&causes(&error)))?
                {
                    meter
                        .take(piece.len())
                        .map_err(|refusal| failed(&refusal))?;
                    bytes.extend_from_slice(&piece);
                }
                meter.finish().map_err(|refusal| failed(&refusal))?;
                Ok(bytes)
            }
        }
    }
}

/// An error and what it comes from: that a certificate is not trusted stands last.
fn causes(error: &dyn std::error::Error) -> String {
    let below = std::iter::successors(error.source(), |cause| cause.source());
    below.fold(error.to_string(), |said, cause| format!("{said}: {cause}"))
}
