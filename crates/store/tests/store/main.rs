//! The store on both databases. Every test runs on SQLite and on PostgreSQL.

#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its fixtures are tests too"
)]

mod audit_chain;
mod audit_log;
mod concurrency;
mod directory_beginning;
mod directory_lists;
mod directory_newcomers;
mod directory_status;
mod directory_truth;
mod directory_ways;
mod fixture;
mod invitations_spent;
mod location_group_model;
mod location_groups;
mod mail_and_keys;
mod people;
mod place_search;
mod places;
mod saved_filters;
mod schema;
mod session_check_changes;
mod shared_flush;
mod sign_in;
