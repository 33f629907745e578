//! What a session costs: the proof's signature, the token, the session and what it may.

use std::time::Duration;

use crate::{
    bench::{
        Extent,
        caller::{Caller, Reader},
        ceilings::Ceilings,
        figure::Figure,
        load,
        seed::{PASSWORD, World},
        subject::{Database, Serving},
    },
    failure::Done,
};

pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    ceilings: &Ceilings,
    figures: &mut Vec<Figure>,
) -> Done {
    let caller = Caller::signed_in(service, &world.large.administrator, PASSWORD).await?;
    let readers = Reader::several(8, &caller, "/v1/me", &[]).await?;
    let (times, took) = load::for_a_while(readers, Duration::from_secs(extent.seconds)).await?;
    figures.push(
        Figure::new(
            database.name,
            "session check, eight clients",
            times.rate(took),
            "requests/s",
        )
        .beside("empty handler, one signature", ceilings.signatures)
        .aim("at least half of the empty handler", |figure| {
            figure.ratio() >= 0.5
        }),
    );
    Ok(())
}
