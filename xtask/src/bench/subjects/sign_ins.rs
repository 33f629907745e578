//! Sign-ins, which cost what the password hash costs, and how administrators read meanwhile.

use std::time::Duration;

use crate::{
    bench::{
        Extent,
        caller::{Caller, Reader},
        ceilings,
        figure::Figure,
        load::{self, Client},
        seed::{Customer, PASSWORD, World},
        subject::{Database, Serving},
        wire::Wire,
    },
    failure::Done,
};

struct Person {
    device: Caller,
    wire: Wire,
    name: String,
}

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    figures: &mut Vec<Figure>,
) -> Done {
    let mut people = Vec::new();
    // More clients than cores by far: while some wait for the database, others have to hash.
    for customer in &world.small {
        people.push(Person::new(service, customer).await?);
    }
    let time = Duration::from_secs(extent.seconds);
    // Before and after, as what a core does in a second changes from minute to minute.
    let before = ceilings::hashes(extent).await?;
    let (times, took) = load::for_a_while(people, time).await?;
    let after = ceilings::hashes(extent).await?;
    figures.push(
        Figure::new(
            database.name,
            "sign-ins, eight clients",
            times.rate(took),
            "sign-ins/s",
        )
        .beside("bare Argon2 on all cores", f64::midpoint(before, after))
        .aim("at least 90 % of bare Argon2", |figure| {
            figure.ratio() >= 0.9
        }),
    );

    let administrator = Caller::signed_in(service, &world.large.administrator, PASSWORD).await?;
    let path = format!("/v1/customers/{}/users", world.large.id);
    let reader = Reader::new(&administrator, &path, vec!["?limit=50".to_owned()]).await?;
    let mut people = Vec::new();
    for customer in world.small.iter().take(4) {
        people.push(Person::new(service, customer).await?);
    }
    let (signing_in, reading) = tokio::join!(
        load::for_a_while(people, time),
        load::for_a_while(vec![reader], time)
    );
    signing_in?;
    let (mut times, _) = reading?;
    figures.push(Figure::new(
        database.name,
        "first page of 50 while four clients sign in, p99",
        times.percentile(99),
        "ms",
    ));
    Ok(())
}

impl Person {
    async fn new(service: &Serving, customer: &Customer) -> Done<Self> {
        let device = Caller::new(service)?;
        Ok(Self {
            wire: device.connect().await?,
            device,
            name: customer.administrator.clone(),
        })
    }
}

impl Client for Person {
    async fn once(&mut self) -> Done {
        let reply = self
            .device
            .sign_in(&mut self.wire, &self.name, PASSWORD)
            .await?;
        reply.expect(201).map(drop)
    }
}
