//! How locations are found: by the trigrams of the searched text, within a customer, as users are
//! (`directory/search.rs`). What the index names is compared with LIKE in the end, so both databases
//! find the same.

use keyholder_domain::{
    directory_query::{self, SearchText},
    ids::{CustomerId, LocationId},
};
use sea_orm::DbBackend;

use super::NewLocation;
use crate::{
    columns,
    connection::{self, Read, Sealed as _},
    directory::{self, Binder, tokens},
    error::StoreError,
    transaction::WriteTransaction,
};

/// What is searched of a location: name, website, street, postcode, city; its terminals' numbers are
/// added behind ([`refresh`]).
pub(super) fn text(new: &NewLocation) -> String {
    let optional = [&new.website, &new.street, &new.postcode, &new.city];
    let mut text = new.name.clone();
    for part in optional.into_iter().flatten() {
        text.push(' ');
        text.push_str(part);
    }
    format!(" {}", directory_query::searchable(&text))
}

/// Makes anew what a location is found by, from what it and its terminals are called.
pub(super) async fn refresh(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationId,
) -> Result<(), StoreError> {
    let found = super::find(tx, customer, id)
        .await?
        .ok_or(StoreError::NotFound)?;
    let mut text = text(&found.location);
    for terminal in found.terminals {
        text.push(' ');
        text.push_str(&directory_query::searchable(&terminal.number));
    }
    let sql = "UPDATE locations SET search_text = $3 WHERE customer_id = $1 AND id = $2";
    let values = [columns::id(customer), columns::id(id), text.as_str().into()];
    connection::execute(tx, sql, values).await?;
    index(tx, customer, id, &text).await
}

/// Writes the entry of the full-text index of SQLite. PostgreSQL keeps its index itself.
pub(super) async fn index(
    tx: &WriteTransaction,
    customer: CustomerId,
    id: LocationId,
    text: &str,
) -> Result<(), StoreError> {
    if tx.backend() != DbBackend::Sqlite {
        return Ok(());
    }
    let key = || [columns::id(customer), columns::id(id)];
    let sql = "INSERT INTO location_search_rows (customer_id, location_id) VALUES ($1, $2) \
               ON CONFLICT DO NOTHING";
    connection::execute(tx, sql, key()).await?;
    let row = number(tx, customer).await?;
    let sql = "INSERT OR REPLACE INTO location_search (rowid, tokens) \
               SELECT row_id, $3 FROM location_search_rows WHERE customer_id = $1 AND location_id = $2";
    let [customer, id] = key();
    connection::execute(tx, sql, [customer, id, tokens(row, text).into()])
        .await
        .map(drop)
}

/// The number that leads the customer's tokens.
async fn number(on: &impl Read, customer: CustomerId) -> Result<i64, StoreError> {
    let sql = "SELECT row_id FROM customers WHERE id = $1";
    connection::number(on, sql, [columns::id(customer)]).await
}

/// The conditions on a row `l` of `locations` that all words of a search occur in it.
pub(super) fn conditions(
    binder: &mut Binder,
    customer: CustomerId,
    search: &SearchText,
) -> Vec<String> {
    let mut all = Vec::new();
    if binder.backend == DbBackend::Sqlite {
        let named = directory::named(binder, "location_search", customer, search);
        all.push(format!(
            "l.id IN (SELECT r.location_id FROM location_search_rows r WHERE r.row_id IN ({named}))"
        ));
    }
    let words = search.words().iter();
    all.extend(words.map(|word| directory::holds(binder, "l.search_text", word)));
    all
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use keyholder_domain::timestamp::Timestamp;
    use sea_orm::FromQueryResult;

    use super::*;
    use crate::{
        customers::{self, Customer},
        locations::{Terminal, insert, insert_terminal},
        testing::{Product, TestDatabase},
    };

    /// The migration makes the tokens of locations that are there already in SQL.
    #[tokio::test]
    async fn l06_the_migration_makes_the_tokens_that_the_program_makes() {
        #[derive(FromQueryResult)]
        struct Made {
            tokens: String,
            search_text: String,
        }
        let database = TestDatabase::new(Product::Sqlite).await;
        let at = Timestamp::from_micros(1);
        let tx = database.begin_write().await.unwrap();
        let customer = CustomerId::from_uuid(uuid::Uuid::from_u128(1));
        let new = Customer {
            id: customer,
            number: "200001".parse().unwrap(),
            name: "Merchant".to_owned(),
            alias: None,
            settings_version: 1,
            mode: keyholder_domain::customer::CustomerMode::Test,
            acquirer_agreement: false,
            created_at: at,
        };
        customers::insert(&tx, &new).await.unwrap();
        for (number, name) in (1..).zip(["Hafen A", "Łódź ß 1", "x", "Straße der Republik"]) {
            let id = LocationId::from_uuid(uuid::Uuid::from_u128(number));
            let place = NewLocation {
                id,
                name: name.to_owned(),
                website: Some("shop.example.com".to_owned()),
                street: None,
                postcode: None,
                city: (number > 2).then(|| "Bad Ems".to_owned()),
                country: None,
                created_at: at,
            };
            insert(&tx, customer, &place).await.unwrap();
            let till = Terminal {
                id: keyholder_domain::ids::TerminalId::from_uuid(uuid::Uuid::from_u128(number)),
                location_id: id,
                number: format!("T{number}"),
                name: "Till".to_owned(),
                kind: keyholder_domain::location::TerminalKind::Moto,
            };
            insert_terminal(&tx, customer, &till, at).await.unwrap();
        }
        let migration = include_str!("../migrations/0014_location_groups.sqlite.sql");
        let (_, select) = migration.split_once("WITH RECURSIVE").unwrap();
        let select = select.trim().trim_end_matches(';');
        let sql = format!(
            "SELECT made.tokens, l.search_text FROM (SELECT row_id, tokens FROM (WITH RECURSIVE {})) made \
             JOIN location_search_rows r ON r.row_id = made.row_id \
             JOIN locations l ON l.customer_id = r.customer_id AND l.id = r.location_id",
            select.replace("' ') FROM piece", "' ') AS tokens FROM piece")
        );
        let row = number(&tx, customer).await.unwrap();
        let made = connection::all::<Made>(&tx, &sql, []).await.unwrap();
        assert_eq!(made.len(), 4);
        for made in made {
            let expected = tokens(row, &made.search_text);
            let expected: BTreeSet<_> = expected.split_whitespace().collect();
            let tokens: BTreeSet<_> = made.tokens.split(' ').collect();
            assert_eq!(tokens, expected, "{:?}", made.search_text);
        }
    }
}
