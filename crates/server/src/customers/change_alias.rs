//! Giving the customer an alias, or taking it away (S100).

use keyholder_contract::{
    customer::{ChangeAlias, Customer},
    problem::{ErrorCode, FieldCode},
};
use keyholder_domain::{
    access,
    audit::AuditAction,
    customer_alias::{CustomerAlias, CustomerAliasError, MAX_CHARS},
    permission::Permission,
};
use keyholder_store::customers;
use serde_json::json;

use super::view::view;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, IfMatch, field_error},
    users::acting,
};

/// Sets the alias, which everybody at the customer sees at their next request.
pub(crate) async fn change_alias(
    app: &App,
    at: &AtCustomer,
    if_match: IfMatch,
    request: &ChangeAlias,
) -> ApiResult<Customer> {
    at.actor(Permission::AccountSettings)?;
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let actor = acting::actor_now(&tx, at, now).await?;
    access::holds(&actor, Permission::AccountSettings)?;
    let missing = || ApiError::new(ErrorCode::NotFound);
    let before = customers::lock(&tx, at.customer_id)
        .await?
        .ok_or_else(missing)?;
    if_match.check(before.settings_version)?;
    let alias = read(request.alias.as_deref())?;
    let after = alias.as_ref().map(|alias| alias.as_str().to_owned());
    if before.alias != after {
        customers::set_alias(&tx, at.customer_id, alias.as_ref()).await?;
        let entry = Entry {
            customer_id: Some(at.customer_id),
            actor_id: Some(actor.user_id),
            action: AuditAction::AliasChanged,
            target_id: None,
            details: json!({ "before": before.alias, "after": after }),
        };
        record(&tx, app, entry).await?;
    }
    let customer = customers::find(&tx, at.customer_id)
        .await?
        .ok_or_else(missing)?;
    tx.commit().await?;
    Ok(view(customer))
}

fn read(alias: Option<&str>) -> ApiResult<Option<CustomerAlias>> {
    let Some(alias) = alias else {
        return Ok(None);
    };
    let mut fields = Fields::default();
    let alias = fields.take(alias.parse(), |error| match error {
        CustomerAliasError::Empty => field_error("alias", FieldCode::Required, &[]),
        CustomerAliasError::TooLong => {
            field_error("alias", FieldCode::TooLong, &[("max", MAX_CHARS)])
        }
        CustomerAliasError::ForbiddenCharacter => {
            field_error("alias", FieldCode::ForbiddenCharacter, &[])
        }
        CustomerAliasError::LooksLikeNumber => field_error("alias", FieldCode::Malformed, &[]),
    });
    fields.finish()?;
    Ok(alias)
}
