//! The rules of updates (threat 32 and the 24 attempts that must fail).
//!
//! A feed is a file that nobody signs: it may announce anything. So what it says is only used to choose
//! what to fetch, and everything that counts is read from the signature of what was fetched:
//!
//! ```text
//! offered  ⇐ the manifest is for this product and channel ∧ newer than what runs and than the newest seen
//!          ∧ it names a file for this target, at a listed place over https
//!          ∧ the installation's turn has come (staged rollout) ∧ nobody skipped this version
//! accepted ⇐ one of the keys of this very build signed file, name, version and moment together
//!          ∧ the signed name is that of this product, version, channel and target
//!          ∧ the signed version is the offered one, newer than what runs
//!          ∧ the signed moment is not before the newest one seen
//! ```
//!
//! Nothing here reads a clock, a file or the network; the app fetches and installs.

mod accept;
mod feed;
mod feed_memory;
mod file_name;
mod health;
mod install;
mod manifest;
mod meter;
mod offer;
mod place;
mod refusal;
mod rollout;
mod schedule;
mod signature;

pub use accept::{Accepted, accept};
pub use feed::{Build, Feed, NotFollowed, Policy, feed};
pub use feed_memory::{FROZEN_AFTER, FeedMemory, Seen};
pub use file_name::FileName;
pub use health::{FAILED_STARTS, Start, Trial};
pub use install::{Channel, Installed, PRODUCT, Target};
pub use manifest::{Artefact, MAX_MANIFEST_BYTES, Manifest};
pub use meter::{MAX_DOWNLOAD_BYTES, Meter};
pub use offer::{Offer, offer};
pub use place::Places;
pub use refusal::Refusal;
pub use rollout::turn;
pub use schedule::{CHECK_EVERY, JITTER, LONGEST_PLAN, next_check, planned};
pub use signature::{Keys, Signed};
