//! Clients that ask one after the other, several side by side.

use std::time::{Duration, Instant};

use tokio::task::JoinSet;

use crate::{
    bench::figure::Times,
    failure::{Done, Failure},
};

/// What one client does again and again.
pub(crate) trait Client: Send + 'static {
    /// One request and its reply; the time of both is what counts.
    fn once(&mut self) -> impl Future<Output = Done> + Send;
}

/// Lets the clients ask for a while.
pub(crate) async fn for_a_while<C: Client>(
    clients: Vec<C>,
    time: Duration,
) -> Done<(Times, Duration)> {
    let begun = Instant::now();
    side_by_side(clients, begun, move |_| begun.elapsed() < time).await
}

/// Lets each of the clients ask so many times.
pub(crate) async fn so_often<C: Client>(clients: Vec<C>, count: usize) -> Done<(Times, Duration)> {
    side_by_side(clients, Instant::now(), move |asked| asked < count).await
}

/// Lets the clients ask for as long as something holds of how often each has asked.
async fn side_by_side<C: Client>(
    clients: Vec<C>,
    begun: Instant,
    goes_on: impl Fn(usize) -> bool + Copy + Send + 'static,
) -> Done<(Times, Duration)> {
    let mut running = JoinSet::new();
    for mut client in clients {
        running.spawn(async move {
            let mut times = Vec::new();
            while goes_on(times.len()) {
                let asked = Instant::now();
                client.once().await?;
                times.push(asked.elapsed());
            }
            Done::Ok(times)
        });
    }
    let mut all = Times::default();
    while let Some(client) = running.join_next().await {
        all.0
            .extend(client.map_err(Failure::doing("a client of the load stopped"))??);
    }
    Ok((all, begun.elapsed()))
}

/// Lets one client ask so many times.
pub(crate) async fn one_by_one<C: Client>(mut client: C, count: usize) -> Done<Times> {
    let mut times = Times::default();
    for _ in 0..count {
        let asked = Instant::now();
        client.once().await?;
        times.0.push(asked.elapsed());
    }
    Ok(times)
}

/// Lets two clients ask so many times, one after the other in turns.
pub(crate) async fn in_turns<A: Client, B: Client>(
    mut a: A,
    mut b: B,
    count: usize,
) -> Done<(Times, Times)> {
    let (mut of_a, mut of_b) = (Times::default(), Times::default());
    for _ in 0..count {
        let asked = Instant::now();
        a.once().await?;
        of_a.0.push(asked.elapsed());
        let asked = Instant::now();
        b.once().await?;
        of_b.0.push(asked.elapsed());
    }
    Ok((of_a, of_b))
}
