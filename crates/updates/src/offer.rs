//! Whether what a feed announces is offered to the user.

use semver::Version;

use crate::{Artefact, Channel, FeedMemory, Installed, Manifest, PRODUCT, Places, Refusal};

/// Something newer, to be fetched and then looked at ([`crate::accept`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its version, as announced.
    pub version: Version,
    /// What is new, as announced.
    pub notes: String,
    /// The file.
    pub artefact: Artefact,
}

/// What to offer, or nothing: what runs is the newest, the turn of this installation has not come, or its
/// user skipped this version. `turn` is the place of the installation in a rollout ([`crate::turn`]).
pub fn offer(
    installed: &Installed,
    memory: &FeedMemory,
    places: &Places,
    manifest: &Manifest,
    turn: u8,
) -> Result<Option<Offer>, Refusal> {
    if manifest.product != PRODUCT {
        return Err(Refusal::OtherProduct);
    }
    if manifest.channel != installed.channel {
        return Err(Refusal::OtherChannel);
    }
    if installed.channel == Channel::Stable && !manifest.version.pre.is_empty() {
        return Err(Refusal::PreRelease);
    }
    if manifest.version < installed.version {
        return Err(Refusal::NotNewer);
    }
    if let Some(seen) = &memory.newest
        && (manifest.version < seen.version || manifest.pub_date < seen.signed_at)
    {
        return Err(Refusal::OlderThanSeen);
    }
    let is_skipped = memory.skipped.as_ref() == Some(&manifest.version);
    if manifest.version == installed.version || is_skipped || turn >= manifest.rollout {
        return Ok(None);
    }
    let artefact = manifest
        .platforms
        .get(&installed.target)
        .ok_or(Refusal::NoneForTarget)?;
    places.demand(&artefact.url)?;
    Ok(Some(Offer {
        version: manifest.version.clone(),
        notes: manifest.notes.clone(),
        artefact: artefact.clone(),
    }))
}
