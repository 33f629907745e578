//! Which feed an installation follows. It comes with the build or from a policy file that only the
//! administrator of the machine can write; never from the service, the user or the feed itself.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use semver::Version;
use serde::Deserialize;
use url::Url;

use crate::{Keys, Places};

/// What was fixed when the app was built; texts as they stand in the build's environment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Build<'a> {
    /// The address of the manifest.
    pub feed: Option<&'a str>,
    /// Public keys in Tauri's form (base64 of `minisign.pub`), parted by blanks.
    pub keys: Option<&'a str>,
    /// Further hosts that files may be on, parted by blanks.
    pub hosts: Option<&'a str>,
}

/// What the administrator of a machine wrote down.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Policy {
    /// Never looks for an update.
    pub off: bool,
    /// Takes no version after this one.
    pub up_to: Option<Version>,
    /// Another feed than that of the build.
    pub feed: Option<Url>,
    /// Keys in place of those of the build, in Tauri's form.
    pub keys: Vec<String>,
    /// Further hosts that files may be on, as `host` or `host:port`.
    pub hosts: Vec<String>,
    /// A file with certificate authorities to trust in place of those of the system, in PEM.
    pub authorities: Option<String>,
}

impl Policy {
    /// Reads the file. One that says something unknown is not guessed at.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        serde_json::from_slice(bytes).ok()
    }
}

/// What is followed.
#[derive(Clone, Debug)]
pub struct Feed {
    /// The address of the manifest.
    pub url: Url,
    /// Where it and its files may be.
    pub places: Places,
    /// The keys that files are signed with.
    pub keys: Keys,
    /// The same keys in Tauri's form, for the installer.
    pub key_texts: Vec<String>,
    /// The last version that is taken, if the administrator named one.
    pub up_to: Option<Version>,
}

/// Why nothing is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotFollowed {
    /// Neither the build nor a policy file names a feed with its keys.
    NoFeed,
    /// The administrator of the machine switched updates off.
    SwitchedOff,
    /// There is a policy file, but it cannot be read, is not the administrator's alone, or makes no sense.
    PolicyUnreadable,
    /// What runs was started from no package, so nothing could be replaced.
    NoPackage,
}

/// What to follow.
pub fn feed(build: Build<'_>, policy: &Policy) -> Result<Feed, NotFollowed> {
    if policy.off {
        return Err(NotFollowed::SwitchedOff);
    }
    let words = |text: Option<&str>| -> Vec<String> {
        let text = text.unwrap_or_default();
        text.split_whitespace().map(str::to_owned).collect()
    };
    let built_in = || build.feed.and_then(|feed| feed.parse().ok());
    let url: Url = policy
        .feed
        .clone()
        .or_else(built_in)
        .ok_or(NotFollowed::NoFeed)?;
    let key_texts = if policy.keys.is_empty() {
        words(build.keys)
    } else {
        policy.keys.clone()
    };
    let keys = decoded(&key_texts).ok_or(NotFollowed::NoFeed)?;
    let own = url.host_str().map(|host| {
        url.port()
            .map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
    });
    let hosts = own
        .into_iter()
        .chain(words(build.hosts))
        .chain(policy.hosts.iter().cloned());
    let places = Places::new(hosts);
    // A feed over http is no feed.
    places.demand(&url).map_err(|_| NotFollowed::NoFeed)?;
    Ok(Feed {
        url,
        places,
        keys,
        key_texts,
        up_to: policy.up_to.clone(),
    })
}

fn decoded(texts: &[String]) -> Option<Keys> {
    let mut plain = Vec::with_capacity(texts.len());
    for text in texts {
        plain.push(String::from_utf8(STANDARD.decode(text).ok()?).ok()?);
    }
    let plain: Vec<_> = plain.iter().map(String::as_str).collect();
    Keys::read(&plain)
}
