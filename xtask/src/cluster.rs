//! A PostgreSQL cluster of our own: made for one run, on a free port of this machine only, gone
//! afterwards. It never touches a cluster that is installed.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::{
    failure::{Done, Failure},
    program::Program,
    say,
    setup::system::is_root,
};

/// The name and password of the one role; it guards nothing but throw-away data.
const ROLE: &str = "keyholder";

/// The memory of Linux that looks like a disk.
const MEMORY: &str = "/dev/shm";
/// What has to be free there, in bytes: the databases of the tests that run at once, and the log.
const ROOM: u64 = 4 << 30;

/// A running cluster. Dropping it stops the server and removes the data.
pub(crate) struct Cluster {
    programs: PathBuf,
    data: PathBuf,
    port: u16,
    _folder: TempDir,
}

impl Cluster {
    /// One for data that nobody keeps. Every test makes a database of its own and opens some connections to it: to derive
    /// a key for each, in an unoptimised driver, would take a third of a test's time, so the old way is good enough here.
    pub(crate) async fn throw_away() -> Done<Self> {
        Self::start(&unmeasured_home(), "md5").await
    }

    /// One that is measured, on the disk and as servers are set up.
    #[cfg_attr(
        not(feature = "bench"),
        expect(dead_code, reason = "only measuring asks")
    )]
    pub(crate) async fn measured() -> Done<Self> {
        Self::start(&std::env::temp_dir(), "scram-sha-256").await
    }

    /// Makes and starts one, whose data lie below this folder.
    async fn start(home: &Path, authentication: &str) -> Done<Self> {
        let programs = programs()?;
        let folder = tempfile::Builder::new()
            .prefix("keyholder-postgres-")
            .tempdir_in(home)
            .map_err(Failure::doing("no folder for PostgreSQL's data"))?;
        let secret = folder.path().join("password");
        fs::write(&secret, ROLE).map_err(Failure::doing("no folder for PostgreSQL's data"))?;
        if is_root() {
            // PostgreSQL refuses to run as root; its package brings a user of its own.
            Program::new("chown")
                .args(["-R", "postgres:"])
                .arg(folder.path())
                .capture()
                .await?;
        }
        let cluster = Self {
            data: folder.path().join("data"),
            port: free_port()?,
            programs,
            _folder: folder,
        };
        cluster
            .program("initdb")
            .args(["--username", ROLE, "--auth", authentication])
            .args(["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync"])
            .arg("--pwfile")
            .arg(&secret)
            .arg("--pgdata")
            .arg(&cluster.data)
            .capture()
            .await?;
        cluster
            .program("pg_ctl")
            .args(["start", "--wait", "--silent", "--pgdata"])
            .arg(&cluster.data)
            .arg("--log")
            .arg(cluster.data.join("log"))
            .arg("--options")
            .arg(cluster.options())
            .capture()
            .await?;
        say::note(&format!("PostgreSQL runs on 127.0.0.1:{}", cluster.port));
        Ok(cluster)
    }

    /// How tests reach it; every test makes a database of its own.
    pub(crate) fn url(&self) -> String {
        format!("postgres://{ROLE}:{ROLE}@127.0.0.1:{}/postgres", self.port)
    }

    fn options(&self) -> String {
        let socket = self.data.parent().unwrap_or(&self.data).display();
        format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories={socket} \
             -c max_connections=300 -c shared_buffers=256MB -c max_wal_size=512MB",
            self.port
        )
    }

    fn program(&self, name: &str) -> Program {
        let program = self.programs.join(name);
        if is_root() {
            Program::new("runuser")
                .args(["-u", "postgres", "--"])
                .arg(program)
                .directory("/")
        } else {
            Program::new(program)
        }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let (_, command) = self
            .program("pg_ctl")
            .args(["stop", "--mode", "immediate", "--silent", "--pgdata"])
            .arg(&self.data)
            .into_command();
        // If it cannot be stopped, it has not been started.
        drop(command.into_std().output());
    }
}

/// Where a cluster lies that nobody measures: in memory, where there is room. Every test makes a database of its own and
/// throws it away, and a disk would spend a fifth of the time on keeping them.
fn unmeasured_home() -> PathBuf {
    let room = rustix::fs::statvfs(MEMORY);
    let room = room.map(|found| found.f_bavail.saturating_mul(found.f_frsize));
    if room.is_ok_and(|room| room >= ROOM) {
        return MEMORY.into();
    }
    std::env::temp_dir()
}

/// The newest version's programs; Debian keeps them out of the path.
fn programs() -> Done<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").ok();
    let newest = versions
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|programs| programs.join("initdb").is_file())
        .max_by_key(|programs| version(programs));
    newest.ok_or_else(|| {
        Failure::new("PostgreSQL's server is missing: install the package `postgresql`")
    })
}

fn version(programs: &Path) -> Option<u32> {
    programs.parent()?.file_name()?.to_str()?.parse().ok()
}

/// A port that nobody listens on at the moment.
pub(crate) fn free_port() -> Done<u16> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(Failure::doing("no free port on 127.0.0.1"))
}

#[cfg(test)]
mod tests {
    use std::net::TcpStream;

    use super::*;

    #[tokio::test]
    async fn a_cluster_answers_on_this_machine_and_leaves_nothing_behind() {
        let cluster = Cluster::throw_away().await.unwrap();
        let (port, data) = (cluster.port, cluster.data.clone());
        assert!(TcpStream::connect(("127.0.0.1", port)).is_ok());
        drop(cluster);
        assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
        assert!(!data.exists());
    }
}
