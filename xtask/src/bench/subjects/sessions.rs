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

/// Nothing but a session is needed for it, and what it answers is the same for everybody.
const NOTHING_BUT_A_SESSION: &str = "/v1/permissions";

/// `selects` is how many bare SELECTs eight clients get answered in a second.
pub(crate) async fn measure(
    database: &Database,
    service: &Serving,
    world: &World,
    extent: Extent,
    (ceilings, selects): (&Ceilings, f64),
    figures: &mut Vec<Figure>,
) -> Done {
    // A session each: requests of one session could be answered by one question.
    let mut callers = Vec::new();
    for _ in 0..8 {
        let who = &world.large.administrator;
        callers.push(Caller::signed_in(service, who, PASSWORD).await?);
    }
    let rate = async |path: &str| -> Done<f64> {
        let mut readers = Vec::new();
        for caller in &callers {
            readers.push(Reader::new(caller, path, Vec::new()).await?);
        }
        let (times, took) = load::for_a_while(readers, Duration::from_secs(extent.seconds)).await?;
        Ok(times.rate(took))
    };
    let checks = rate(NOTHING_BUT_A_SESSION).await?;
    figures.push(
        Figure::new(
            database.name,
            "session check, eight clients",
            checks,
            "requests/s",
        )
        .beside("empty handler, one signature", ceilings.signatures)
        .aim("at least half of the empty handler", |figure| {
            figure.ratio() >= 0.5
        }),
    );
    // The same cores do both, one after the other.
    let both = 1.0 / (1.0 / ceilings.signatures + 1.0 / selects);
    figures.push(
        Figure::new(
            database.name,
            "the same session check",
            checks,
            "requests/s",
        )
        .beside("empty handler and one bare SELECT", both),
    );
    figures.push(Figure::new(
        database.name,
        "what the app asks at its start (/v1/me), eight clients",
        rate("/v1/me").await?,
        "requests/s",
    ));
    Ok(())
}
