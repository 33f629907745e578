//! One customer.

use keyholder_contract::{problem::ErrorCode, provider::ProviderCustomer};
use keyholder_domain::ids::CustomerId;
use keyholder_store::{Read, customers};

use super::view;
use crate::http::{ApiError, ApiResult};

/// The customer as it is now.
pub(super) async fn read(on: &impl Read, id: CustomerId) -> ApiResult<ProviderCustomer> {
    let found = customers::find(on, id).await?;
    let mut all = view::customers(on, found.into_iter().collect()).await?;
    all.pop().ok_or_else(|| ApiError::new(ErrorCode::NotFound))
}
