//! Goal 13: whoever is named, a refused sign-in asks the database the same, in the same order.
//!
//! How long an answer takes can only be measured on a machine with nothing else to do
//! (`enumeration.rs`); what it takes its time with is the same on every machine.

use keyholder_store::testing::{Product, TestDatabase};

use super::enumeration::{WRONG, names};
use crate::support::{Device, Heard, House};

/// What a request asked that was heard since the last time, without what differs by design: in which of two like
/// tables a wrong password is counted.
fn of_the_request(heard: &Heard) -> Vec<String> {
    let asked = heard.of_the_request();
    asked.iter().map(|sql| counted_alike(sql)).collect()
}

/// Names the two tables of wrong passwords alike.
fn counted_alike(sql: &str) -> String {
    let words = sql.split(' ');
    let Some(verb) = words.clone().next() else {
        return String::new();
    };
    for table in ["sign_in_attempts", "unknown_name_attempts"] {
        if sql.contains(table) {
            let returning = if sql.contains("RETURNING") {
                "and read"
            } else {
                ""
            };
            return format!("{verb} attempts {returning}");
        }
    }
    sql.to_owned()
}

async fn all_ask_the_same(product: Product) {
    let house = House::on(TestDatabase::new(product).await).await;
    let names = names(&house).await;
    let (heard, _guard) = Heard::listen();
    // Chains and cells that are not there yet are made once.
    for (_, name) in &names {
        Device::new(&house).try_sign_in(name, WRONG).await;
    }
    let mut asked = Vec::new();
    for (case, name) in &names {
        heard.forget();
        Device::new(&house).try_sign_in(name, WRONG).await;
        asked.push((case, of_the_request(&heard)));
    }
    let (_, first) = &asked[0];
    assert!(first.len() > 10, "{first:?}");
    assert_eq!(first.iter().filter(|sql| *sql == "COMMIT").count(), 2);
    for (case, statements) in &asked {
        assert_eq!(statements, first, "{case}");
    }
}

#[tokio::test]
async fn goal_13_a_refusal_asks_sqlite_the_same_whoever_is_named() {
    all_ask_the_same(Product::Sqlite).await;
}

#[tokio::test]
async fn goal_13_a_refusal_asks_postgresql_the_same_whoever_is_named() {
    all_ask_the_same(Product::Postgres).await;
}
