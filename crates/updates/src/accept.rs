//! Whether what was fetched is installed. Only its signature is believed.

use crate::{FeedMemory, Installed, Keys, Offer, Refusal, Seen, file_name, signature};

/// Bytes that may be installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// To be remembered ([`FeedMemory::note_accepted`]).
    pub seen: Seen,
}

/// Looks at all that was fetched for an offer.
pub fn accept(
    installed: &Installed,
    memory: &FeedMemory,
    keys: &Keys,
    offer: &Offer,
    bytes: &[u8],
) -> Result<Accepted, Refusal> {
    let signed = signature::verify(keys, &offer.artefact.signature, bytes)?;
    // Build metadata takes no part in the order of versions, but makes another file.
    if signed.version.to_string() != offer.version.to_string() {
        return Err(Refusal::VersionMismatch);
    }
    file_name::demand(&signed.file, &signed.version, installed)?;
    if signed.version <= installed.version {
        return Err(Refusal::NotNewer);
    }
    if let Some(seen) = &memory.newest
        && (signed.version < seen.version || signed.at < seen.signed_at)
    {
        return Err(Refusal::OlderThanSeen);
    }
    Ok(Accepted {
        seen: Seen {
            version: signed.version,
            signed_at: signed.at,
        },
    })
}
