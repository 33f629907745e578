//! Write transactions that share one flush: each stands or falls for itself, and nobody is told that
//! a change is kept before it is. On PostgreSQL, which groups flushes by itself, the same holds.

use std::{
    future::poll_fn,
    pin::{Pin, pin},
    task::Poll,
};

use keyholder_store::{
    Database, StoreError, WriteTransaction, on_both_databases, settled,
    testing::{Product, TestDatabase},
    users,
};
use tokio::task::{JoinHandle, yield_now};

use crate::fixture::{self, user_id};

async fn is_there(database: &Database, number: u64) -> bool {
    users::find(database, user_id(number))
        .await
        .unwrap()
        .is_some()
}

on_both_databases! {
    async fn who_fails_takes_back_their_own_changes_only(database: TestDatabase) {
        let first = database.begin_write().await.unwrap();
        users::insert(&first, &fixture::new_user(1, "Anna", "First")).await.unwrap();
        let clones: Vec<_> = (2..=6_u64)
            .map(|number| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await?;
                    users::insert(&tx, &fixture::new_user(number, "Anna", "Later")).await?;
                    if number % 2 == 0 {
                        // Dropped, as where an action is refused halfway.
                        return Err(StoreError::NotFound);
                    }
                    tx.commit().await
                })
            })
            .collect();
        first.commit().await.unwrap();
        for (number, clone) in (2..).zip(clones) {
            let kept = clone.await.unwrap().is_ok();
            assert_eq!(kept, number % 2 == 1);
            assert_eq!(is_there(database.database(), number).await, kept, "{number}");
        }
        assert!(is_there(database.database(), 1).await);
    }

    async fn what_is_taken_back_first_takes_nobody_along(database: TestDatabase) {
        let first = database.begin_write().await.unwrap();
        users::insert(&first, &fixture::new_user(1, "Anna", "First")).await.unwrap();
        let other = database.database().clone();
        let second = tokio::spawn(async move {
            let tx = other.begin_write().await?;
            users::insert(&tx, &fixture::new_user(2, "Anna", "Second")).await?;
            tx.commit().await
        });
        drop(first);
        second.await.unwrap().unwrap();
        assert!(!is_there(database.database(), 1).await);
        assert!(is_there(database.database(), 2).await);
    }

    async fn a_refused_statement_leaves_the_rest_of_the_flush(database: TestDatabase) {
        let first = database.begin_write().await.unwrap();
        users::insert(&first, &fixture::new_user(1, "Anna", "First")).await.unwrap();
        let other = database.database().clone();
        let second = tokio::spawn(async move {
            let tx = other.begin_write().await?;
            users::insert(&tx, &fixture::new_user(2, "Anna", "Second")).await?;
            // The id is taken.
            users::insert(&tx, &fixture::new_user(2, "Anna", "Again")).await?;
            tx.commit().await
        });
        first.commit().await.unwrap();
        assert!(second.await.unwrap().is_err());
        assert!(is_there(database.database(), 1).await);
        assert!(!is_there(database.database(), 2).await);
    }
}

async fn is_pending(mut future: Pin<&mut impl Future>) -> bool {
    poll_fn(|context| Poll::Ready(future.as_mut().poll(context).is_pending())).await
}

/// Of two that write one after the other, the first one's commit and the second one.
async fn two(database: &Database) -> (JoinHandle<Result<(), StoreError>>, WriteTransaction) {
    let first = database.begin_write().await.unwrap();
    users::insert(&first, &fixture::new_user(1, "Anna", "First"))
        .await
        .unwrap();
    let mut begin = pin!(database.begin_write());
    assert!(is_pending(begin.as_mut()).await, "it queues");
    let commit = tokio::spawn(first.commit());
    let second = begin.await.unwrap();
    (commit, second)
}

#[tokio::test]
async fn nobody_is_told_before_the_flush() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let (mut commit, second) = two(&database).await;
    assert!(is_pending(pin!(&mut commit)).await);
    assert!(!is_there(&database, 1).await, "readers see what is kept");
    users::insert(&second, &fixture::new_user(2, "Anna", "Second"))
        .await
        .unwrap();
    second.commit().await.unwrap();
    commit.await.unwrap().unwrap();
    assert!(is_there(&database, 1).await && is_there(&database, 2).await);
}

#[tokio::test]
async fn who_goes_before_their_first_statement_leaves_the_one_before_as_they_were() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let add = async |tx: &WriteTransaction, number| {
        let user = fixture::new_user(number, "Anna", "Early");
        users::insert(tx, &user).await.unwrap();
    };
    let first = database.begin_write().await.unwrap();
    add(&first, 1).await;
    let mut queue: Vec<_> = (2..=6).map(|_| Box::pin(database.begin_write())).collect();
    for begin in &mut queue {
        assert!(is_pending(begin.as_mut()).await, "it queues");
    }
    let first = tokio::spawn(first.commit());
    let mut kept = vec![first];
    for (number, begin) in (2..).zip(queue) {
        let tx = begin.await.unwrap();
        match number {
            2 | 6 => {
                add(&tx, number).await;
                kept.push(tokio::spawn(tx.commit()));
                yield_now().await;
            }
            // One asks nothing.
            3 => {}
            // Two stop listening to their first statement.
            _ => {
                is_pending(pin!(add(&tx, number))).await;
            }
        }
    }
    for told in kept {
        told.await.unwrap().unwrap();
    }
    for (number, kept) in [
        (1, true),
        (2, true),
        (3, false),
        (4, false),
        (5, false),
        (6, true),
    ] {
        assert_eq!(is_there(&database, number).await, kept, "{number}");
    }
}

#[tokio::test]
async fn an_answer_that_rests_on_what_is_not_kept_yet_waits_for_it() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let (commit, second) = two(&database).await;
    let seen = settled(async {
        let found = users::find(&second, user_id(1)).await.unwrap().is_some();
        drop(second);
        found
    });
    assert!(seen.await.unwrap());
    assert!(
        is_there(&database, 1).await,
        "it is kept by the time of the answer"
    );
    commit.await.unwrap().unwrap();
}

/// Files that SQLite has opened beside its database.
#[cfg(target_os = "linux")]
fn temporary_files() -> Vec<std::path::PathBuf> {
    let open = std::fs::read_dir("/proc/self/fd").unwrap();
    let targets = open.filter_map(|entry| std::fs::read_link(entry.ok()?.path()).ok());
    targets
        .filter(|target| target.to_string_lossy().contains("etilqs_"))
        .collect()
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn what_could_be_taken_back_lies_in_no_file_elsewhere() {
    let database = TestDatabase::new(Product::Sqlite).await;
    let tx = database.begin_write().await.unwrap();
    for number in 2..=600 {
        let user = fixture::new_user(number, "Anna", "Early");
        users::insert(&tx, &user).await.unwrap();
    }
    tx.commit().await.unwrap();
    let (commit, second) = two(&database).await;
    for number in 2..=600 {
        let id = user_id(number);
        users::record_sign_in(&second, id, fixture::NOW)
            .await
            .unwrap();
    }
    assert!(temporary_files().is_empty(), "{:?}", temporary_files());
    second.commit().await.unwrap();
    commit.await.unwrap().unwrap();
}
