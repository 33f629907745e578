//! The real service as a program of its own, with its mail going to a real SMTP server.

use std::{path::PathBuf, process::Stdio, time::Duration};

use serde_json::Value;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{ChildStdout, Command},
    sync::Mutex,
    time::timeout,
};

use super::{
    Desktop,
    running::{Running, succeed},
};

/// How long a mail may take to arrive.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running service.
pub(crate) struct Service {
    /// Where it answers.
    pub(crate) origin: String,
    variables: Vec<(String, String)>,
    _running: Running,
}

/// The service's program, which lies beside the app's.
fn program() -> PathBuf {
    super::app::program().with_file_name("keyholder-server")
}

impl Service {
    /// Starts the service on a database that has its schema.
    pub(crate) async fn start(desktop: &Desktop, database: &str, mailbox: &Mailbox) -> Self {
        let key_file = desktop.home().join("server.key").display().to_string();
        let port = mailbox.port.to_string();
        let variables: Vec<_> = [
            ("KEYHOLDER_LISTEN", "127.0.0.1:0"),
            ("KEYHOLDER_DATABASE_URL", database),
            ("KEYHOLDER_KEY_FILE", &key_file),
            ("KEYHOLDER_SMTP__HOST", "127.0.0.1"),
            ("KEYHOLDER_SMTP__PORT", &port),
            ("KEYHOLDER_SMTP__SECURITY", "plain_loopback"),
            ("KEYHOLDER_SMTP__FROM", "Keyholder <no-reply@example.com>"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        let mut command = desktop.command(program());
        command
            .arg("serve")
            .envs(variables.clone())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let (running, origin) = Running::with_line(command, origin_in).await;
        Self {
            origin,
            variables,
            _running: running,
        }
    }

    /// Starts the service with its sample merchants.
    pub(crate) async fn demo(desktop: &Desktop) -> Self {
        let database = format!("sqlite://{}", desktop.home().join("demo.db").display());
        Self::demo_on(desktop, &database, &[]).await
    }

    /// As [`Service::demo`], on a database with nobody in it, and with more settings.
    pub(crate) async fn demo_on(
        desktop: &Desktop,
        database: &str,
        settings: &[(&str, String)],
    ) -> Self {
        let mut command = desktop.command(program());
        command
            .args(["serve", "--demo"])
            .env("KEYHOLDER_LISTEN", "127.0.0.1:0")
            .env("KEYHOLDER_DATABASE_URL", database)
            .env("KEYHOLDER_KEY_FILE", desktop.home().join("demo.key"))
            .envs(settings.iter().map(|(name, value)| (name, value)))
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let (running, origin) = Running::with_line(command, origin_in).await;
        Self {
            origin,
            variables: Vec::new(),
            _running: running,
        }
    }

    /// Sets up a customer with its first administrator, as whoever runs the service does; gives the
    /// administrator's activation link.
    pub(crate) async fn first_administrator(&self, desktop: &Desktop, email: &str) -> String {
        let mut command = desktop.command(program());
        command
            .args(["create-admin", "--customer-number", "410027"])
            .args(["--customer-name", "Bäckerei Morgenrot", "--live"])
            .args(["--given-name", "Ada", "--family-name", "Winter"])
            .args(["--email", email])
            .envs(self.variables.clone())
            .env("KEYHOLDER_PUBLIC_ORIGIN", &self.origin);
        let printed = succeed(command).await;
        link_in(&printed).expect("the activation link is printed")
    }
}

/// An SMTP server and what has arrived at it.
pub(crate) struct Mailbox {
    port: u64,
    mails: Mutex<Lines<BufReader<ChildStdout>>>,
    _running: Running,
}

impl Mailbox {
    pub(crate) async fn open() -> Self {
        let python = std::env::var("KEYHOLDER_TEST_PYTHON").expect(
            "KEYHOLDER_TEST_PYTHON names a Python with aiosmtpd (cargo xtask test sets it)",
        );
        let mut command = Command::new(python);
        command
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/smtp/sink.py"))
            // It ends when its input does.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut running = Running::start(command);
        let output = running.child().stdout.take().unwrap();
        let mut mails = BufReader::new(output).lines();
        let line = timeout(PATIENCE, mails.next_line()).await;
        let line = line.unwrap().unwrap().expect("the SMTP server comes up");
        let said: Value = serde_json::from_str(&line).unwrap();
        Self {
            port: said.get("port").unwrap().as_u64().unwrap(),
            mails: Mutex::new(mails),
            _running: running,
        }
    }

    /// Waits for the next mail, which must be for `recipient`, and gives the link in it.
    pub(crate) async fn link_for(&self, recipient: &str) -> String {
        let text = self.next_for(recipient).await;
        link_in(&text).expect("the mail holds an activation link")
    }

    /// As [`Self::link_for`], for the code of a sign-in.
    pub(crate) async fn code_for(&self, recipient: &str) -> String {
        let text = self.next_for(recipient).await;
        let mut lines = text.lines().map(str::trim_end);
        let code = lines.find(|line| is_code(line));
        code.expect("the mail holds a code").to_owned()
    }

    async fn next_for(&self, recipient: &str) -> String {
        let mut mails = self.mails.lock().await;
        let line = timeout(PATIENCE, mails.next_line()).await;
        let line = line.expect("a mail arrives in time").unwrap().unwrap();
        let mail: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(mail.get("to"), Some(&serde_json::json!([recipient])));
        unquoted(mail.get("data").unwrap().as_str().unwrap())
    }
}

/// Where the service answers, in the line in which it says that it is ready.
fn origin_in(line: &str) -> Option<String> {
    let said: Value = serde_json::from_str(line).ok()?;
    let ready = said.get("event")? == "ready";
    ready.then(|| said.get("origin")?.as_str().map(str::to_owned))?
}

/// Undoes what quoted-printable does to a link: soft line breaks, and `=` itself.
fn unquoted(mail: &str) -> String {
    mail.replace("=\r\n", "")
        .replace("=\n", "")
        .replace("=3D", "=")
}

/// Whether a line is six digits in two groups.
pub(crate) fn is_code(line: &str) -> bool {
    line.split_once(' ').is_some_and(|(first, second)| {
        let digits = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
        digits(first) && digits(second)
    })
}

fn link_in(text: &str) -> Option<String> {
    let activate = text.find("/account/activate/")?;
    let start = text[..activate].rfind("http")?;
    let end = text[start..]
        .find(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>'))
        .map_or(text.len(), |length| start + length);
    Some(text[start..end].to_owned())
}
