//! One method per operation of the OpenAPI document, named after its `operationId`.

mod audit;
mod auth_requests;
mod customers;
mod decisions;
mod external_identities;
mod location_groups;
mod location_requests;
mod me;
mod meta;
mod passkey_sign_ins;
mod pending_changes;
mod provider;
mod roles;
mod saved_filters;
mod second_factors;
mod security;
pub(crate) mod service;
mod sessions;
mod users;
