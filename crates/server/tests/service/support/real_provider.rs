//! npm's `oidc-provider` as another provider of identities, set up like Microsoft Entra (`tests/oidc-provider`),
//! and the browser of somebody who signs in there.

use std::{collections::BTreeMap, process::Stdio};

use keyholder_contract::external_identity::ExternalReply;
use keyholder_server::{clock::ManualClock, oidc::Oidc};
use reqwest::{Client, Method, StatusCode, header};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader, Lines},
    process::{Child, ChildStdin, ChildStdout, Command},
};
use url::Url;
use uuid::Uuid;

use super::{
    house::connections,
    identity_provider::{GUEST_TENANT, OTHER_TENANT, TENANT},
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/oidc-provider");

/// More steps than any honest way through the provider has.
const PATIENCE: usize = 20;

/// Accounts at the provider: Ada's and Maria's of one organisation, and Eve's of one that may not sign in.
pub(crate) const ADA: &str = "ada@example.com";
pub(crate) const MARIA: &str = "maria@example.com";
pub(crate) const EVE: &str = "eve@example.com";

/// A running provider. It ends with the value.
pub(crate) struct RealProvider {
    _child: Child,
    input: ChildStdin,
    output: Lines<BufReader<ChildStdout>>,
    origin: String,
}

impl RealProvider {
    pub(crate) async fn start() -> Self {
        let mut child = Command::new("node")
            .arg("provider.mjs")
            .current_dir(FOLDER)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("Node is installed");
        let mut provider = Self {
            input: child.stdin.take().unwrap(),
            output: BufReader::new(child.stdout.take().unwrap()).lines(),
            _child: child,
            origin: String::new(),
        };
        let account = |address: &str, tenant: Uuid, number: u128| {
            let object = Uuid::from_u128(number);
            json!({ "address": address, "tenant": tenant, "object": object, "verified": true })
        };
        let accounts = [
            account(ADA, TENANT, 1),
            account(MARIA, TENANT, 2),
            account(EVE, GUEST_TENANT, 3),
        ];
        provider.tell(json!({ "accounts": accounts })).await;
        provider
    }

    async fn tell(&mut self, told: Value) {
        let line = format!("{told}\n");
        self.input.write_all(line.as_bytes()).await.unwrap();
        let heard = self.output.next_line().await.unwrap();
        let heard = heard.expect("`cargo xtask test` installs tests/oidc-provider");
        let heard: Value = serde_json::from_str(&heard).unwrap();
        heard["origin"]
            .as_str()
            .unwrap()
            .clone_into(&mut self.origin);
    }

    /// It is the same time here and there now.
    pub(crate) async fn set_time(&mut self, clock: &ManualClock) {
        self.tell(json!({ "now": clock.now().as_seconds() })).await;
    }

    /// The settings of a service that believes one organisation, or two.
    pub(crate) fn settings(&self, both: bool) -> Oidc {
        Oidc {
            issuer: format!("{}/{{tenantid}}/v2.0", self.origin),
            client_id: "keyholder-test".to_owned(),
            client_secret_file: None,
            tenants: [TENANT, OTHER_TENANT][..if both { 2 } else { 1 }].to_vec(),
            timeout_seconds: 20,
        }
    }
}

/// What somebody answers at the provider.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Consent {
    Accept,
    Refuse,
}

/// What came of a visit.
pub(crate) struct Visit {
    /// Where the browser was sent in the end.
    pub(crate) back: Url,
    /// The titles of the pages that were shown.
    pub(crate) asked: Vec<String>,
}

impl Visit {
    /// As the app reads it.
    pub(crate) fn reply(&self) -> ExternalReply {
        let query: BTreeMap<_, _> = self.back.query_pairs().into_owned().collect();
        ExternalReply {
            state: query["state"].clone(),
            code: query.get("code").cloned(),
            issuer: query.get("iss").cloned(),
        }
    }
}

/// A browser that keeps its cookies.
pub(crate) struct Visitor {
    http: Client,
    /// By organisation, then by name.
    cookies: BTreeMap<(String, String), String>,
}

impl Visitor {
    pub(crate) fn new() -> Self {
        Self {
            http: connections(),
            cookies: BTreeMap::new(),
        }
    }

    /// Goes where the service leads, and through the pages of the provider, until it is sent elsewhere.
    pub(crate) async fn visit(&mut self, address: &str, who: &str, consent: Consent) -> Visit {
        let mut url = Url::parse(address).unwrap();
        let provider = url.origin();
        let mut form = None;
        let mut asked = Vec::new();
        for _ in 0..PATIENCE {
            if url.origin() != provider {
                return Visit { back: url, asked };
            }
            let (status, location, html) = self.step(&url, form.take()).await;
            if let Some(location) = location {
                url = url.join(&location).unwrap();
                continue;
            }
            assert_eq!(status, StatusCode::OK, "{url}: {html}");
            let (_, title) = html.split_once("<h1>").unwrap();
            let title = title.split("</h1>").next().unwrap().to_owned();
            if html.contains("name=\"login_hint\"") {
                // The page of every organisation leads to the one of the address.
                url.query_pairs_mut().append_pair("login_hint", who);
            } else {
                form = Some(match (title.as_str(), consent) {
                    ("Sign in", _) => vec![("answer", "next"), ("address", who)],
                    (_, Consent::Accept) => vec![("answer", "accept")],
                    (_, Consent::Refuse) => vec![("answer", "cancel")],
                });
            }
            asked.push(title);
        }
        panic!("no way through the provider: {asked:?}");
    }

    /// Opens a page or sends its form: the status, where it leads, and the page.
    async fn step(
        &mut self,
        url: &Url,
        form: Option<Vec<(&str, &str)>>,
    ) -> (StatusCode, Option<String>, String) {
        let organisation = url.path_segments().unwrap().next().unwrap().to_owned();
        let kept: Vec<_> = self
            .cookies
            .iter()
            .filter(|((of, _), _)| *of == organisation)
            .map(|((_, name), value)| format!("{name}={value}"))
            .collect();
        let method = if form.is_some() {
            Method::POST
        } else {
            Method::GET
        };
        let body = form.map(|fields| {
            let mut body = url::form_urlencoded::Serializer::new(String::new());
            body.extend_pairs(fields).finish()
        });
        let reply = self
            .http
            .request(method, url.clone())
            .header(header::COOKIE, kept.join("; "))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body.unwrap_or_default())
            .send()
            .await
            .unwrap();
        for cookie in reply.headers().get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            let key = (organisation.clone(), name.to_owned());
            self.cookies.insert(key, value.to_owned());
        }
        let location = reply.headers().get(header::LOCATION);
        let location = location.map(|to| to.to_str().unwrap().to_owned());
        (reply.status(), location, reply.text().await.unwrap())
    }
}
