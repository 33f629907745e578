//! Changing locations and terminals, which only the payment provider does.

use std::collections::BTreeMap;

use keyholder_domain::{
    directory_query,
    ids::{CustomerId, LocationId, TerminalId},
    location::TerminalKind,
    location_details::LocationDetails,
};
use sea_orm::FromQueryResult;

use super::{Terminal, search};
use crate::{
    columns,
    connection::{self, Read},
    directory::Binder,
    error::StoreError,
    transaction::WriteTransaction,
};

/// The versions of the named locations, and of their terminals.
pub async fn versions(
    on: &impl Read,
    customer: CustomerId,
    locations: &[LocationId],
) -> Result<(BTreeMap<LocationId, u32>, BTreeMap<TerminalId, u32>), StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        id: String,
        version: i64,
    }
    if locations.is_empty() {
        return Ok((BTreeMap::new(), BTreeMap::new()));
    }
    let read = async |sql: &str, column: &str| {
        let mut binder = Binder::new(on.backend());
        let customer = binder.bind(columns::id(customer));
        let ids = binder.bind_ids(locations);
        let sql = format!("{sql} WHERE customer_id = {customer} AND {column} IN ({ids})");
        connection::all::<Row>(on, &sql, binder.into_values()).await
    };
    let places = read("SELECT id, version FROM locations", "id").await?;
    let terminals = read("SELECT id, version FROM terminals", "location_id").await?;
    Ok((
        places
            .iter()
            .map(|row| Ok((columns::parse(&row.id)?, columns::count(row.version)?)))
            .collect::<Result<_, StoreError>>()?,
        terminals
            .iter()
            .map(|row| Ok((columns::parse(&row.id)?, columns::count(row.version)?)))
            .collect::<Result<_, StoreError>>()?,
    ))
}

/// The version of a location, which nobody else changes until the transaction ends.
pub async fn lock(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationId,
) -> Result<Option<u32>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        version: i64,
    }
    let sql = format!(
        "SELECT version FROM locations WHERE customer_id = $1 AND id = $2{}",
        connection::for_update(tx)
    );
    let values = [columns::id(customer), columns::id(id)];
    let row = connection::one::<Row>(tx, &sql, values).await?;
    row.map(|row| columns::count(row.version)).transpose()
}

/// A terminal with its version, which nobody else changes until the transaction ends.
pub async fn lock_terminal(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: TerminalId,
) -> Result<Option<(Terminal, u32)>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        location_id: String,
        number: String,
        name: String,
        kind: String,
        version: i64,
    }
    let sql = format!(
        "SELECT location_id, number, name, kind, version FROM terminals \
         WHERE customer_id = $1 AND id = $2{}",
        connection::for_update(tx)
    );
    let values = [columns::id(customer), columns::id(id)];
    let row = connection::one::<Row>(tx, &sql, values).await?;
    row.map(|row| {
        let terminal = Terminal {
            id,
            location_id: columns::parse(&row.location_id)?,
            number: row.number,
            name: row.name,
            kind: columns::code(&row.kind, TerminalKind::from_code)?,
        };
        Ok((terminal, columns::count(row.version)?))
    })
    .transpose()
}

/// Writes the details of a location that is there, and counts the change.
pub async fn save(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationId,
    details: &LocationDetails,
) -> Result<(), StoreError> {
    let sql = "UPDATE locations SET version = version + 1, name = $3, website = $4, street = $5, \
               postcode = $6, city = $7, country = $8, sort_name = $9 \
               WHERE customer_id = $1 AND id = $2";
    let values = [
        columns::id(customer),
        columns::id(id),
        details.name.as_str().into(),
        details.website.clone().into(),
        details.street.clone().into(),
        details.postcode.clone().into(),
        details.city.clone().into(),
        details.country.clone().into(),
        directory_query::sortable(&details.name).into(),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => search::refresh(tx, customer, id).await,
    }
}

/// Writes a terminal that is there, wherever it stands from now on, and counts the change.
///
/// Fails with [`crate::error::unique::TERMINAL_NUMBER`] if the number is taken, and with
/// [`StoreError::NotFound`] if the location is not the customer's.
pub async fn save_terminal(
    tx: &WriteTransaction,
    customer: CustomerId,
    before: &Terminal,
    after: &Terminal,
) -> Result<(), StoreError> {
    let sql = "UPDATE terminals SET version = version + 1, location_id = $3, number = $4, \
               name = $5, kind = $6 WHERE customer_id = $1 AND id = $2";
    let values = [
        columns::id(customer),
        columns::id(after.id),
        columns::id(after.location_id),
        after.number.as_str().into(),
        after.name.as_str().into(),
        after.kind.code().into(),
    ];
    if connection::execute(tx, sql, values).await? == 0 {
        return Err(StoreError::NotFound);
    }
    search::refresh(tx, customer, after.location_id).await?;
    if before.location_id != after.location_id {
        search::refresh(tx, customer, before.location_id).await?;
    }
    Ok(())
}
