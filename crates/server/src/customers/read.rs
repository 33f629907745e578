//! One customer.

use keyholder_contract::{customer::Customer, problem::ErrorCode};
use keyholder_store::customers;

use super::view::view;
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
};

/// The customer of the path, which the caller may know of.
pub(crate) async fn read(app: &App, at: &AtCustomer) -> ApiResult<Customer> {
    customers::find(&app.database, at.customer_id)
        .await?
        .map(view)
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}
