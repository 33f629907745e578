//! What is measured: the service, built for speed, on one of the databases.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use crate::{
    failure::{Done, Failure},
    place,
    program::Program,
    running::Running,
};

/// A database by its address.
#[derive(Clone)]
pub(crate) struct Database {
    pub(crate) name: &'static str,
    pub(crate) url: String,
}

/// The service on a database.
pub(crate) struct Serving {
    pub(crate) origin: String,
    /// From starting the process to its word that it is ready.
    pub(crate) took: Duration,
    running: Running,
}

impl Database {
    pub(crate) fn sqlite(file: &Path) -> Self {
        Self {
            name: "SQLite",
            url: format!("sqlite://{}", file.display()),
        }
    }

    pub(crate) fn postgres(url: String) -> Self {
        Self {
            name: "PostgreSQL",
            url,
        }
    }

    /// Has PostgreSQL do at once what it would do in the background after so many rows came in: a
    /// database in use is not one that was filled a moment ago.
    pub(crate) async fn settle(&self) -> Done {
        if self.url.starts_with("sqlite:") {
            return Ok(());
        }
        Program::new("psql")
            .args([
                "--quiet",
                "--command",
                "VACUUM ANALYZE",
                "--command",
                "CHECKPOINT",
            ])
            .arg(&self.url)
            .capture()
            .await
            .map(drop)
    }

    /// Starts the service on it.
    pub(crate) async fn serve(&self, folder: &Path) -> Done<Serving> {
        let program = Program::new(place::target().join("service/keyholder-server"))
            .arg("serve")
            .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
            .env("KEYHOLDER_DATABASE_URL", &self.url)
            .env("KEYHOLDER_KEY_FILE", folder.join("bench.key"))
            .env("KEYHOLDER_LOG", "warn");
        Serving::start(program).await
    }
}

impl Serving {
    /// Starts a program whose first line of output is JSON with its `origin`.
    pub(crate) async fn start(program: Program) -> Done<Self> {
        let begun = Instant::now();
        let (running, mut output) = Running::start(program)?;
        let line = tokio::time::timeout(Duration::from_secs(30), output.next_line()).await;
        let took = begun.elapsed();
        let Ok(Ok(Some(line))) = line else {
            return Err(Failure::new("what is to be measured did not start"));
        };
        let ready: serde_json::Value =
            serde_json::from_str(&line).map_err(Failure::doing("the line that says ready"))?;
        let origin = ready
            .get("origin")
            .and_then(serde_json::Value::as_str)
            .ok_or_else(|| Failure::new(format!("no origin in: {line}")))?;
        Ok(Self {
            origin: origin.to_owned(),
            took,
            running,
        })
    }

    /// Host and port.
    pub(crate) fn authority(&self) -> &str {
        self.origin.trim_start_matches("http://")
    }

    /// The process.
    pub(crate) fn process(&self) -> Done<u32> {
        self.running
            .id()
            .ok_or_else(|| Failure::new("the service has ended"))
    }
}
