//! A real SMTP server (aiosmtpd) with a certificate of its own.

use std::process::Stdio;

use keyholder_server::config::{Smtp, SmtpSecurity};
use serde_json::Value;
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};

use super::certificate;

const SINK: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/smtp/sink.py");

/// A running server. It ends with the value.
pub(crate) struct SmtpSink {
    port: u16,
    folder: TempDir,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    _process: Child,
}

impl SmtpSink {
    /// A server that speaks STARTTLS with a fresh certificate for `localhost`.
    pub(crate) async fn encrypted(answer: Option<&str>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        certificate::make(folder.path()).await;
        let certificate = folder.path().join("certificate.pem");
        let key = folder.path().join("key.pem");
        let mut arguments = vec![
            "--certificate".to_owned(),
            certificate.display().to_string(),
            "--key".to_owned(),
            key.display().to_string(),
        ];
        if let Some(answer) = answer {
            arguments.extend(["--answer".to_owned(), answer.to_owned()]);
        }
        Self::start(folder, &arguments).await
    }

    /// A server that does not know STARTTLS.
    pub(crate) async fn plain() -> Self {
        Self::start(tempfile::tempdir().unwrap(), &[]).await
    }

    async fn start(folder: TempDir, arguments: &[String]) -> Self {
        let python = std::env::var("KEYHOLDER_TEST_PYTHON").expect(
            "KEYHOLDER_TEST_PYTHON must name a Python that has aiosmtpd, for the SMTP tests",
        );
        let mut process = Command::new(python)
            .arg(SINK)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("the Python of KEYHOLDER_TEST_PYTHON starts");
        let input = process.stdin.take().unwrap();
        let mut output = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = output.next_line().await.unwrap();
        let first = first.expect("the Python of KEYHOLDER_TEST_PYTHON has aiosmtpd");
        let first: Value = serde_json::from_str(&first).unwrap();
        let port = first["port"].as_u64().unwrap().try_into().unwrap();
        Self {
            port,
            folder,
            input,
            output,
            _process: process,
        }
    }

    /// The settings with which the service reaches it.
    pub(crate) fn settings(&self, trusts_it: bool) -> Smtp {
        Smtp {
            host: "localhost".to_owned(),
            port: self.port,
            security: SmtpSecurity::Starttls,
            username: None,
            password_file: None,
            ca_file: trusts_it.then(|| self.folder.path().join("certificate.pem")),
            from: "Keyholder <no-reply@id.example.com>".to_owned(),
        }
    }

    /// What it says next.
    pub(crate) async fn next(&mut self) -> Value {
        let line = self.output.next_line().await.unwrap();
        serde_json::from_str(&line.expect("the server is still there")).unwrap()
    }

    /// From now on it takes every mail.
    pub(crate) async fn relent(&mut self) {
        self.input.write_all(b"\n").await.unwrap();
        assert_eq!(self.next().await["answer"], Value::Null);
    }
}
