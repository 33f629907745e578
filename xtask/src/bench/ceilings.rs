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
    /// Argon2id hashes in a second, on all cores.
    pub(crate) hashes: f64,
    /// Requests in a second to a handler that does nothing but check one signature.
    pub(crate) signatures: f64,
}

pub(crate) async fn measure(extent: Extent) -> Done<Ceilings> {
    let examples = place::target().join("service/examples");
    let hashes = Program::new(examples.join("bare_argon2"))
        .arg(extent.seconds.to_string())
        .capture()
        .await?;
    let hashes = hashes
        .trim()
        .parse()
        .map_err(Failure::doing("the rate of bare Argon2"))?;
    say::note(&format!("Argon2id: {hashes:.0} hashes/s"));

    let handler = Serving::start(Program::new(examples.join("one_signature"))).await?;
    let caller = Caller::new(&handler)?;
    let clients = caller.readers_of_nothing(8).await?;
    let (times, took) = load::for_a_while(clients, Duration::from_secs(extent.seconds)).await?;
    let signatures = times.rate(took);
    say::note(&format!(
        "empty handler with one signature: {signatures:.0} requests/s"
    ));
    Ok(Ceilings { hashes, signatures })
}
