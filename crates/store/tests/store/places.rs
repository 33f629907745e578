//! Locations and terminals.

use std::collections::BTreeSet;

use keyholder_domain::{
    directory_query::SearchText, ids::TerminalId, location::TerminalKind,
    location_scope::LocationScope,
};
use keyholder_store::{
    Database, Read, StoreError,
    error::unique,
    locations::{self, NewLocation, Terminal},
    on_both_databases,
};

use crate::fixture::{self, NOW, customer_id, location_id};

fn terminal(number: u64, location: u64) -> Terminal {
    Terminal {
        id: TerminalId::from_uuid(fixture::uuid(11, number)),
        location_id: location_id(1, location),
        number: format!("T-{number}"),
        name: format!("Till {number}"),
        kind: TerminalKind::PointOfSale,
    }
}

async fn with_places(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    let location = NewLocation {
        id: location_id(1, 4),
        name: "Café Österreich".to_owned(),
        website: Some("cafe.example".to_owned()),
        street: Some("Hauptstraße 5".to_owned()),
        postcode: Some("1010".to_owned()),
        city: Some("Wien".to_owned()),
        country: Some("AT".to_owned()),
        created_at: NOW,
    };
    locations::insert(&tx, customer_id(1), &location)
        .await
        .unwrap();
    for (number, place) in [(72, 4), (71, 4), (73, 1)] {
        locations::insert_terminal(&tx, customer_id(1), &terminal(number, place), NOW)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

async fn found(on: &impl Read, scope: &LocationScope, typed: &str) -> Vec<String> {
    let search = SearchText::parse(typed).unwrap();
    let page = locations::list(on, customer_id(1), scope, search.as_ref(), None, 50)
        .await
        .unwrap();
    page.locations
        .into_iter()
        .map(|each| each.location.name)
        .collect()
}

on_both_databases! {
    async fn s065_l006_a_location_is_found_by_what_people_know_of_it(database: TestDatabase) {
        with_places(&database).await;
        let on = database.database();
        let all = LocationScope::All;
        assert_eq!(found(on, &all, "").await, ["Café Österreich", "Shop 1", "Shop 2", "Shop 3"]);
        for typed in ["öster", "CAFE.EX", "hauptstrasse", "1010", "wie", "t-72", "café wien t-71"] {
            assert_eq!(found(on, &all, typed).await, ["Café Österreich"], "{typed}");
        }
        assert_eq!(found(on, &all, "t-73").await, ["Shop 1"]);
        assert_eq!(found(on, &all, "%").await, [""; 0]);
        let only = LocationScope::only([location_id(1, 1), location_id(2, 1)]).unwrap();
        assert_eq!(found(on, &only, "").await, ["Shop 1"]);
        assert_eq!(found(on, &only, "wien").await, [""; 0]);
        assert_eq!(found(on, &LocationScope::NoneYet, "").await, [""; 0]);
    }

    async fn locations_come_with_terminals_in_pages_both_ways(database: TestDatabase) {
        with_places(&database).await;
        let on = database.database();
        let read = async |position| {
            locations::list(on, customer_id(1), &LocationScope::All, None, position, 3).await.unwrap()
        };
        let first = read(None).await;
        let numbers: Vec<_> =
            first.locations[0].terminals.iter().map(|each| each.number.as_str()).collect();
        assert_eq!(numbers, ["T-71", "T-72"]);
        assert_eq!((first.locations.len(), first.previous), (3, None));
        let second = read(first.next.as_ref()).await;
        assert_eq!((second.locations.len(), second.next.as_ref()), (1, None));
        assert_eq!(read(second.previous.as_ref()).await.locations, first.locations);
        let one = locations::find(on, customer_id(1), location_id(1, 4)).await.unwrap();
        assert_eq!(one.as_ref(), first.locations.first());
        assert_eq!(locations::find(on, customer_id(2), location_id(1, 4)).await.unwrap(), None);
    }

    async fn terminals_stand_at_one_customer(database: TestDatabase) {
        with_places(&database).await;
        let on = database.database();
        let id = terminal(73, 1).id;
        let place = locations::of_terminal(on, customer_id(1), id).await.unwrap();
        assert_eq!(place, Some(location_id(1, 1)));
        assert_eq!(locations::of_terminal(on, customer_id(2), id).await.unwrap(), None);
        let asked = BTreeSet::from([location_id(1, 1), location_id(2, 1)]);
        let existing = locations::existing(on, customer_id(1), &asked).await.unwrap();
        assert_eq!(existing, BTreeSet::from([location_id(1, 1)]));
        let tx = database.begin_write().await.unwrap();
        let foreign =
            locations::insert_terminal(&tx, customer_id(2), &terminal(74, 1), NOW).await;
        assert!(matches!(foreign, Err(StoreError::NotFound)), "{foreign:?}");
        drop(tx);
        let tx = database.begin_write().await.unwrap();
        let mut taken = terminal(75, 2);
        "T-73".clone_into(&mut taken.number);
        let taken = locations::insert_terminal(&tx, customer_id(1), &taken, NOW).await;
        assert!(taken.unwrap_err().is_taken(unique::TERMINAL_NUMBER));
    }
}
