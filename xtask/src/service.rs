//! The identity service with its sample merchants, on a database file of its own.

use std::{fs, path::Path, time::Duration};

use tokio::{
    io::{BufReader, Lines},
    process::ChildStdout,
};

use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
    say,
};

/// How long the service may take to say that it is ready, sample merchants included.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running service. Dropping it ends it.
pub(crate) struct Service {
    /// Where it listens, such as `http://127.0.0.1:49152`.
    pub(crate) origin: String,
    output: Lines<BufReader<ChildStdout>>,
    running: Running,
}

impl Service {
    /// Starts the service with its sample merchants on a free port, its data in a folder.
    pub(crate) async fn demo(folder: &Path) -> Done<Self> {
        fs::create_dir_all(folder).map_err(Failure::doing("no folder for the sample data"))?;
        let database = folder.join("keyholder.db");
        let program = Program::new(place::built("keyholder-server"))
            .args(["serve", "--demo"])
            .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
            .env(
                "KEYHOLDER_DATABASE_URL",
                format!("sqlite://{}", database.display()),
            )
            .env("KEYHOLDER_KEY_FILE", folder.join("keyholder.key"));
        let (running, mut output) = Running::start(program)?;
        let ready = tokio::time::timeout(PATIENCE, until_ready(&mut output)).await;
        let origin = ready
            .map_err(|_late| Failure::new("keyholder-server did not say that it is ready"))??;
        Ok(Self {
            origin,
            output,
            running,
        })
    }

    /// Shows what the service prints, until it ends.
    pub(crate) async fn follow(&mut self) -> Done {
        while let Ok(Some(line)) = self.output.next_line().await {
            say::note(&line);
        }
        self.running.ended().await
    }
}

/// Shows what the service prints up to the line with its address, the sign-in data among it.
async fn until_ready(output: &mut Lines<BufReader<ChildStdout>>) -> Done<String> {
    while let Some(line) = output
        .next_line()
        .await
        .map_err(Failure::doing("keyholder-server's output cannot be read"))?
    {
        say::note(&line);
        if let Some(origin) = origin_of(&line) {
            return Ok(origin);
        }
    }
    Err(Failure::new("keyholder-server ended before it was ready"))
}

fn origin_of(line: &str) -> Option<String> {
    let ready = line.to_lowercase();
    if !ready.contains("ready") {
        return None;
    }
    let address = line.get(line.find("http://")?..)?;
    let end = address.find([' ', '"', ',']).unwrap_or(address.len());
    Some(address.get(..end)?.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ready_line_carries_the_origin() {
        assert_eq!(
            origin_of("Ready on http://127.0.0.1:4711/ (demo)").as_deref(),
            Some("http://127.0.0.1:4711")
        );
        assert_eq!(
            origin_of("mail page: http://127.0.0.1:4711/demo/mail"),
            None
        );
    }
}
