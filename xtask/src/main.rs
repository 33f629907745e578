//! Chores of the workspace. `cargo xtask start` and `cargo xtask test` are all a newcomer needs:
//! each does its own set-up, says what it runs, and can be run again at once.

#[cfg(feature = "bench")]
mod bench;
mod checks;
mod cluster;
mod components;
mod crate_folders;
mod depth;
mod desktop;
mod failure;
mod group;
mod package;
mod part;
mod place;
mod program;
mod release;
mod running;
mod say;
mod service;
mod setup;
mod stamp;
mod start;
mod test;

use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::{
    depth::Depth,
    failure::{Done, Failure},
    part::{Part, Subject},
};

/// Chores of the Keyholder workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Set everything up, start the service with sample merchants, and open the app on it.
    Start,
    /// Set everything up and run every check.
    Test {
        /// Also the long campaigns that are run on demand (tier N).
        #[arg(long)]
        deep: bool,
        /// Also the longest campaigns, run before a release (tier Z); includes `--deep`.
        #[arg(long)]
        release: bool,
    },
    /// Measure the service on both databases with 100,000 users; takes some minutes.
    Bench {
        /// Users of the large customer.
        #[arg(long, default_value_t = 100_000)]
        users: usize,
        /// Seconds for each rate.
        #[arg(long, default_value_t = 5)]
        seconds: u64,
        /// Only these parts, for example `sqlite`.
        #[arg(long, value_enum, value_delimiter = ',', default_values_t = Part::value_variants().to_vec())]
        only: Vec<Part>,
        /// Of the service only these subjects, for example `creations`.
        #[arg(long, value_enum, value_delimiter = ',', default_values_t = Subject::value_variants().to_vec())]
        subject: Vec<Subject>,
    },
    /// Make the feed of a release, or check a published one.
    Release {
        #[command(subcommand)]
        chore: release::Chore,
    },
    /// Make the packages that this system can make, look into them, and start what they hold.
    Package,
    /// Write the bill of materials of an artefact as `CycloneDX`.
    Sbom {
        artefact: components::Artefact,
        /// The target that it is built for.
        #[arg(long, default_value = "x86_64-unknown-linux-gnu")]
        target: String,
        #[arg(long)]
        out: std::path::PathBuf,
    },
    /// Write the notices of all components of an artefact, which go with it.
    Notices {
        artefact: components::Artefact,
        #[arg(long)]
        out: std::path::PathBuf,
    },
    /// Write the TypeScript bindings of the app's commands, the `OpenAPI` document and the list of
    /// third-party components anew.
    Generate,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let chore = Arguments::parse().chore;
    // Dropping the chore on Ctrl-C ends what it has started; see `group.rs` and `running.rs`.
    let outcome = tokio::select! {
        outcome = carry_out(chore) => outcome,
        () = interrupted() => Err(Failure::new("interrupted; what was started has been ended")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            say::failure(&failure);
            ExitCode::FAILURE
        }
    }
}

async fn carry_out(chore: Chore) -> Done {
    match chore {
        Chore::Start => start::start().await,
        Chore::Test { deep, release } => {
            test::test(match (deep, release) {
                (_, true) => Depth::Release,
                (true, false) => Depth::Deep,
                (false, false) => Depth::Every,
            })
            .await
        }
        Chore::Bench {
            users,
            seconds,
            only,
            subject,
        } => measure(users, seconds, &only, &subject).await,
        Chore::Release { chore } => release::carry_out(chore).await,
        Chore::Package => package::package().await,
        Chore::Sbom {
            artefact,
            target,
            out,
        } => components::write_sbom(artefact, &target, &out).await,
        Chore::Notices { artefact, out } => components::write_notices(artefact, &out).await,
        Chore::Generate => checks::generated::write().await,
    }
}

#[cfg(feature = "bench")]
async fn measure(users: usize, seconds: u64, parts: &[Part], subjects: &[Subject]) -> Done {
    bench::bench(bench::Extent { users, seconds }, parts, subjects).await
}

/// Measuring takes the client and the store, which the other chores need not wait for: builds them
/// in, and starts anew.
#[cfg(not(feature = "bench"))]
async fn measure(users: usize, seconds: u64, parts: &[Part], subjects: &[Subject]) -> Done {
    program::Program::cargo()
        .args(["run", "--locked", "--profile", "service"])
        .args(["--package", "xtask", "--features", "bench", "--"])
        .args([
            "bench",
            "--users",
            &users.to_string(),
            "--seconds",
            &seconds.to_string(),
            "--only",
            &part::written(parts),
            "--subject",
            &part::written(subjects),
        ])
        .run()
        .await
}

#[cfg(unix)]
async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    // What runs here is in groups of its own, which the terminal reaches by none of these.
    let (Ok(mut interrupt), Ok(mut quit), Ok(mut hangup), Ok(mut terminate)) = (
        signal(SignalKind::interrupt()),
        signal(SignalKind::quit()),
        signal(SignalKind::hangup()),
        signal(SignalKind::terminate()),
    ) else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = quit.recv() => {}
        _ = hangup.recv() => {}
        _ = terminate.recv() => {}
    }
}

#[cfg(not(unix))]
async fn interrupted() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending().await
    }
}
