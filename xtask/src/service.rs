//! The identity service with its sample merchants, on a database file of its own.

mod announcement;

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
    service::announcement::Announcement,
};

/// How long the service may take to say that it is ready, sample merchants included.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running service. Dropping it ends it.
pub(crate) struct Service {
    /// Where it listens, such as `http://127.0.0.1:49152`.
    pub(crate) origin: String,
    /// The administrator of a sample merchant.
    pub(crate) administrator: Administrator,
    output: Lines<BufReader<ChildStdout>>,
    running: Running,
}

/// Somebody to sign in as.
pub(crate) struct Administrator {
    pub(crate) name: String,
    pub(crate) password: String,
}

impl Service {
    /// Starts the service with its sample merchants on a free port, its data in a folder, and shows
    /// what it says of them.
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
            .env("KEYHOLDER_KEY_FILE", folder.join("keyholder.key"))
            .env("KEYHOLDER_LOG", "warn")
            // Whoever tries the sample merchants out, or every input there is, does so from one address.
            .env("KEYHOLDER_REFUSED_SIGN_INS_PER_ADDRESS", "0");
        let (running, mut output) = Running::start(program)?;
        let ready = tokio::time::timeout(PATIENCE, until_ready(&mut output)).await;
        let (origin, administrator) = ready
            .map_err(|_late| Failure::new("keyholder-server did not say that it is ready"))??;
        Ok(Self {
            origin,
            administrator,
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

async fn until_ready(output: &mut Lines<BufReader<ChildStdout>>) -> Done<(String, Administrator)> {
    let mut administrator = None;
    while let Some(line) = output
        .next_line()
        .await
        .map_err(Failure::doing("keyholder-server's output cannot be read"))?
    {
        match announcement::read(&line) {
            Some(Announcement::SignIn {
                who,
                name,
                password,
            }) => {
                say::note(&format!("{who:<42} {name:<36} {password}"));
                administrator.get_or_insert(Administrator { name, password });
            }
            Some(Announcement::Page { what, url }) => say::note(&format!("{what:<42} {url}")),
            Some(Announcement::Ready { origin }) => {
                say::note(&format!("{:<42} {origin}", "The service"));
                let nobody = || Failure::new("keyholder-server named nobody to sign in as");
                return Ok((origin, administrator.ok_or_else(nobody)?));
            }
            None => say::note(&line),
        }
    }
    Err(Failure::new("keyholder-server ended before it was ready"))
}
