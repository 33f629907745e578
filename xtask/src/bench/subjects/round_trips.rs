//! What one question to the database costs here, whatever it asks: a single-row SELECT through the
//! same driver and pool as the service's. No request that reads can be faster.

use std::time::Duration;

use keyholder_store::DatabaseOptions;

use crate::{
    bench::{
        Extent,
        figure::Figure,
        load::{self, Client},
        subject::Database,
    },
    failure::{Done, Failure},
};

/// Repetitions by one client.
const REPETITIONS: usize = 2_000;

struct Asker(keyholder_store::Database);

impl Client for Asker {
    async fn once(&mut self) -> Done {
        self.0.ping().await.map_err(Failure::doing("a bare SELECT"))
    }
}

/// Measures it; gives how many such questions eight clients get answered in a second.
pub(crate) async fn measure(
    database: &Database,
    extent: Extent,
    figures: &mut Vec<Figure>,
) -> Done<f64> {
    let store = keyholder_store::Database::connect(&database.url, DatabaseOptions::default())
        .await
        .map_err(Failure::doing("the database"))?;
    let mut times = load::one_by_one(Asker(store.clone()), REPETITIONS).await?;
    figures.push(Figure::new(
        database.name,
        "a bare SELECT of one row, one client, p50",
        times.percentile(50),
        "ms",
    ));
    let eight = (0..8).map(|_| Asker(store.clone())).collect();
    let (times, took) = load::for_a_while(eight, Duration::from_secs(extent.seconds)).await?;
    let rate = times.rate(took);
    figures.push(Figure::new(
        database.name,
        "bare SELECTs of one row, eight clients",
        rate,
        "a second",
    ));
    store
        .close()
        .await
        .map_err(Failure::doing("the database"))?;
    Ok(rate)
}
