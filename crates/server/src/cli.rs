//! The command line. Each subcommand is a file.

mod backup;
mod create_admin;
mod migrate;
mod openapi;
mod rotate_key;
mod serve;
mod verify_audit;

use std::{error::Error, path::PathBuf, process::ExitCode};

use clap::{Parser, Subcommand, ValueEnum};
use tracing_subscriber::EnvFilter;

use crate::config::Config;

/// The identity service of Keyholder.
#[derive(Debug, Parser)]
#[command(name = "keyholder-server", version)]
struct Arguments {
    /// The settings (TOML); each key can also be given as KEYHOLDER_… in the environment.
    #[arg(long, global = true, env = "KEYHOLDER_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,

    /// What to log, as in `info` or `keyholder_server=debug`.
    #[arg(long, global = true, env = "KEYHOLDER_LOG", default_value = "info")]
    log: String,

    /// How each event is written: a line of text, or a JSON object.
    #[arg(
        long,
        global = true,
        env = "KEYHOLDER_LOG_FORMAT",
        value_enum,
        default_value_t
    )]
    log_format: LogFormat,

    #[command(subcommand)]
    command: Command,
}

/// How an event is written.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// For programs: one object on one line.
    Json,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Answer requests until stopped.
    Serve(serve::Arguments),
    /// Bring the database's schema up to date.
    Migrate,
    /// Create a customer with its first administrator, or an operator.
    CreateAdmin(create_admin::Arguments),
    /// Print the OpenAPI document.
    Openapi,
    /// Make the key that opens backups, and print for whom to seal them.
    BackupKey(backup::KeyArguments),
    /// Take a sealed backup of the whole database while the service works.
    Backup(backup::TakeArguments),
    /// Restore a backup into an empty database.
    Restore(backup::RestoreArguments),
    /// Put a new secret into the key file, while no process of the service runs.
    RotateKey(rotate_key::Arguments),
    /// Check every chain of the audit log.
    VerifyAudit(verify_audit::Arguments),
}

/// What a subcommand ends with; an error is printed as one sentence.
pub(crate) type Outcome = Result<(), Box<dyn Error + Send + Sync>>;

/// Runs the command line.
pub async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    log_to_stderr(&arguments.log, arguments.log_format);
    match run(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&*error);
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Outcome {
    let load = || Config::load(arguments.config.as_deref());
    match arguments.command {
        Command::Serve(arguments) => serve::run(arguments, load()?).await,
        Command::Migrate => migrate::run(&load()?).await,
        Command::CreateAdmin(arguments) => create_admin::run(arguments, &load()?).await,
        Command::Openapi => openapi::run(),
        Command::BackupKey(arguments) => backup::make_key(&arguments),
        Command::Backup(arguments) => backup::take(arguments, &load()?).await,
        Command::Restore(arguments) => backup::restore(arguments, &load()?).await,
        Command::RotateKey(arguments) => rotate_key::run(arguments, &load()?).await,
        Command::VerifyAudit(arguments) => verify_audit::run(arguments, &load()?).await,
    }
}

fn log_to_stderr(filter: &str, format: LogFormat) {
    let log = tracing_subscriber::fmt()
        .with_env_filter(EnvFilter::new(filter))
        .with_writer(std::io::stderr)
        .with_target(false);
    match format {
        LogFormat::Text => log.init(),
        LogFormat::Json => log.json().flatten_event(true).init(),
    }
}

#[expect(clippy::print_stderr, reason = "the command line's own voice")]
fn complain(error: &dyn Error) {
    eprintln!("keyholder-server: {error}");
}
