//! Who may call what: every operation of the document, every kind of caller, on both databases.
//!
//! A new operation without a row fails, a row without an operation fails, and there is no list of
//! exceptions. Every refused call must leave the whole database byte for byte as it was.

mod callers;
mod crossing;
mod foreign;
mod fresh_proof;
mod matrix;
mod operations;
mod unaudited;
