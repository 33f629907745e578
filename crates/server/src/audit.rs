//! The audit log: written with every change, read by who may see activity.
//!
//! ```text
//! record.rs ........ writing an entry, with where it came from and what its objects are called
//! details.rs ....... what stands beside the chain: how it is written and read back
//! doer.rs .......... who did it, where readers are not told a name
//! list.rs, entry.rs  pages of entries as the caller may see them
//! export.rs, forms.rs the same as a file
//! verification.rs .. whether the chain is whole, answered with bounded work
//! checkpoints.rs ... sealed places of chains, made in the background
//! anchors.rs ....... the same places in a file outside of the database
//! ```

pub(crate) mod anchors;
pub(crate) mod checkpoints;
mod cursor;
mod details;
mod doer;
mod entry;
mod export;
mod forms;
mod list;
mod record;
mod routes;
mod verification;

pub(crate) use doer::{by_provider, from_elsewhere};
pub(crate) use record::{Entry, record};
pub use routes::routes;
