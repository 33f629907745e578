//! Reading a filter that is to be kept: every fault of every field at once.

use std::collections::BTreeSet;

use keyholder_contract::{
    problem::{FieldCode, FieldError},
    saved_filter::{SaveFilter, UserListFilter},
    user_list::UserQuery,
};
use keyholder_domain::{
    access::Actor,
    ids::CustomerId,
    saved_filter::{FilterName, FilterNameError, MAX_NAME_CHARS},
};
use keyholder_store::{StoreError, WriteTransaction, error::unique};

use super::view::Known;
use crate::{
    http::{ApiError, ApiResult, Fields, field_error},
    users::list_query,
};

/// Reads the request: the name, and the filter as it is stored.
pub(super) async fn read(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    request: &SaveFilter,
) -> ApiResult<(FilterName, String)> {
    let mut fields = Fields::default();
    let name = fields.take(request.name.parse(), name_fault);
    let filter = &request.filter;
    // The list itself judges what it can be asked.
    if let Err(refused) = list_query::read(&question(filter)) {
        for fault in refused.errors() {
            let field = format!("filter.{}", fault.field);
            fields.add(FieldError {
                field,
                ..fault.clone()
            });
        }
    } else {
        let known = Known::read(tx, customer, actor, std::slice::from_ref(filter)).await?;
        unknown(&mut fields, "role", &filter.role, &known.roles);
        unknown(&mut fields, "location", &filter.location, &known.locations);
    }
    fields.finish()?;
    // `finish` has returned if the name is missing.
    let name = name.ok_or_else(|| ApiError::invalid_fields(Vec::new()))?;
    let filter = serde_json::to_string(filter).map_err(ApiError::internal)?;
    Ok((name, filter))
}

/// The question that the filter stands for.
fn question(filter: &UserListFilter) -> UserQuery {
    let filter = filter.clone();
    UserQuery {
        search: filter.search,
        status: filter.status,
        role: filter.role,
        location: filter.location,
        kind: filter.kind,
        origin: filter.origin,
        second_factor: filter.second_factor,
        sign_in_way: filter.sign_in_way,
        never_signed_in: filter.never_signed_in,
        idle_days: filter.idle_days,
        ..UserQuery::default()
    }
}

fn unknown<T: Ord>(fields: &mut Fields, field: &str, named: &[T], known: &BTreeSet<T>) {
    for (index, id) in named.iter().enumerate() {
        if !known.contains(id) {
            let field = format!("filter.{field}.{index}");
            fields.add(field_error(&field, FieldCode::Unknown, &[]));
        }
    }
}

fn name_fault(error: FilterNameError) -> FieldError {
    match error {
        FilterNameError::Empty => field_error("name", FieldCode::Required, &[]),
        FilterNameError::TooLong => {
            field_error("name", FieldCode::TooLong, &[("max", MAX_NAME_CHARS)])
        }
        FilterNameError::ForbiddenCharacter => {
            field_error("name", FieldCode::ForbiddenCharacter, &[])
        }
    }
}

/// A failed save, where another filter of the caller has the name.
pub(super) fn taken(error: StoreError) -> ApiError {
    if error.is_taken(unique::SAVED_FILTER_NAME) {
        ApiError::invalid_fields(vec![field_error("name", FieldCode::Taken, &[])])
    } else {
        error.into()
    }
}
