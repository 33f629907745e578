//! When the database is asked for the whole answer, and when only whether something has changed.

use std::cell::Cell;

use super::*;
use crate::{
    Database, DatabaseOptions, WriteTransaction, columns,
    connection::{self, Sealed as _},
    on_both_databases,
    testing::{Product, TestDatabase},
};

/// A question whose answer is how often it was read.
#[derive(Default)]
struct Counted {
    asked: Asked<u32, u32>,
    read: Cell<u32>,
}

impl Counted {
    async fn ask(&self, database: &Database) -> u32 {
        let read = async |on: &Snapshots, questions: &[u32]| {
            let read_from = on.now().await?;
            self.read.set(self.read.get() + 1);
            let answers = questions.iter().map(|asked| (*asked, Ok(self.read.get())));
            Ok(Found {
                read_from,
                answers: answers.collect(),
            })
        };
        let on = database.session_checks().snapshots();
        self.asked.ask(on, 7, read).await.unwrap().unwrap()
    }
}

/// Something that no session has to do with.
async fn change(tx: &WriteTransaction, round: u8) {
    let sql = "INSERT INTO proof_ids (proof_hash, expires_at) VALUES ($1, 1)";
    connection::execute(tx, sql, [columns::bytes(&[round])])
        .await
        .unwrap();
}

on_both_databases! {
    async fn while_nothing_changes_an_answer_is_not_read_again(database: TestDatabase) {
        let counted = Counted::default();
        // On a server that has other databases, changes there are changes, too.
        for asked in 1..10_000 {
            if counted.ask(&database).await < asked {
                return;
            }
        }
        panic!("it was read every time");
    }

    async fn a_change_of_anybody_is_seen_at_the_next_question(database: TestDatabase) {
        let other = Database::connect(database.url(), DatabaseOptions::default()).await.unwrap();
        let counted = Counted::default();
        for (round, by) in [(0, &other), (1, &*database), (2, &other), (3, &other)] {
            for _ in 0..3 {
                counted.ask(&database).await;
            }
            let tx = by.begin_write().await.unwrap();
            change(&tx, round).await;
            let before = counted.ask(&database).await;
            tx.commit().await.unwrap();
            assert!(counted.ask(&database).await > before, "{round}");
        }
    }
}

#[tokio::test]
async fn a_database_that_does_not_name_what_it_sees_is_asked_every_time() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let on = database.session_checks().snapshots().inner().clone();
    let (on, asked) = (Snapshots::new(on, None), Asked::<u32, u32>::default());
    for expected in 1..4 {
        let read = async |on: &Snapshots, _: &[u32]| {
            Ok(Found {
                read_from: on.now().await?,
                answers: HashMap::from([(7, Ok(expected))]),
            })
        };
        assert_eq!(asked.ask(&on, 7, read).await.unwrap(), Some(expected));
    }
}

#[tokio::test]
async fn sqlite_is_read_twice_and_again_after_a_commit_only() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let counted = Counted::default();
    for expected in [1, 2, 2, 2] {
        assert_eq!(counted.ask(&database).await, expected);
    }
    let tx = database.begin_write().await.unwrap();
    change(&tx, 1).await;
    assert_eq!(counted.ask(&database).await, 2);
    drop(tx);
    assert_eq!(counted.ask(&database).await, 2);
    let tx = database.begin_write().await.unwrap();
    change(&tx, 2).await;
    tx.commit().await.unwrap();
    for expected in [3, 4, 4] {
        assert_eq!(counted.ask(&database).await, expected);
    }
}

/// Each counts for itself, from the same beginning.
#[tokio::test]
async fn a_connection_of_sqlite_that_replaces_another_sees_under_another_name() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let snapshots = database.session_checks().snapshots();
    let before = snapshots.now().await.unwrap();
    assert_eq!(snapshots.now().await.unwrap(), before);
    let pool = snapshots.inner().get_sqlite_connection_pool();
    pool.acquire().await.unwrap().close().await.unwrap();
    assert_ne!(snapshots.now().await.unwrap(), before);
}
