//! What no service on this machine can beat: the programs are examples of `crates/server`, which
//! alone knows Argon2 and axum.

use std::time::Duration;

use crate::{
    bench::{Extent, caller::Caller, load, subject::Serving},
    failure::{Done, Failure},
    place,
    program::Program,
    say,
};

/// The ceilings.
pub(crate) struct Ceilings {
    /// Requests in a second to a handler that does nothing but check one signature.
    pub(crate) signatures: f64,
}

/// Argon2id hashes in a second, on all cores.
pub(crate) async fn hashes(extent: Extent) -> Done<f64> {
    Program::new(place::target().join("service/examples/bare_argon2"))
        .arg(extent.seconds.to_string())
        .capture()
        .await?
        .trim()
        .parse()
        .map_err(Failure::doing("the rate of bare Argon2"))
}

pub(crate) async fn measure(extent: Extent) -> Done<Ceilings> {
    let examples = place::target().join("service/examples");
    let handler = Serving::start(Program::new(examples.join("one_signature"))).await?;
    let caller = Caller::new(&handler)?;
    let clients = caller.readers_of_nothing(8).await?;
    let (times, took) = load::for_a_while(clients, Duration::from_secs(extent.seconds)).await?;
    let signatures = times.rate(took);
    say::note(&format!(
        "empty handler with one signature: {signatures:.0} requests/s"
    ));
    Ok(Ceilings { signatures })
}
