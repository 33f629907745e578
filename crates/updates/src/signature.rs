//! Signatures in the form of minisign, as the release tool makes them: base64 of the signature file, whose
//! trusted comment says `timestamp:`, `file:` and `version:`.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use keyholder_domain::timestamp::Timestamp;
use minisign_verify::{PublicKey, Signature};
use semver::Version;

use crate::Refusal;

/// No signature is longer.
const MAX_BYTES: usize = 4096;

/// The keys that a build trusts. They come with the build and from nowhere else, so one that somebody puts
/// beside a downloaded app is not looked at. A release with a new key is signed with an old one, and brings
/// both.
#[derive(Clone, Debug)]
pub struct Keys(Vec<PublicKey>);

impl Keys {
    /// Reads keys in the form of `minisign.pub`; nothing where one cannot be read, or there is none.
    pub fn read(texts: &[&str]) -> Option<Self> {
        let keys: Option<Vec<_>> = texts
            .iter()
            .map(|text| PublicKey::decode(text).ok())
            .collect();
        keys.filter(|keys| !keys.is_empty()).map(Self)
    }
}

/// What somebody with the key of a build vouches for, beside the bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The name of the file.
    pub file: String,
    /// Its version.
    pub version: Version,
    /// When it was signed, to the second.
    pub at: Timestamp,
}

/// What the signature of these bytes says. Its words are only read once they are known to be signed.
pub(crate) fn verify(keys: &Keys, signature: &str, bytes: &[u8]) -> Result<Signed, Refusal> {
    let malformed = Refusal::SignatureMalformed;
    if signature.len() > MAX_BYTES {
        return Err(malformed);
    }
    let text = STANDARD.decode(signature.trim()).map_err(|_| malformed)?;
    let text = String::from_utf8(text).map_err(|_| malformed)?;
    let signature = Signature::decode(&text).map_err(|_| malformed)?;
    // Legacy signatures are over the bytes themselves, not over their hash; the release tool makes none.
    let is_ours = |key: &PublicKey| key.verify(bytes, &signature, false).is_ok();
    if !keys.0.iter().any(is_ours) {
        return Err(Refusal::SignatureWrong);
    }
    let comment = signature.trusted_comment();
    let field = |name: &str| {
        let mut found = comment
            .split('\t')
            .filter_map(|part| part.strip_prefix(name)?.strip_prefix(':'));
        let value = found.next().ok_or(Refusal::SignatureUnbound)?;
        // A second one would leave open which counts.
        found
            .next()
            .map_or(Ok(value), |_| Err(Refusal::SignatureUnbound))
    };
    let unbound = Refusal::SignatureUnbound;
    let seconds: i64 = field("timestamp")?.parse().map_err(|_| unbound)?;
    Ok(Signed {
        file: field("file")?.to_owned(),
        version: field("version")?.parse().map_err(|_| unbound)?,
        at: Timestamp::from_micros(seconds.checked_mul(1_000_000).ok_or(unbound)?),
    })
}
