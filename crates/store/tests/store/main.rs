//! The store on both databases. Every test runs on SQLite and on PostgreSQL.

mod fixture;
mod schema;
mod sign_in;
