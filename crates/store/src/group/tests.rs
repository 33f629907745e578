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

/// Begins to write, savepoint and all.
async fn turn(writer: &Writer) -> Turn {
    let (turn, opening) = writer.begin().await.unwrap();
    for sql in opening {
        turn.tx().execute_unprepared(sql).await.unwrap();
    }
    turn
}

async fn queue(writer: &Writer) -> JoinHandle<Turn> {
    let writer = writer.clone();
    begun(async move { turn(&writer).await }).await
}

async fn commit(writer: &Writer, turn: Turn) -> JoinHandle<Told> {
    let writer = writer.clone();
    begun(async move { writer.commit(turn).await }).await
}

/// Whether somebody who is done waits for others.
async fn waits(writer: &Writer) -> bool {
    let turn = turn(writer).await;
    turn.finish().unwrap().company
}

async fn flush(writer: &Writer) {
    writer.turn.lock().await.flush().await;
}

#[tokio::test]
async fn whose_changes_are_kept_already_cuts_no_later_flush_short() {
    let writer = writer().await;
    let a = turn(&writer).await;
    let b = queue(&writer).await;
    let a = commit(&writer, a).await;
    let b = b.await.unwrap();
    let d = queue(&writer).await;
    // Finds everything kept when its turn comes, which is before that of E.
    let b = commit(&writer, b).await;
    let d = d.await.unwrap();
    let e = queue(&writer).await;
    let d = commit(&writer, d).await;
    let e = e.await.unwrap();
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

#[tokio::test]
async fn nobody_is_told_that_what_sqlite_took_back_by_itself_is_kept() {
    let writer = writer().await;
    let a = turn(&writer).await;
    let b = queue(&writer).await;
    let c = queue(&writer).await;
    let a = commit(&writer, a).await;
    let b = b.await.unwrap();
    // As on a full disk.
    b.tx().execute_unprepared("ROLLBACK").await.unwrap();
    drop(b);
    let c = c.await.unwrap();
    let c = commit(&writer, c).await;
    assert!(a.await.unwrap().is_err());
    c.await.unwrap().unwrap();
}
