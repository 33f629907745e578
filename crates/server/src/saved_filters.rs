//! Filters of the list of users that people keep for themselves. Whoever may see the list may keep
//! filters of it; nobody sees those of somebody else.

mod change;
mod create;
mod delete;
mod fields;
mod keeper;
mod list;
mod routes;
mod view;

pub use routes::routes;
