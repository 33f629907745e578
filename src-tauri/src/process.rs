//! What the process does before anything else.

use tracing_subscriber::EnvFilter;

/// Writes the log to standard error. `KEYHOLDER_LOG` sets what is written, as in `debug` or
/// `keyholder_client=trace`. Secrets have types that cannot be logged.
pub(crate) fn start_log() {
    let filter = EnvFilter::try_from_env("KEYHOLDER_LOG")
        .unwrap_or_else(|_| EnvFilter::new("warn,keyholder_app=info"));
    // Fails only where a log was started before, which then goes on.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .try_init();
}

/// Keeps memory, which holds tokens, out of core files: this process and all it starts.
#[cfg(unix)]
pub(crate) fn forbid_core_files() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    if let Err(error) = setrlimit(Resource::Core, none) {
        tracing::warn!(%error, "core files stay possible");
    }
}

/// Windows writes dumps only where an administrator set that up.
#[cfg(not(unix))]
pub(crate) fn forbid_core_files() {}
