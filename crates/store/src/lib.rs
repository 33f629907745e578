//! All SQL of Keyholder: SQLite and PostgreSQL from one source.
//!
//! One module per noun, with free functions. Reading takes anything that is [`Read`]; changing takes
//! a [`WriteTransaction`], which is the only way to change anything:
//!
//! ```text
//! let tx = database.begin_write().await?;      // IMMEDIATE on SQLite: one writer at a time
//! let target = access_facts::lock(&tx, customer, user).await?;
//! ... decide, in the domain ...
//! memberships::deactivate(&tx, customer, user, now).await?;
//! audit::append(&tx, &event).await?;
//! tx.commit().await?;                          // also brings the user list up to date
//! ```
//!
//! The store holds no rule, reads no clock and draws no randomness: ids, moments, hashes and salts
//! arrive as values. Tokens arrive as SHA-256 hashes; the store never sees one in the clear.

pub mod access_facts;
pub mod additions;
mod asked;
pub mod audit;
pub mod auth_requests;
pub mod authenticators;
mod batch;
mod columns;
pub mod confirming_devices;
mod connection;
pub mod conversions;
pub mod credentials;
pub mod customers;
pub mod data_changes;
mod database;
pub mod devices;
pub mod directory;
pub mod erasure;
pub mod error;
pub mod external_identities;
pub mod external_sign_ins;
pub mod factor_letters;
mod gathered;
mod group;
pub mod idempotency;
pub mod invitations;
pub mod location_groups;
pub mod location_requests;
pub mod locations;
pub mod memberships;
mod migrations;
pub mod origins;
pub mod outbox;
pub mod passkey_ceremonies;
pub mod passkey_sign_ins;
pub mod passkeys;
pub mod pending_changes;
pub mod profiles;
pub mod proof_ids;
pub mod recoveries;
mod remembered;
pub mod reset_links;
pub mod role_members;
pub mod roles;
pub mod saved_filters;
pub mod sealed_secrets;
pub mod second_factors;
pub mod security_policies;
pub mod seeding;
pub mod service_clients;
pub mod session_checks;
pub mod sessions;
pub mod sign_in_attempts;
pub mod sign_in_setups;
pub mod signed_in_devices;
mod snapshot;
#[cfg(feature = "testing")]
pub mod testing;
mod transaction;
pub mod users;
pub mod waiting_sign_ins;
mod write_behind;

pub use connection::{Read, STATEMENTS};
pub use database::{Database, DatabaseOptions};
pub use error::StoreError;
pub use group::settled;
pub use transaction::WriteTransaction;

/// The SHA-256 hash of a secret token.
pub type TokenHash = [u8; 32];
