//! The service as its callers see it: a real server on a real port, on both databases.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, and its fixtures are tests too"
)]

mod support;

mod activity;
mod auth_request_bounds;
mod auth_request_events;
mod auth_requests;
mod authorization;
mod backups;
mod bad_input;
mod built_in_codes;
mod bulk;
mod bulk_steps;
mod bulk_thousand;
mod campaigns;
mod command_line;
mod concurrency;
mod confirmed_purposes;
mod conversion;
mod corrections;
mod creation_ways;
mod critical_grants;
mod critical_waiting;
mod decisions;
mod deletion;
mod demo;
mod document;
mod escalation;
mod external_identities;
mod external_invitations;
mod external_replies;
mod factor_resets;
mod factor_resets_seen;
mod fresh_proof;
mod hand_over;
mod hidden_address;
mod housekeeping;
mod invitations;
mod key_rotation;
mod known_failures;
mod layers;
mod links;
mod listing;
mod location_groups;
mod location_requests;
mod mail;
mod mailed_code_limits;
mod mailed_codes;
mod mailed_codes_off;
mod memberships;
mod metrics;
mod non_interference;
mod operators;
mod origins;
mod own_data;
mod own_locations;
mod own_tls;
mod passkey_resets;
mod passkey_set_ups;
mod passkey_sign_ins;
mod passkeys;
mod passwords;
mod pending_changes;
mod process;
mod real_provider;
mod recoveries;
mod required_second_factor;
mod required_second_factor_told;
mod resets;
mod rights;
mod roles;
mod saved_filters;
mod scopes;
mod second_factor_limits;
mod second_factor_overview;
mod second_factors;
mod second_factors_elsewhere;
mod security_policy;
mod sessions;
mod shared_person;
mod sign_in;
mod sign_in_way_listed;
mod signed_in_devices;
mod step_up_requests;
mod update_feed;
mod users;
mod why_and_who;
mod without_password;
