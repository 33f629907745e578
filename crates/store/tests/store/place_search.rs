//! The search for locations: through an index, within a customer and a scope.

use std::collections::BTreeSet;

use keyholder_domain::{
    directory_query::SearchText,
    ids::{LocationId, TerminalId},
    location::TerminalKind,
    location_details::LocationDetails,
    location_scope::LocationScope,
};
use keyholder_store::{
    Database, Read,
    locations::{self, NewLocation, Terminal, changes},
    on_both_databases,
    testing::TestDatabase,
};

use crate::fixture::{self, NOW, customer_id};

const COUNT: u64 = 1_200;

fn id(number: u64) -> LocationId {
    LocationId::from_uuid(fixture::uuid(14, number))
}

/// Many are alike, a few are rare.
fn place(number: u64) -> NewLocation {
    let street = match number {
        _ if number.is_multiple_of(400) => "Quellenweg 7",
        _ if number.is_multiple_of(3) => "Hauptstraße 5",
        _ => "Bahnhofplatz 1",
    };
    NewLocation {
        id: id(number),
        name: format!("Laden {number:04}"),
        website: number
            .is_multiple_of(600)
            .then(|| "shop.example.com".to_owned()),
        street: Some(street.to_owned()),
        postcode: Some(format!("{:05}", 10_000 + number)),
        city: Some("Köln".to_owned()),
        country: Some("DE".to_owned()),
        created_at: NOW,
    }
}

fn terminal(number: u64, location: u64) -> Terminal {
    Terminal {
        id: TerminalId::from_uuid(fixture::uuid(15, number)),
        location_id: id(location),
        number: format!("177{number:05}"),
        name: "Till".to_owned(),
        kind: TerminalKind::PointOfSale,
    }
}

async fn fill(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    for number in 1..=COUNT {
        locations::insert(&tx, customer_id(1), &place(number))
            .await
            .unwrap();
    }
    for (number, location) in [(1, 17), (2, 17), (3, 18)] {
        let terminal = terminal(number, location);
        locations::insert_terminal(&tx, customer_id(1), &terminal, NOW)
            .await
            .unwrap();
    }
    // Another customer has one of the same name.
    let mut other = place(17);
    other.id = id(COUNT + 1);
    locations::insert(&tx, customer_id(2), &other)
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn found(on: &impl Read, scope: &LocationScope, typed: &str) -> Vec<LocationId> {
    let search = SearchText::parse(typed).unwrap();
    let page = locations::list(on, customer_id(1), scope, search.as_ref(), None, 200)
        .await
        .unwrap();
    page.locations.iter().map(|each| each.location.id).collect()
}

/// Fails unless the planner of PostgreSQL takes the index for a rare fragment among many rows.
async fn index_is_taken(database: &TestDatabase) {
    let many = "INSERT INTO locations (customer_id, id, name, sort_name, search_text, created_at) \
                SELECT customer_id, CAST(gen_random_uuid() AS TEXT), name, sort_name, search_text, \
                created_at FROM locations, generate_series(1, 20)";
    database.run(many).await.unwrap();
    database.run("ANALYZE locations").await.unwrap();
    let check = format!(
        "DO $$ DECLARE line TEXT; taken BOOLEAN := FALSE; BEGIN \
         FOR line IN EXPLAIN SELECT id FROM locations l WHERE l.customer_id = '{}' \
         AND l.search_text LIKE '%quellenweg%' ORDER BY l.sort_name, l.id LIMIT 51 LOOP \
         taken := taken OR line LIKE '%location_search%'; END LOOP; \
         IF NOT taken THEN RAISE EXCEPTION 'the index is not taken'; END IF; END $$",
        customer_id(1)
    );
    database.run(&check).await.unwrap();
}

on_both_databases! {
    async fn s067_l06_a_search_reads_an_index_and_finds_what_a_walk_finds(database: TestDatabase) {
        fill(&database).await;
        let on = database.database();
        let all = LocationScope::All;
        let ids = |numbers: &[u64]| numbers.iter().copied().map(id).collect::<Vec<_>>();
        // Each of the six: name, website, street, city, postcode, terminal; whole, in part, in any order.
        for (typed, expected) in [
            ("laden 0017", &[17][..]),
            ("SHOP.exam", &[600, 1_200]),
            ("quellen", &[400, 800, 1_200]),
            ("10017", &[17]),
            ("17700001", &[17]),
            ("7700003", &[18]),
            ("7 quellenweg köln shop", &[1_200]),
            ("quellenweg berlin", &[]),
            ("%", &[]),
        ] {
            assert_eq!(found(on, &all, typed).await, ids(expected), "{typed}");
        }
        assert_eq!(found(on, &all, "köln").await.len(), 200);
        assert_eq!(found(on, &all, "k").await.len(), 200);
        // Within one's own only, however many match elsewhere.
        let own = LocationScope::Only(BTreeSet::from([id(17), id(400), id(401)]));
        assert_eq!(found(on, &own, "quellen").await, ids(&[400]));
        assert_eq!(found(on, &own, "köln").await, ids(&[17, 400, 401]));
        assert_eq!(found(on, &LocationScope::NoneYet, "köln").await, []);

        // What changes is found by what it is now.
        let tx = database.begin_write().await.unwrap();
        let details = LocationDetails {
            name: "Filiale".to_owned(),
            website: None,
            street: None,
            postcode: None,
            city: Some("Łódź".to_owned()),
            country: None,
        };
        changes::save(&tx, customer_id(1), id(400), &details).await.unwrap();
        let (before, after) = (terminal(1, 17), terminal(1, 20));
        changes::save_terminal(&tx, customer_id(1), &before, &after).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(found(on, &all, "quellen").await, ids(&[800, 1_200]));
        assert_eq!(found(on, &all, "łódź").await, ids(&[400]));
        assert_eq!(found(on, &all, "17700001").await, ids(&[20]));
        assert_eq!(found(on, &all, "17700002").await, ids(&[17]));

        if database.url().starts_with("sqlite") {
            // Without its index nothing is found: no table is walked instead.
            let empty = "INSERT INTO location_search (location_search) VALUES ('delete-all')";
            database.run(empty).await.unwrap();
            assert_eq!(found(on, &all, "quellen").await, []);
        } else {
            index_is_taken(&database).await;
        }
    }
}
