//! The service as its callers see it: a real server on a real port, on both databases.

mod support;

mod layers;
mod sessions;
mod sign_in;
