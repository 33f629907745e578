//! Where the feed comes from: the build, and the policy file of the administrator of the machine.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use keyholder_updates::{Build, Channel, Feed, Installed, NotFollowed, Policy, feed};
use semver::Version;
use tauri::utils::{config::BundleType, platform::bundle_type};

use crate::version::VERSION;

/// Fixed when the app is built (`docs/releasing.md`); a build without them follows nothing.
const BUILD: Build<'static> = Build {
    feed: option_env!("KEYHOLDER_UPDATE_FEED"),
    keys: option_env!("KEYHOLDER_UPDATE_KEYS"),
    hosts: option_env!("KEYHOLDER_UPDATE_HOSTS"),
};
const CHANNEL: Option<&str> = option_env!("KEYHOLDER_UPDATE_CHANNEL");
/// The largest policy file that is read, in bytes.
const MAX_POLICY: u64 = 64 * 1024;

/// Where the administrator puts the policy.
#[cfg(target_os = "linux")]
const POLICY: &str = "/etc/keyholder/updates.json";
#[cfg(target_os = "macos")]
const POLICY: &str = "/Library/Application Support/Keyholder/updates.json";
#[cfg(windows)]
const POLICY: &str = r"C:\Program Files\Keyholder\updates.json";

/// What is followed here.
pub(crate) struct Origin {
    pub(crate) feed: Result<Feed, NotFollowed>,
    pub(crate) authorities: Option<Vec<u8>>,
}

impl Origin {
    /// Of this build on this machine.
    pub(crate) fn of_this_machine() -> Self {
        Self::of(BUILD, Path::new(POLICY))
    }

    fn of(build: Build<'_>, path: &Path) -> Self {
        let read = policy(path).and_then(|policy| {
            let authorities = policy.authorities.as_ref().map(fs::read).transpose()?;
            Ok((policy, authorities))
        });
        match read {
            Ok((policy, authorities)) => Self {
                feed: feed(build, &policy),
                authorities,
            },
            Err(error) => {
                tracing::warn!(%error, "the policy file of this machine cannot be used: no updates");
                Self {
                    feed: Err(NotFollowed::PolicyUnreadable),
                    authorities: None,
                }
            }
        }
    }
}

/// The policy; that of a machine without one demands nothing.
fn policy(path: &Path) -> io::Result<Policy> {
    let about = match fs::metadata(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Policy::default()),
        about => about?,
    };
    if about.len() > MAX_POLICY {
        return Err(io::Error::other("it is too long"));
    }
    // Windows and macOS let only administrators write there.
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        if about.uid() != 0 || about.mode() & 0o022 != 0 {
            return Err(io::Error::other("somebody else than root may write it"));
        }
    }
    Policy::read(&fs::read(path)?).ok_or_else(|| io::Error::other("it makes no sense"))
}

/// The build that runs; its kind of package is `none` where it was started from none.
pub(crate) fn installed() -> Option<Installed> {
    let kind = match bundle_type() {
        Some(BundleType::Deb) => "deb",
        Some(BundleType::Rpm) => "rpm",
        Some(BundleType::AppImage) => "appimage",
        Some(BundleType::Msi) => "msi",
        Some(BundleType::Nsis) => "nsis",
        Some(BundleType::App | BundleType::Dmg) => "app",
        None => "none",
    };
    let system = if cfg!(target_os = "macos") {
        "darwin"
    } else {
        std::env::consts::OS
    };
    let architecture = std::env::consts::ARCH;
    Some(Installed {
        version: Version::parse(VERSION).ok()?,
        channel: match CHANNEL {
            Some("beta") => Channel::Beta,
            _ => Channel::Stable,
        },
        target: format!("{system}-{architecture}-{kind}").parse().ok()?,
    })
}

/// The file that an `AppImage` was started from.
pub(crate) fn image() -> Option<PathBuf> {
    std::env::var_os("APPIMAGE")
        .map(PathBuf::from)
        .filter(|path| path.is_absolute())
}

/// What an installation lets the app put back itself: the program of an NSIS installer, or the folder of an app of
/// macOS. What Windows Installer (MSI) keeps belongs to the system.
pub(crate) fn app_of(kind: &BundleType) -> Option<PathBuf> {
    let program = std::env::current_exe().ok()?;
    match kind {
        BundleType::Nsis => Some(program),
        BundleType::App | BundleType::Dmg => folder_of(&program),
        _ => None,
    }
}

/// `Keyholder.app`, of `Keyholder.app/Contents/MacOS/keyholder`.
fn folder_of(program: &Path) -> Option<PathBuf> {
    let folder = program.ancestors().nth(3)?;
    (folder.extension()? == "app").then(|| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_an_app_is_known_by_its_ending() {
        let inside = Path::new("/Applications/Keyholder.app/Contents/MacOS/keyholder");
        let folder = PathBuf::from("/Applications/Keyholder.app");
        assert_eq!(folder_of(inside), Some(folder));
        assert_eq!(folder_of(Path::new("/srv/build/debug/keyholder")), None);
        assert_eq!(folder_of(Path::new("/keyholder")), None);
    }

    const NOBODYS: Build<'static> = Build {
        feed: None,
        keys: None,
        hosts: None,
    };

    #[test]
    fn a_build_without_a_feed_follows_none() {
        let folder = tempfile::tempdir().unwrap();
        let origin = Origin::of(NOBODYS, &folder.path().join("updates.json"));
        assert_eq!(origin.feed.unwrap_err(), NotFollowed::NoFeed);
    }

    #[cfg(unix)]
    #[test]
    fn update_attack_08_a_policy_that_others_may_write_switches_updates_off() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("updates.json");
        fs::write(&path, r#"{"feed": "https://evil.example/stable.json"}"#).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
        let origin = Origin::of(NOBODYS, &path);
        assert_eq!(origin.feed.unwrap_err(), NotFollowed::PolicyUnreadable);
    }
}
