//! Goal 1: the service is killed again and again while 32 clients write. What it has confirmed is
//! there afterwards, what it has not is there wholly or not at all, and it is back in two seconds.

mod journal;
mod scene;
mod writer;

use std::time::Duration;

use futures_util::future::join_all;
use keyholder_store::{
    on_both_databases,
    testing::{Product, TestDatabase},
};

use crate::support::{depth::times, program::Process};

use self::{journal::Journal, scene::Scene};

/// How soon it must answer again.
const BACK: Duration = Duration::from_secs(2);
/// Kills on one database, before the next begins with an empty one.
const LIVES: usize = 50;

/// How many changes are confirmed before the kill, differently many in each life. The other writers
/// are then anywhere between their first and their last byte.
fn fuse(life: usize) -> usize {
    5 + life * 29 % 64
}

/// Kills the service so often on one database.
async fn campaign(database: TestDatabase, kills: usize) {
    let mut scene = Scene::set(database).await;
    let journal = Journal::default();
    let mut starts = Vec::new();
    for life in 0..kills {
        let process = Process::start(&mut scene.command()).await;
        starts.push(process.took);
        let target = journal.confirmed() + fuse(life);
        let origin = process.origin.clone();
        let writing = scene
            .writers
            .iter_mut()
            .map(|writer| writer.write(&origin, &journal));
        let killing = async {
            journal.reaches(target).await;
            process.kill().await;
        };
        // The writers end when nobody answers any more.
        futures_util::future::join(join_all(writing), killing).await;
        scene.check(&journal.news()).await;
    }
    // One start may meet a busy machine; half of them do not.
    starts.sort();
    let median = starts[starts.len() / 2];
    assert!(median < BACK, "back after {median:?}");
    scene.settle(&journal).await;
    scene.check(&journal.users()).await;
    scene.verify_audit().await;
}

on_both_databases! {
    async fn goal_01_a_killed_service_loses_nothing_that_it_has_confirmed(database: TestDatabase) {
        let kills = times(8, 200, 1_000);
        let product = database.product();
        campaign(database, kills.min(LIVES)).await;
        let mut done = LIVES;
        while done < kills {
            let product = if product == "sqlite" { Product::Sqlite } else { Product::Postgres };
            campaign(TestDatabase::new(product).await, LIVES.min(kills - done)).await;
            done += LIVES;
        }
    }
}
