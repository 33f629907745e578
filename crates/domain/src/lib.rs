//! The rules of Keyholder.
//!
//! Nothing here performs I/O, reads a clock, draws randomness, knows SQL or HTTP: time and random
//! bytes arrive as parameters, facts arrive as values, and a decision leaves as a value. One rule
//! lives in one file that is named after it; `ARCHITECTURE.md` holds the index.

pub mod access;
pub mod audit;
pub mod audit_chain;
pub mod audit_subjects;
pub mod auth_request;
pub mod batch_file;
pub mod clock_offset;
pub mod conversion;
pub mod critical_grant;
pub mod customer;
pub mod customer_alias;
pub mod data_change;
pub mod deactivation;
pub mod decision;
pub mod deletion;
pub mod directory_query;
pub mod email;
pub mod explanation;
pub mod external_identity;
pub mod hand_over_code;
pub mod ids;
pub mod invitation;
pub mod language;
pub mod last_administrator;
pub mod location;
pub mod location_details;
pub mod location_group;
pub mod location_request;
pub mod location_scope;
pub mod lockout;
pub mod offline_copy;
pub mod origin;
pub mod own_role;
pub mod passkey;
pub mod password_history;
pub mod password_policy;
pub mod password_reset;
pub mod pending_change;
pub mod permission;
pub mod person_name;
pub mod recovery;
pub mod role;
pub mod role_name;
pub mod saved_filter;
pub mod scope_choice;
pub mod second_factor;
pub mod second_factor_requirement;
pub mod security_policy;
pub mod security_standards;
pub mod session;
pub mod sign_in;
pub mod sign_in_way;
pub mod spreadsheet;
pub mod step_up;
pub mod text;
pub mod timestamp;
pub mod user;
pub mod user_status;
pub mod username;
pub mod who_can_help;
