//! Where updates may come from: https, and hosts that the build or a policy file of the machine lists.

use url::Url;

use crate::Refusal;

/// The hosts, as `host` for the usual port or `host:port`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places(Vec<String>);

impl Places {
    /// These and no others.
    pub fn new(hosts: impl IntoIterator<Item = String>) -> Self {
        Self(hosts.into_iter().collect())
    }

    /// Refuses what is not listed: for the feed, for a file, and for every redirect on the way.
    pub fn demand(&self, url: &Url) -> Result<(), Refusal> {
        let refused = Refusal::PlaceNotAllowed;
        if url.scheme() != "https" || !url.username().is_empty() || url.password().is_some() {
            return Err(refused);
        }
        let host = url.host_str().ok_or(refused)?;
        let asked = url
            .port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"));
        if self.0.contains(&asked) {
            Ok(())
        } else {
            Err(refused)
        }
    }
}
