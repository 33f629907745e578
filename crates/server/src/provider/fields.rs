//! Reading what an operator writes down, or a merchant wishes for: every fault of every field at once.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode, FieldError},
    provider::{CreateTerminal, SaveCustomer, SaveLocation},
};
use keyholder_domain::{
    customer::{self, CustomerNumber},
    location_details::{
        self, LineError, LocationDetails, MAX_CITY, MAX_LINE, MAX_NAME, MAX_POSTCODE,
    },
};
use keyholder_store::{StoreError, error::unique};

use crate::http::{ApiError, ApiResult, Fields, field_error};

/// Acceptable facts of a customer.
pub(super) struct Facts {
    pub(super) number: CustomerNumber,
    pub(super) name: String,
}

/// Reads number and name; `prefix` leads the names of fields.
pub(super) fn customer(fields: &mut Fields, prefix: &str, request: &SaveCustomer) -> Option<Facts> {
    let number = fields.take(request.number.trim().parse(), |_| {
        field_error(&format!("{prefix}number"), FieldCode::Malformed, &[])
    });
    let name = request.name.trim();
    let field = format!("{prefix}name");
    if name.is_empty() {
        fields.add(field_error(&field, FieldCode::Required, &[]));
    } else if name.chars().count() > MAX_NAME {
        fields.add(field_error(
            &field,
            FieldCode::TooLong,
            &[("max", MAX_NAME)],
        ));
    } else if !customer::is_presentable(name) {
        fields.add(field_error(&field, FieldCode::ForbiddenCharacter, &[]));
    }
    number.map(|number| Facts {
        number,
        name: name.to_owned(),
    })
}

/// Reads a location; `prefix` leads the names of fields.
pub(crate) fn location(
    fields: &mut Fields,
    prefix: &str,
    request: &SaveLocation,
) -> LocationDetails {
    let mut take = |field: &str, read: Result<Option<String>, LineError>| {
        let field = format!("{prefix}{field}");
        fields.take(read, |error| fault(&field, error)).flatten()
    };
    let line = |typed: &Option<String>, max| location_details::line(typed.as_deref(), max);
    LocationDetails {
        name: take(
            "name",
            location_details::needed(&request.name, MAX_NAME).map(Some),
        )
        .unwrap_or_default(),
        website: take(
            "website",
            location_details::website(request.website.as_deref()),
        ),
        street: take("street", line(&request.street, MAX_LINE)),
        postcode: take("postcode", line(&request.postcode, MAX_POSTCODE)),
        city: take("city", line(&request.city, MAX_CITY)),
        country: take(
            "country",
            location_details::country(request.country.as_deref()),
        ),
    }
}

/// Reads number and name of a terminal; `prefix` leads the names of fields.
pub(crate) fn terminal(
    fields: &mut Fields,
    prefix: &str,
    request: &CreateTerminal,
) -> CreateTerminal {
    let number = fields.take(
        location_details::terminal_number(&request.number),
        |error| fault(&format!("{prefix}number"), error),
    );
    let name = fields.take(location_details::needed(&request.name, MAX_NAME), |error| {
        fault(&format!("{prefix}name"), error)
    });
    CreateTerminal {
        number: number.unwrap_or_default(),
        name: name.unwrap_or_default(),
        kind: request.kind,
    }
}

/// The fault of a text.
pub(crate) fn fault(field: &str, error: LineError) -> FieldError {
    match error {
        LineError::Empty => field_error(field, FieldCode::Required, &[]),
        LineError::TooLong(max) => field_error(field, FieldCode::TooLong, &[("max", max)]),
        LineError::ForbiddenCharacter => field_error(field, FieldCode::ForbiddenCharacter, &[]),
        LineError::Malformed => field_error(field, FieldCode::Malformed, &[]),
    }
}

/// A failed save, where something that must be one of its kind is taken; `field` names it.
pub(crate) fn taken(error: StoreError, field: &str) -> ApiError {
    if error.is_taken(unique::CUSTOMER_NUMBER) || error.is_taken(unique::TERMINAL_NUMBER) {
        ApiError::invalid_fields(vec![field_error(field, FieldCode::Taken, &[])])
    } else {
        error.into()
    }
}

/// What `finish` has let through is there.
pub(crate) fn there<T>(value: Option<T>) -> ApiResult<T> {
    value.ok_or_else(|| ErrorCode::InvalidFields.into())
}
