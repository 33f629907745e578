//! More attempts to sign in than can be hashed: who is turned away hears so at once, and administrators go on.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::task::JoinSet;

use crate::{
    bench::{
        Extent,
        caller::{Caller, Reader},
        figure::{Figure, Times},
        load,
        seed::{PASSWORD, World},
        subject::{Database, Serving},
        wire::Wire,
    },
    failure::{Done, Failure},
};

/// Attempts in a second, all clients together.
const ATTEMPTS: u32 = 500;
/// Clients, each with a connection of its own, and each three seconds apart from itself: longer than who gets a place
/// waits for the answer.
const CLIENTS: u32 = 1_500;
/// What the service answers to who is turned away.
const TURNED_AWAY: [u16; 2] = [429, 503];

/// What came of the attempts of a client.
#[derive(Default)]
struct Told {
    signed_in: Times,
    turned_away: Times,
}

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    figures: &mut Vec<Figure>,
) -> Done {
    let time = Duration::from_secs(extent.seconds);
    let administrator = Caller::signed_in(service, &world.large.administrator, PASSWORD).await?;
    let path = format!("/v1/customers/{}/users", world.large.id);
    let reader = Reader::new(&administrator, &path, vec!["?limit=50".to_owned()]).await?;
    let mut clients = Vec::new();
    // A person each: many new devices at one account would lock each other out.
    for (index, name) in (0..CLIENTS).zip(&world.holders) {
        let device = Caller::new(service)?;
        let wire = device.connect().await?;
        let name: Arc<str> = name.as_str().into();
        clients.push((index, device, wire, name));
    }
    let begun = Instant::now();
    let mut running = JoinSet::new();
    for (index, device, wire, name) in clients {
        running.spawn(attempts(index, device, wire, name, begun, time));
    }
    let (mut reading, _) = load::for_a_while(vec![reader], time).await?;
    let mut all = Told::default();
    while let Some(told) = running.join_next().await {
        let told = told.map_err(Failure::doing("a client of the load stopped"))??;
        all.signed_in.0.extend(told.signed_in.0);
        all.turned_away.0.extend(told.turned_away.0);
    }
    // Who got a place late is still waited for when the attempts are over.
    let took = begun.elapsed();
    let made = all.signed_in.rate(time) + all.turned_away.rate(time);
    figures.extend([
        Figure::new(
            database.name,
            "flood of sign-ins: attempts",
            made,
            "attempts/s",
        ),
        Figure::new(
            database.name,
            "flood of sign-ins: let in",
            all.signed_in.rate(took),
            "sign-ins/s",
        ),
        Figure::new(
            database.name,
            "flood of sign-ins: turned away (429, 503), p99",
            all.turned_away.percentile(99),
            "ms",
        )
        .aim("under 500 ms", |figure| figure.value < 500.0),
        Figure::new(
            database.name,
            "flood of sign-ins: first page of 50 meanwhile, p99",
            reading.percentile(99),
            "ms",
        )
        .aim("under 500 ms", |figure| figure.value < 500.0),
    ]);
    Ok(())
}

/// Attempts of one client at its own moments, however long the one before took; those that it has missed by then
/// are left out.
async fn attempts(
    index: u32,
    mut device: Caller,
    mut wire: Wire,
    name: Arc<str>,
    begun: Instant,
    time: Duration,
) -> Done<Told> {
    let every = Duration::from_secs(1) * CLIENTS / ATTEMPTS;
    let mut at = begun + every * index / CLIENTS;
    let mut told = Told::default();
    while at < begun + time {
        tokio::time::sleep_until(at.into()).await;
        let asked = Instant::now();
        let reply = device.sign_in(&mut wire, &name, PASSWORD).await?;
        let took = asked.elapsed();
        if TURNED_AWAY.contains(&reply.status) {
            told.turned_away.0.push(took);
        } else {
            reply.expect(201)?;
            told.signed_in.0.push(took);
        }
        while at <= Instant::now() {
            at += every;
        }
    }
    Ok(told)
}
