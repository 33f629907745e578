//! Another provider of identities, set up like Microsoft Entra (`tests/oidc-provider`): a program of its own,
//! with pages on which people sign in.

use std::process::Stdio;

use keyholder_server::oidc::Oidc;
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    process::Command,
};

use super::{page::Page, running::Running};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oidc-provider");

/// The organisation of all accounts.
const TENANT: &str = "2b8f4a6c-1d3e-4f50-8a9b-7c6d5e4f3a21";

/// What the pages of the provider are called.
const SIGN_IN: &str = "Sign in";
const CONSENT: &str = "Permissions requested";

/// The running provider.
pub(crate) struct Provider {
    origin: String,
    _running: Running,
}

impl Provider {
    /// Starts it with these accounts, whose addresses are their organisation's own.
    pub(crate) async fn start(accounts: &[&str]) -> Self {
        let mut command = Command::new("node");
        command
            .arg("provider.mjs")
            .current_dir(FOLDER)
            // It ends when its input does.
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut running = Running::start(command);
        let mut input = running.child().stdin.take().unwrap();
        let accounts: Vec<_> = accounts
            .iter()
            .zip(1..)
            .map(|(address, number): (_, u32)| {
                let object = format!("00000000-0000-0000-0000-{number:012}");
                json!({ "address": address, "tenant": TENANT, "object": object, "verified": true })
            })
            .collect();
        let told = format!("{}\n", json!({ "accounts": accounts }));
        input.write_all(told.as_bytes()).await.unwrap();
        running.child().stdin = Some(input);
        let output = running.child().stdout.take().unwrap();
        let heard = BufReader::new(output).lines().next_line().await.unwrap();
        let heard = heard.expect("`cargo xtask test` installs tests/oidc-provider");
        let heard: Value = serde_json::from_str(&heard).unwrap();
        Self {
            origin: heard.get("origin").unwrap().as_str().unwrap().to_owned(),
            _running: running,
        }
    }

    /// The settings of a service that believes it.
    pub(crate) fn oidc(&self) -> Oidc {
        Oidc {
            issuer: format!("{}/{{tenantid}}/v2.0", self.origin),
            client_id: "keyholder-test".to_owned(),
            client_secret_file: None,
            tenants: vec![TENANT.parse().unwrap()],
            timeout_seconds: 10,
        }
    }

    /// The same for a program of its own.
    pub(crate) fn settings(&self) -> [(&'static str, String); 3] {
        let oidc = self.oidc();
        [
            ("KEYHOLDER_OIDC__ISSUER", oidc.issuer),
            ("KEYHOLDER_OIDC__CLIENT_ID", oidc.client_id),
            ("KEYHOLDER_OIDC__TENANTS", format!("[\"{TENANT}\"]")),
        ]
    }

    /// Signs in on its page.
    pub(crate) async fn sign_in(&self, page: &Page, who: &str) {
        page.shows(SIGN_IN).await;
        page.fill("Address", who).await;
        page.press("Next").await;
    }

    /// As [`Self::sign_in`], and accepts that the service learns who it is, which is asked once.
    pub(crate) async fn sign_in_and_accept(&self, page: &Page, who: &str) {
        self.sign_in(page, who).await;
        page.shows(CONSENT).await;
        page.press("Accept").await;
    }
}
