//! One location.

use keyholder_contract::{location::Location, problem::ErrorCode};
use keyholder_domain::ids::LocationId;
use keyholder_store::locations;

use super::{reach::reach, view::view};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult},
};

/// The location, if the caller reaches it; every other does not exist.
pub(super) async fn read(app: &App, at: &AtCustomer, id: LocationId) -> ApiResult<Location> {
    let missing = || ApiError::new(ErrorCode::NotFound);
    if !reach(at)?.includes(id) {
        return Err(missing());
    }
    locations::find(&app.database, at.customer_id, id)
        .await?
        .map(view)
        .ok_or_else(missing)
}
