//! Requests for locations: merchants ask, operators answer (S68, L7).

mod answer;
mod ask;
mod fields;
mod letter;
mod list;
mod routes;
mod view;
mod waiting;
mod withdraw;

pub use routes::routes;
