//! Users at a customer.

pub(crate) mod acting;
mod adopt;
pub(crate) mod change_permissions;
mod change_roles;
pub(crate) mod change_scope;
pub(crate) mod claim;
pub(crate) mod colleagues;
mod convert;
mod count;
pub(crate) mod create;
pub(crate) mod cursor;
pub(crate) mod deactivate;
mod delete;
pub(crate) mod denial;
mod life;
mod links_left;
mod list;
pub(crate) mod list_query;
pub(crate) mod namesakes;
pub(crate) mod new_user;
mod propose_correction;
mod reactivate;
mod read;
mod restore;
pub(crate) mod role_choice;
mod routes;
pub(crate) mod scope_choice;
mod unlock;
pub(crate) mod view;
mod view_actions;
pub(crate) mod view_row;

pub use routes::routes;
