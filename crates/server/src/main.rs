//! `keyholder-server`: the identity service and its chores.

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    keyholder_server::cli::main().await
}
