//! The program as a service manager runs it: settings, the ready line, and the end.

use std::{path::Path, process::Stdio};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader},
    process::{Child, Command},
};

/// The program with a folder of its own and nothing else in its environment.
fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keyholder-server"));
    command
        .env_clear()
        .current_dir(folder)
        .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Starts the service and reads its first line.
async fn start(folder: &Path) -> (Child, Value) {
    let mut child = program(folder).arg("serve").spawn().unwrap();
    let stdout = child.stdout.take().unwrap();
    let mut lines = BufReader::new(stdout).lines();
    let line = lines.next_line().await.unwrap().unwrap_or_default();
    (child, serde_json::from_str(&line).unwrap_or_default())
}

async fn end(mut child: Child) -> (bool, String) {
    let mut told = String::new();
    let mut stderr = child.stderr.take().unwrap();
    stderr.read_to_string(&mut told).await.unwrap();
    (child.wait().await.unwrap().success(), told)
}

#[cfg(unix)]
#[tokio::test]
async fn it_says_where_it_listens_and_stops_when_told_to() {
    let folder = tempfile::tempdir().unwrap();
    // The second start finds the database and the key file of the first.
    for _ in 0..2 {
        let (child, ready) = start(folder.path()).await;
        assert_eq!(ready["event"], "ready");
        let address = ready["address"].as_str().unwrap();
        assert!(address.starts_with("127.0.0.1:"), "{address}");
        assert_eq!(ready["origin"], format!("http://{address}"));
        let connection = tokio::net::TcpStream::connect(address).await;
        assert!(connection.is_ok());
        drop(connection);
        let id = child.id().unwrap().to_string();
        let told = Command::new("kill").args(["-TERM", &id]).status().await;
        assert!(told.unwrap().success());
        let (clean, log) = end(child).await;
        assert!(clean, "{log}");
    }
    for name in ["keyholder.db", "keyholder.key"] {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = std::fs::metadata(folder.path().join(name))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}

#[tokio::test]
async fn what_it_cannot_use_it_names_in_one_sentence() {
    let folder = tempfile::tempdir().unwrap();
    for (name, value, expected) in [
        ("KEYHOLDER_LISTN", "127.0.0.1:1", "listn"),
        ("KEYHOLDER_LISTEN", "everywhere", "listen"),
        (
            "KEYHOLDER_PUBLIC_ORIGIN",
            "http://id.example.com",
            "public_origin",
        ),
        ("KEYHOLDER_DATABASE_URL", "mysql://x", "database"),
    ] {
        let child = program(folder.path())
            .arg("serve")
            .env(name, value)
            .spawn()
            .unwrap();
        let (clean, told) = end(child).await;
        assert!(!clean, "{name}");
        let told = told.trim();
        assert!(told.starts_with("keyholder-server: "), "{told}");
        assert!(told.to_lowercase().contains(expected), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
}

#[tokio::test]
async fn the_chores_end_by_themselves() {
    let folder = tempfile::tempdir().unwrap();
    for chore in ["migrate", "migrate", "verify-audit"] {
        let child = program(folder.path()).arg(chore).spawn().unwrap();
        let (clean, told) = end(child).await;
        assert!(clean, "{chore}: {told}");
    }
}

#[tokio::test]
async fn each_event_is_an_object_where_programs_read_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let mut child = program(folder.path())
        .args(["--log-format", "json", "--log", "info", "serve"])
        .spawn()
        .unwrap();
    let id = child.id().unwrap().to_string();
    let stdout = child.stdout.take().unwrap();
    let line = BufReader::new(stdout).lines().next_line().await.unwrap();
    let ready: Value = serde_json::from_str(&line.unwrap()).unwrap();
    let url = format!("{}/v1/me", ready["origin"].as_str().unwrap());
    let reply = crate::support::house::connections().get(url).send().await;
    assert_eq!(reply.unwrap().status(), 401);
    Command::new("kill")
        .args(["-TERM", &id])
        .status()
        .await
        .unwrap();
    let (clean, log) = end(child).await;
    assert!(clean, "{log}");
    let events: Vec<Value> = log
        .lines()
        .map(|line| serde_json::from_str(line).expect(line))
        .collect();
    let request = events
        .iter()
        .find(|event| event["message"] == "request")
        .expect(&log);
    assert_eq!(request["route"], "/v1/me");
    assert_eq!(request["status"], 401);
    assert_eq!(request["level"], "INFO");
}

/// Decision 0067.
#[test]
fn random_numbers_come_from_the_system_alone() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_keyholder-server")).unwrap();
    let names = |name: &str| memchr::memmem::find(&program, name.as_bytes()).is_some();
    assert!(
        names("RAND_bytes"),
        "the TLS library is not in it, or its names are not"
    );
    assert!(
        !names("jent_read_entropy"),
        "the TLS library was built with a source of its own"
    );
}
