//! Goal 13: whoever is named, a refused sign-in asks the database the same, in the same order.
//!
//! How long an answer takes can only be measured on a machine with nothing else to do
//! (`enumeration.rs`); what it takes its time with is the same on every machine.

use std::{
    fmt,
    sync::{Arc, Mutex},
};

use keyholder_store::{
    STATEMENTS,
    testing::{Product, TestDatabase},
};
use tokio::task;
use tracing::{
    Event, Subscriber,
    field::{Field, Visit},
    subscriber::DefaultGuard,
};
use tracing_subscriber::{
    Layer,
    layer::{Context, SubscriberExt as _},
};

use super::enumeration::{WRONG, names};
use crate::support::{Device, House};

/// What the database is asked from now on, and by which task.
#[derive(Clone, Default)]
struct Heard(Arc<Mutex<Vec<Asked>>>);

/// A statement, and the task that it came from.
type Asked = (Option<task::Id>, String);

impl Heard {
    /// Listens to this thread, on which everything runs, as long as the guard lives.
    fn listen() -> (Self, DefaultGuard) {
        let heard = Self::default();
        let subscriber = tracing_subscriber::registry().with(heard.clone());
        (heard, tracing::subscriber::set_default(subscriber))
    }

    /// What the request asked that was heard since the last time, without what differs by design: in
    /// which of two like tables a wrong password is counted.
    fn of_the_request(&self) -> Vec<String> {
        let all = std::mem::take(&mut *self.0.lock().unwrap());
        let spends_a_proof = |sql: &str| sql.contains("INSERT INTO proof_ids");
        let (asker, _) = all.iter().find(|(_, sql)| spends_a_proof(sql)).unwrap();
        let its = all.iter().filter(|(task, _)| task == asker);
        its.map(|(_, sql)| counted_alike(sql)).collect()
    }
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

impl<S: Subscriber> Layer<S> for Heard {
    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        struct Text(String);
        impl Visit for Text {
            fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
                if field.name() == "sql" {
                    self.0 = format!("{value:?}");
                }
            }

            fn record_str(&mut self, field: &Field, value: &str) {
                if field.name() == "sql" {
                    value.clone_into(&mut self.0);
                }
            }
        }
        if event.metadata().target() == STATEMENTS {
            let mut text = Text(String::new());
            event.record(&mut text);
            self.0.lock().unwrap().push((task::try_id(), text.0));
        }
    }
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
        heard.0.lock().unwrap().clear();
        Device::new(&house).try_sign_in(name, WRONG).await;
        asked.push((case, heard.of_the_request()));
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
