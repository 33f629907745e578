//! What travels between the app and the identity service: requests, responses, error codes.
//!
//! Requests carry plain text where people type, so that a bad field becomes an error that names the
//! field instead of a message about JSON; the service parses it into the domain's types. Responses
//! carry the domain's vocabulary. Ids are `UUIDv7`, moments are RFC 3339 in UTC.

pub mod audit;
pub mod auth_request;
pub mod customer;
pub mod decision;
pub mod explanation;
pub mod external_identity;
pub mod headers;
pub mod location;
pub mod location_group;
pub mod location_request;
pub mod page;
pub mod passkey_sign_in;
pub mod password;
pub mod pending_change;
pub mod permission;
pub mod problem;
pub mod profile;
pub mod provider;
pub mod recovery;
pub mod role;
pub mod saved_filter;
pub mod second_factor;
pub mod security_policy;
pub mod session;
pub mod statistics;
pub mod user;
pub mod user_list;
