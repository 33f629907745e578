//! The locations of a chosen scope, as they really are.

use keyholder_contract::problem::FieldCode;
use keyholder_domain::{ids::CustomerId, location_scope::LocationScope};
use keyholder_store::{WriteTransaction, locations};

use crate::http::{ApiResult, Fields, field_error};

/// Names each chosen location that the customer does not have. To be asked after the rules: whoever
/// is limited to locations learns nothing about others.
pub(crate) async fn known(
    tx: &WriteTransaction,
    customer: CustomerId,
    scope: &LocationScope,
) -> ApiResult<()> {
    let LocationScope::Only(only) = scope else {
        return Ok(());
    };
    let known = locations::existing(tx, customer, only).await?;
    let mut fields = Fields::default();
    for (index, location) in only.iter().enumerate() {
        if !known.contains(location) {
            let field = format!("scope.location_ids.{index}");
            fields.add(field_error(&field, FieldCode::Unknown, &[]));
        }
    }
    fields.finish()
}
