//! Who shares a flush with whom, and who is waited for.

use sea_orm::{SqlxSqliteConnector, sqlx::sqlite::SqlitePoolOptions};
use tokio::task::{JoinHandle, yield_now};

use super::*;

async fn writer() -> Writer {
    let pool = SqlitePoolOptions::new().max_connections(1);
    let pool = pool.connect("sqlite::memory:").await.unwrap();
    let pool = SqlxSqliteConnector::from_sqlx_sqlite_pool(pool);
    Writer::new(pool, Duration::from_mins(1))
}

/// Starts some work, and returns once it waits for something.
async fn begun<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> JoinHandle<T> {
    let work = tokio::spawn(work);
    for _ in 0..10 {
        yield_now().await;
    }
    work
}

async fn queue(writer: &Writer) -> JoinHandle<Result<Turn, StoreError>> {
    let writer = writer.clone();
    begun(async move { writer.begin().await }).await
}

async fn commit(writer: &Writer, turn: Turn) -> JoinHandle<Told> {
    let writer = writer.clone();
    begun(async move { writer.commit(turn).await }).await
}

/// Whether somebody who is done waits for others.
async fn waits(writer: &Writer) -> bool {
    let turn = writer.begin().await.unwrap();
    turn.finish().unwrap().company
}

async fn flush(writer: &Writer) {
    writer.turn.lock().await.flush().await;
}

#[tokio::test]
async fn whose_changes_are_kept_already_cuts_no_later_flush_short() {
    let writer = writer().await;
    let a = writer.begin().await.unwrap();
    let b = queue(&writer).await;
    let a = commit(&writer, a).await;
    let b = b.await.unwrap().unwrap();
    let d = queue(&writer).await;
    // Finds everything kept when its turn comes, which is before that of E.
    let b = commit(&writer, b).await;
    let d = d.await.unwrap().unwrap();
    let e = queue(&writer).await;
    let d = commit(&writer, d).await;
    let e = e.await.unwrap().unwrap();
    let e = commit(&writer, e).await;
    for kept in [a, b, d, e] {
        kept.await.unwrap().unwrap();
    }
    assert_eq!(writer.turn.lock().await.flushes, 2, "[a b] and [d e]");
}

#[tokio::test]
async fn who_writes_alone_waits_for_nobody() {
    let writer = writer().await;
    for _ in 0..3 {
        assert!(!waits(&writer).await);
        flush(&writer).await;
    }
}

#[tokio::test]
async fn those_who_shared_the_last_flush_are_waited_for_until_they_are_there() {
    let writer = writer().await;
    for _ in 0..3 {
        waits(&writer).await;
    }
    flush(&writer).await;
    assert!(waits(&writer).await);
    assert!(waits(&writer).await);
    assert!(!waits(&writer).await, "all three are there");
    flush(&writer).await;
    // Two have gone.
    assert!(waits(&writer).await);
    flush(&writer).await;
    assert!(!waits(&writer).await);
}
