//! `keyholder-server serve`.

use clap::Args;
use serde_json::json;

use super::{Outcome, say};
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
    let server = Server::start(config, Clock::System, Random::System).await?;
    if server.app().config.demo {
        crate::demo::prepare(server.app()).await?;
    }
    say(json!({
        "event": "ready",
        "address": server.address(),
        "origin": server.app().origin.as_str().trim_end_matches('/'),
        "process_id": std::process::id(),
    }));
    server.run(told_to_stop()).await?;
    Ok(())
}

/// Waits for the terminal's or the service manager's word.
async fn told_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    // Without a way to hear the signal, the process manager's hard stop remains.
    if interrupted.await.is_err() {
        std::future::pending::<()>().await;
    }
}
