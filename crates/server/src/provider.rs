//! What operators of the payment provider do: customers, their locations and terminals. Every change
//! stands in the customer's own log as the provider's. No operation shows or changes a user.

mod change_customer;
mod change_location;
mod change_terminal;
mod create_customer;
pub(crate) mod create_location;
pub(crate) mod create_terminal;
pub(crate) mod cursor;
pub(crate) mod fields;
mod locations;
mod read;
mod routes;
mod search;
mod terminal_routes;
pub(crate) mod view;

use utoipa_axum::router::OpenApiRouter;

use crate::App;

/// The operations of this noun.
pub fn routes() -> OpenApiRouter<App> {
    routes::routes().merge(terminal_routes::routes())
}
