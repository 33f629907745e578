//! `keyholder-server serve`.

use clap::Args;
use serde_json::json;

use super::Outcome;
use crate::terminal::say;
use crate::{clock::Clock, config::Config, random::Random, serve::Server};

/// How to serve.
#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// Fill an empty database with two sample merchants and show sent mail on a local page.
    #[arg(long)]
    demo: bool,
}

/// Answers requests until the process is told to stop. The first line on standard output says, as
/// JSON, that the service is ready and where.
pub(super) async fn run(arguments: Arguments, mut config: Config) -> Outcome {
    config.demo |= arguments.demo;
    if config.demo && cfg!(not(feature = "demo")) {
        return Err(
            "this build has no sample data: `--demo` is for builds from the sources".into(),
        );
    }
    let server = Server::start(config, Clock::System, Random::System).await?;
    #[cfg(feature = "demo")]
    if server.app().config.demo {
        crate::demo::prepare(server.app()).await?;
    }
    let stop = told_to_stop()?;
    say(json!({
        "event": "ready",
        "address": server.address(),
        "metrics_address": server.metrics_address(),
        "origin": server.app().origin.as_str().trim_end_matches('/'),
        "process_id": std::process::id(),
    }));
    server.run(stop).await?;
    Ok(())
}

/// Listens for the terminal's or the service manager's word, from now on: whoever reads the ready
/// line may send it at once.
#[cfg(unix)]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// Listens for the terminal's word, from now on.
#[cfg(windows)]
fn told_to_stop() -> std::io::Result<impl Future<Output = ()> + Send + 'static> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move {
        // The stream ends only with the process.
        let _ = interrupted.recv().await;
    })
}
