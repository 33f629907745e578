//! PostgreSQL: its own tools read and write, and what goes between is sealed here. Nothing plain touches a
//! disk.

use std::{
    io::{self, Read as _},
    path::Path,
    process::{Child, Command, Stdio},
};

use keyholder_store::{Database, DatabaseOptions};
use url::Url;

use super::{BackupError, Identity, Recipient, fault, sealed};

const DUMP: &str = "pg_dump";
const RESTORE: &str = "pg_restore";

/// What may stand in the service's address, and no tool of PostgreSQL knows. Anything else that they do
/// not know they complain of themselves.
const OURS_ALONE: &str = "statement-cache-capacity";

/// How much of what a tool complains of is told on, in bytes.
const MAX_TOLD: u64 = 4096;

pub(super) fn take(url: &str, to: &Path, recipients: &[Recipient]) -> Result<u64, BackupError> {
    let mut command = tool(DUMP, url)?;
    command.args(["--format=custom", "--no-owner", "--no-privileges"]);
    sealed::seal(to, recipients, |out| {
        let mut dump = command
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| failed(DUMP, error.to_string()))?;
        if let Some(mut from) = dump.stdout.take() {
            io::copy(&mut from, out).map_err(|source| fault(to, source))?;
        }
        finish(DUMP, dump)
    })
}

pub(super) async fn restore(
    url: &str,
    from: &Path,
    identity: &Identity,
) -> Result<(), BackupError> {
    let database = Database::connect(url, DatabaseOptions::default()).await?;
    let empty = database.is_empty().await;
    database.close().await?;
    if !empty? {
        return Err(BackupError::NotEmpty);
    }
    let mut content = sealed::open(from, identity)?;
    let mut command = tool(RESTORE, url)?;
    command.args(["--single-transaction", "--exit-on-error", "--no-owner"]);
    let mut restore = command
        .stdin(Stdio::piped())
        .spawn()
        .map_err(|error| failed(RESTORE, error.to_string()))?;
    if let Some(mut into) = restore.stdin.take() {
        // Where the tool stops reading, its own complaint says why.
        let _ = io::copy(&mut content, &mut into);
    }
    finish(RESTORE, restore)
}

/// A tool of PostgreSQL on a database. The password stands in its environment, not among its arguments,
/// which everybody on the machine may list.
fn tool(name: &'static str, url: &str) -> Result<Command, BackupError> {
    let mut url = Url::parse(url).map_err(|error| failed(name, error.to_string()))?;
    let mut command = Command::new(name);
    if let Some(password) = url.password() {
        let password = percent_decoded(password);
        command.env("PGPASSWORD", password);
        // Only an address without a host can have no password.
        let _ = url.set_password(None);
    }
    let others: Vec<(String, String)> = url
        .query_pairs()
        .filter(|(key, _)| key != OURS_ALONE)
        .map(|(key, value)| (key.into_owned(), value.into_owned()))
        .collect();
    url.set_query(None);
    if !others.is_empty() {
        url.query_pairs_mut().extend_pairs(others);
    }
    command
        .arg("--dbname")
        .arg(url.as_str())
        .arg("--no-password")
        .stdin(Stdio::null())
        .stderr(Stdio::piped());
    Ok(command)
}

fn percent_decoded(text: &str) -> String {
    percent_encoding::percent_decode_str(text)
        .decode_utf8_lossy()
        .into_owned()
}

/// Waits for a tool and takes over its complaint.
fn finish(tool: &'static str, mut child: Child) -> Result<(), BackupError> {
    let mut told = Vec::new();
    if let Some(complaint) = child.stderr.take() {
        // What cannot be read is not told.
        let _ = complaint.take(MAX_TOLD).read_to_end(&mut told);
    }
    match child.wait() {
        Ok(status) if status.success() => Ok(()),
        Ok(_) => Err(failed(
            tool,
            String::from_utf8_lossy(&told).trim().to_owned(),
        )),
        Err(error) => Err(failed(tool, error.to_string())),
    }
}

fn failed(tool: &'static str, told: String) -> BackupError {
    BackupError::Tool { tool, told }
}
