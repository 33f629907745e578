//! The name of a released file, which its signature binds: product, version, channel and target.
//!
//! ```text
//! keyholder_1.4.0_stable_linux-x86_64-deb.deb
//! ```
//!
//! A genuine signature of another product, channel or target made with the same key fits its own file; the
//! name tells them apart.

use std::fmt;

use semver::Version;

use crate::{Channel, Installed, PRODUCT, Refusal, Target};

/// The parts of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// Of which release.
    pub version: Version,
    /// For which channel.
    pub channel: Channel,
    /// For which target.
    pub target: Target,
    /// What the kind of package asks for, such as `deb` or `tar.gz`.
    pub ending: String,
}

impl fmt::Display for FileName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            version,
            channel,
            target,
            ending,
        } = self;
        let channel = channel.code();
        write!(f, "{PRODUCT}_{version}_{channel}_{target}.{ending}")
    }
}

/// Refuses a signed name that is not that of a version for what is installed.
pub(crate) fn demand(name: &str, version: &Version, installed: &Installed) -> Result<(), Refusal> {
    // Neither product, channel nor version holds an underscore; a target may, so it comes last.
    let mut parts = name.splitn(4, '_');
    let mut next = || parts.next().ok_or(Refusal::SignatureUnbound);
    let (product, signed, channel, rest) = (next()?, next()?, next()?, next()?);
    if product != PRODUCT {
        return Err(Refusal::OtherProduct);
    }
    if signed != version.to_string() {
        return Err(Refusal::VersionMismatch);
    }
    if channel != installed.channel.code() {
        return Err(Refusal::OtherChannel);
    }
    match rest.split_once('.') {
        Some((target, _)) if target == installed.target.as_str() => Ok(()),
        Some(_) => Err(Refusal::OtherTarget),
        None => Err(Refusal::SignatureUnbound),
    }
}
