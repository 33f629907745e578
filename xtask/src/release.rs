//! The feed of a release: static files that any web server can host.
//!
//! ```text
//! cargo xtask release feed …    names, signs and lists the packages of a folder, and holds them against the list
//! cargo xtask release check …   fetches a published feed and holds every file against it
//! cargo xtask release journey   lets an app update itself, and refuse what was tampered with
//! cargo xtask release reproduced  builds what is shipped twice, in two folders, and compares the bytes
//! ```
//!
//! Publishing is copying, in this order: the files, their check in place, then the manifest. `docs/releasing.md`
//! has the whole way.

#[cfg(feature = "release")]
mod feed;
#[cfg(feature = "release")]
mod journey;
#[cfg(feature = "release")]
mod packages;
#[cfg(feature = "release")]
mod published;
#[cfg(feature = "release")]
mod signing_key;
#[cfg(feature = "release")]
mod source;
#[cfg(test)]
#[cfg(feature = "release")]
mod tests;

use std::path::PathBuf;

use clap::Subcommand;

use crate::failure::Done;

/// What is done for a release.
#[derive(Subcommand, Debug)]
pub(crate) enum Chore {
    /// Name, sign and list the packages of a folder as a feed.
    Feed(Feed),
    /// Fetch a published feed and hold every file against it.
    Check(Check),
    /// Build an app and the one after it, and let the first update itself; takes some minutes.
    Journey,
    /// Build `ui/` and the service twice, in two folders, and compare the bytes; takes many minutes.
    Reproduced,
}

/// A feed to be made.
#[derive(clap::Args, Debug)]
pub(crate) struct Feed {
    /// The packages, as the bundler names them.
    #[arg(long)]
    pub(crate) packages: PathBuf,
    /// The version of the release.
    #[arg(long)]
    pub(crate) version: String,
    /// `stable` or `beta`.
    #[arg(long, default_value = "stable")]
    pub(crate) channel: String,
    /// The share of installations whose turn it is, in percent.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u8).range(0..=100))]
    pub(crate) rollout: u8,
    /// Where the files will be, for example `https://updates.example.com/keyholder/`.
    #[arg(long)]
    pub(crate) url: String,
    /// A text file that says what is new.
    #[arg(long)]
    pub(crate) notes: Option<PathBuf>,
    /// The secret key of minisign; its password is asked of `TAURI_SIGNING_PRIVATE_KEY_PASSWORD`.
    #[arg(long)]
    pub(crate) key: PathBuf,
    /// The public keys that builds trust: the own one, and an older one while keys change.
    #[arg(long, required = true, num_args = 1..)]
    pub(crate) public: Vec<PathBuf>,
    /// A folder for the feed; it must be empty or not be there.
    #[arg(long)]
    pub(crate) out: PathBuf,
}

/// A feed to be checked.
#[derive(clap::Args, Debug)]
pub(crate) struct Check {
    /// The address of the manifest.
    pub(crate) feed: String,
    /// The public keys that builds trust.
    #[arg(long, required = true, num_args = 1..)]
    pub(crate) public: Vec<PathBuf>,
    /// Certificate authorities to trust instead of the usual ones, for a feed in a closed network.
    #[arg(long)]
    pub(crate) ca: Option<PathBuf>,
}

/// Does one of them.
#[cfg(feature = "release")]
pub(crate) async fn carry_out(chore: Chore) -> Done {
    match chore {
        Chore::Feed(feed) => feed::make(&feed).await,
        Chore::Check(check) => published::check_web(&check).await,
        Chore::Journey => journey::travel().await,
        Chore::Reproduced => crate::package::reproduced::compare().await,
    }
}

/// Signing takes crates that the other chores need not wait for: builds them in, and starts anew.
#[cfg(not(feature = "release"))]
pub(crate) async fn carry_out(_chore: Chore) -> Done {
    crate::program::Program::cargo()
        .args(["run", "--locked", "--package", "xtask"])
        .args(["--features", "release", "--"])
        .args(std::env::args_os().skip(1))
        .run()
        .await
}
