//! The service as a process of its own: started, asked, killed.

use std::{
    net::SocketAddr,
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
};

/// The program on a database, with nothing else in its environment. The key file lies in the folder.
pub(crate) fn command(url: &str, folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keyholder-server"));
    command
        .env_clear()
        .current_dir(folder)
        .env("KEYHOLDER_DATABASE_URL", url)
        .env("KEYHOLDER_KEY_FILE", folder.join("server.key"))
        .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
        .env("KEYHOLDER_LOG", "warn")
        .kill_on_drop(true);
    command
}

/// A service that answers. It ends with the value.
pub(crate) struct Process {
    child: Child,
    /// Where it listens, such as `http://127.0.0.1:49152`.
    pub(crate) origin: String,
    /// Where it really listens, whatever it calls itself.
    pub(crate) address: SocketAddr,
    /// From its start to its word that it is ready.
    pub(crate) took: Duration,
}

impl Process {
    /// Starts it and waits until it says that it is ready.
    pub(crate) async fn start(command: &mut Command) -> Self {
        let begun = Instant::now();
        let mut child = command
            .arg("serve")
            .stdout(Stdio::piped())
            .spawn()
            .expect("the service starts");
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap();
        let took = begun.elapsed();
        let line = line.expect("the service says that it is ready; its complaint stands above");
        let ready: Value = serde_json::from_str(&line).unwrap();
        let origin = ready["origin"].as_str().unwrap().to_owned();
        let address = ready["address"].as_str().unwrap().parse().unwrap();
        Self {
            child,
            origin,
            address,
            took,
        }
    }

    /// What it writes to standard error from now on, where the command pipes that.
    #[cfg(target_os = "linux")]
    pub(crate) fn complaints(
        &mut self,
    ) -> tokio::io::Lines<BufReader<tokio::process::ChildStderr>> {
        BufReader::new(self.child.stderr.take().unwrap()).lines()
    }

    /// The number of the process.
    #[cfg(target_os = "linux")]
    pub(crate) fn id(&self) -> u32 {
        self.child.id().unwrap()
    }

    /// Ends it as a power cut of the process would: SIGKILL, no farewell.
    pub(crate) async fn kill(mut self) {
        self.child.kill().await.unwrap();
    }
}
