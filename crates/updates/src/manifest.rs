//! The manifest of a feed: a static file in the form of Tauri's updater, with a product, a channel and a
//! share of installations beside it. Nobody signs it.

use std::collections::BTreeMap;

use keyholder_domain::timestamp::Timestamp;
use semver::Version;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::{Channel, Refusal, Target};

/// No manifest is longer.
pub const MAX_MANIFEST_BYTES: usize = 64 * 1024;

/// What a feed announces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Of which product.
    pub product: String,
    /// For which channel.
    pub channel: Channel,
    /// The newest version.
    pub version: Version,
    /// When it was published.
    pub pub_date: Timestamp,
    /// What is new, as text.
    #[serde(default)]
    pub notes: String,
    /// The share of installations whose turn it is, in percent, 0 to 100; all where it is missing.
    #[serde(default = "everybody")]
    pub rollout: u8,
    /// The files, by target.
    pub platforms: BTreeMap<Target, Artefact>,
}

/// A file of a release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Artefact {
    /// Where it is.
    pub url: Url,
    /// The content of its signature file, in base64.
    pub signature: String,
}

const fn everybody() -> u8 {
    100
}

impl Manifest {
    /// Reads what came from a feed.
    pub fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        if bytes.len() > MAX_MANIFEST_BYTES {
            return Err(Refusal::ManifestMalformed);
        }
        // serde_json stops at a depth of 128.
        let manifest: Self =
            serde_json::from_slice(bytes).map_err(|_| Refusal::ManifestMalformed)?;
        if manifest.rollout > 100 {
            return Err(Refusal::ManifestMalformed);
        }
        Ok(manifest)
    }
}
