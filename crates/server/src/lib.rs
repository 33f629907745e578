//! The identity service.
//!
//! # How an action looks
//!
//! One action is one file, `<noun>/<verb>.rs`, and always has the same shape:
//!
//! ```text
//! open     app.begin_write(&caller.proof)   one write transaction; a replayed proof fails here
//! load     store functions on the transaction; what a decision depends on is locked
//! decide   one call into keyholder-domain; the action itself holds no rule
//! save     store functions, and the audit event, in the same transaction
//! commit   transaction.commit()
//! tell     build the contract's answer; mails went into the outbox in the transaction
//! ```
//!
//! `<noun>/routes.rs` is HTTP and contract only: extract, call the action, answer. Extractors come
//! in this order: caller (nothing runs without one), path, headers, body.
//!
//! | extractor | gives |
//! |---|---|
//! | [`auth::SignedIn`] | a person with a live session |
//! | [`auth::AtCustomer`] | the same, at the customer of the path; unknown and foreign customers are 404 |
//! | [`auth::DecisionCaller`] | a person at the customer, or one of the customer's service clients |
//! | [`http::ApiPath`], [`http::ApiQuery`], [`http::ApiJson`] | typed input; what is wrong is named by field |
//! | [`http::IfMatch`] | the version that an edit has read; 428 without, 412 is for the action |
//! | [`http::IdempotencyKey`] | the client's name for a creation |
//!
//! Handlers return [`http::ApiResult`]. An [`http::ApiError`] holds a code of the contract; status,
//! headers, body and request id are added in one place ([`http::finish`]).
//!
//! Time comes from [`clock::Clock`], randomness from [`random::Random`]; nothing else reads either.

pub mod account_pages;
pub mod app;
pub mod audit;
pub mod auth;
mod auth_requests;
pub mod backup;
pub mod catalogue;
pub mod cli;
pub mod clock;
pub mod config;
mod critical_grants;
pub mod customers;
pub(crate) mod data_changes;
pub mod decisions;
#[cfg(feature = "demo")]
pub mod demo;
mod erasure;
pub mod external_identities;
pub mod hand_over;
pub mod housekeeping;
pub mod http;
pub mod invitations;
pub mod keys;
pub mod location_groups;
pub mod location_requests;
pub mod locations;
pub mod mail;
pub mod me;
pub mod metrics;
mod new_password;
pub mod oidc;
pub mod openapi;
pub mod own_password;
mod passkey_sign_ins;
mod passkeys;
pub mod password_resets;
pub mod passwords;
mod pending_changes;
pub mod permissions;
pub mod provider;
pub mod random;
pub mod recoveries;
pub mod roles;
pub mod router;
pub mod saved_filters;
pub mod second_factors;
pub mod security_policy;
pub mod serve;
pub mod sessions;
pub mod sign_in;
mod statistics;
mod terminal;
pub mod tls;
pub mod users;

pub use app::{App, Parts};
