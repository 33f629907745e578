//! The journey: everything that handles a secret, once.

use std::{fs, path::PathBuf, process::Stdio, sync::Arc};

use keyholder_client::{Client, Clock, DeviceKey, ServiceAddress, Session, TokenSink};
use keyholder_contract::{
    password::{ChangePassword, RequestPasswordReset},
    session::{NextStep, RefreshSession, SessionTokens},
};
use keyholder_domain::role::BuiltInRole;
use keyholder_store::testing::TestDatabase;
use serde_json::json;
use tempfile::TempDir;

use super::{needles::Canary, pages::set_password};
use crate::support::{
    House, Member, Merchant, PASSWORD,
    fault_smtp::{Fate, FaultSmtp},
    house::connections,
    mailbox::{by_mail, code_in},
    phone,
    program::{self, Process},
    requests::{unverified, verified},
    try_sign_in,
    wiretap::Wiretap,
};

const WRONG: &str = "Wrong-Horse-7-Battery";
const FIRST: &str = "Erster-Amboss-31-Zq";
const SECOND: &str = "Zweiter-Amboss-42-Qz";
const THIRD: &str = "Dritter-Amboss-53-Vk";
const SMTP_SECRET: &str = "smtp-Kanarienvogel-64";

/// What must not be found.
#[derive(Default)]
pub(super) struct Secrets {
    texts: Vec<(&'static str, Vec<u8>)>,
    /// Those that one answer hands out.
    pub(super) handed_out: Vec<&'static str>,
}

impl Secrets {
    fn keep(&mut self, name: &'static str, secret: impl AsRef<[u8]>) {
        self.texts.push((name, secret.as_ref().to_vec()));
    }

    fn hand_out(&mut self, name: &'static str, secret: &str) {
        self.keep(name, secret);
        self.handed_out.push(name);
    }

    pub(super) fn canaries(&self) -> Vec<Canary> {
        let new = |(name, secret): &(&'static str, Vec<u8>)| Canary::new(name, secret);
        self.texts.iter().map(new).collect()
    }
}

/// A running service that has seen everything.
pub(super) struct Journey {
    pub(super) database: Arc<TestDatabase>,
    pub(super) process: Process,
    pub(super) wiretap: Wiretap,
    pub(super) smtp: FaultSmtp,
    pub(super) secrets: Secrets,
    folder: Arc<TempDir>,
}

/// The secret part of a link.
fn token(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

impl Journey {
    pub(super) fn log(&self) -> PathBuf {
        self.folder.path().join("log")
    }

    pub(super) async fn travel(database: TestDatabase) -> Self {
        let house = House::on(database).await;
        house.clock.set(Clock::system().now());
        let merchant = house.merchant("200001").await;
        let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, anna).await;
        let mut secrets = Secrets::default();
        let back_office = house.service_client(&merchant).await;
        secrets.keep("the secret of a back office", &back_office);
        let (database, folder) = house.leave().await;
        let smtp = FaultSmtp::deciding(|_| Fate::Take).await;
        let wiretap = Wiretap::listen().await;
        let process = start(&database, &folder, &smtp, &wiretap).await;
        let key = fs::read_to_string(folder.path().join("server.key")).unwrap();
        secrets.keep("the key file", key.trim());
        secrets.keep("the password of the mail server", SMTP_SECRET);
        for (name, password) in [
            ("a password", PASSWORD),
            ("a wrong password", WRONG),
            ("the first password", FIRST),
            ("the second password", SECOND),
            ("the third password", THIRD),
        ] {
            secrets.keep(name, password);
        }
        let mut journey = Self {
            database,
            process,
            wiretap,
            smtp,
            secrets,
            folder,
        };
        journey.go(&merchant, &anna.name, &back_office).await;
        journey
    }

    async fn go(&mut self, merchant: &Merchant, anna: &str, back_office: &str) {
        let (client, tokens) = self
            .sign_in(
                anna,
                PASSWORD,
                ["a device key", "an access token", "a refresh token"],
            )
            .await;
        let body = RefreshSession {
            refresh_token: tokens.refresh_token,
        };
        let newer = client.refresh_session(&body).await.unwrap();
        self.secrets
            .hand_out("a newer access token", &newer.access_token);
        self.secrets
            .hand_out("a newer refresh token", &newer.refresh_token);
        let admin = Session::start(client, newer, TokenSink::none()).await;

        let mut request = verified("ada", merchant.roles["cashier"]);
        request.invite = true;
        let ada = admin
            .create_user(merchant.id, &request, None)
            .await
            .unwrap();
        let invitation = self.mailed(1).await;
        self.secrets.keep("an invitation link", token(&invitation));
        set_password(&invitation, FIRST, None).await;
        let body = RequestPasswordReset {
            sign_in_name: ada.sign_in_name.clone(),
        };
        admin.client().request_password_reset(&body).await.unwrap();
        let reset = self.mailed(2).await;
        self.secrets.keep("a reset link", token(&reset));
        set_password(&reset, SECOND, None).await;

        self.hand_over(&admin, merchant).await;
        let names = [
            "another device key",
            "another access token",
            "another refresh token",
        ];
        let (client, tokens) = self.sign_in(&ada.sign_in_name, SECOND, names).await;
        assert!(
            try_sign_in(&client, &ada.sign_in_name, WRONG)
                .await
                .is_err()
        );
        let session = Session::start(client, tokens, TokenSink::none()).await;
        let change = ChangePassword {
            current_password: SECOND.to_owned(),
            new_password: THIRD.to_owned(),
        };
        session.change_own_password(&change).await.unwrap();
        session.sign_out().await.unwrap();

        let decision = format!(
            "{}/v1/customers/{}/decisions",
            self.wiretap.origin, merchant.id
        );
        let asked = connections()
            .post(decision)
            .bearer_auth(back_office)
            .json(&json!({ "user_id": ada.id, "permission": "users.view" }))
            .send()
            .await
            .unwrap();
        assert!(
            asked.status().is_success(),
            "{}",
            asked.text().await.unwrap()
        );
        self.mailed(3).await;
    }

    /// Links that are handed over, and the code for one.
    async fn hand_over(&mut self, admin: &Session, merchant: &Merchant) {
        let request = unverified(merchant.roles["cashier"]);
        let desk = admin
            .create_user(merchant.id, &request, None)
            .await
            .unwrap();
        let handed = admin.invite_user(merchant.id, desk.id, None).await.unwrap();
        let (link, code) = (handed.activation_link.unwrap(), handed.code.unwrap());
        self.secrets.hand_out("a handed-over link", token(&link));
        self.secrets.hand_out("the code of that link", &code);
        set_password(&link, FIRST, Some(&code)).await;
        let handed = admin
            .send_reset_link(merchant.id, desk.id, None)
            .await
            .unwrap();
        let (link, code) = (handed.reset_link.unwrap(), handed.code.unwrap());
        self.secrets
            .hand_out("a handed-over reset link", token(&link));
        self.secrets.hand_out("its code", &code);
        set_password(&link, SECOND, Some(&code)).await;
    }

    /// Signs somebody in on a new device.
    async fn sign_in(
        &mut self,
        name: &str,
        password: &str,
        [key_name, access_name, refresh_name]: [&'static str; 3],
    ) -> (Client, SessionTokens) {
        let key = DeviceKey::generate().unwrap();
        self.secrets.keep(key_name, *key.to_bytes());
        let address = ServiceAddress::parse(&self.wiretap.origin).unwrap();
        let client = Client::new(address, key, Clock::system()).unwrap();
        let waiting = phone::start(&client, name, password).await;
        let next = match waiting.next {
            NextStep::SecondFactor { .. } => {
                let code = self.mailed_code(4).await;
                self.secrets.keep("a mailed code", &code);
                let code = by_mail(&code);
                let shown = client.show_second_factor(waiting.id, &code).await;
                shown.unwrap().next
            }
            next => next,
        };
        let NextStep::Session { tokens } = next else {
            panic!("the sign-in waits for a step");
        };
        self.secrets.hand_out(access_name, &tokens.access_token);
        self.secrets.hand_out(refresh_name, &tokens.refresh_token);
        (client, tokens)
    }

    /// The link in the newest mail, once there are so many.
    async fn mailed(&mut self, count: usize) -> String {
        self.smtp.reaches(count).await;
        let data = self.smtp.taken().pop().unwrap().data.replace("=\r\n", "");
        // Through the wiretap, which a reset calls by its name.
        let named = self.wiretap.origin.replace("127.0.0.1", "localhost");
        let links =
            [self.wiretap.origin.as_str(), &named].map(|origin| format!("{origin}/account/"));
        let mut words = data.split_whitespace();
        let link = words.find(|word| links.iter().any(|link| word.starts_with(link)));
        link.unwrap_or_default().to_owned()
    }

    /// The code in the newest mail that has one, once there are so many mails.
    async fn mailed_code(&mut self, count: usize) -> String {
        self.smtp.reaches(count).await;
        let mails = self.smtp.taken();
        let mut codes = mails.iter().rev().filter_map(|mail| code_in(&mail.data));
        codes.next().unwrap()
    }
}

/// The service at its most talkative, reached through the wiretap only.
async fn start(
    database: &TestDatabase,
    folder: &TempDir,
    smtp: &FaultSmtp,
    wiretap: &Wiretap,
) -> Process {
    let secret = folder.path().join("smtp-password");
    fs::write(&secret, SMTP_SECRET).unwrap();
    let log = fs::File::create(folder.path().join("log")).unwrap();
    let settings = smtp.settings();
    let mut command = program::command(database.url(), folder.path());
    command
        .env("KEYHOLDER_LOG", "trace")
        .env("KEYHOLDER_PUBLIC_ORIGIN", &wiretap.origin)
        .env("KEYHOLDER_SMTP__HOST", &settings.host)
        .env("KEYHOLDER_SMTP__PORT", settings.port.to_string())
        .env("KEYHOLDER_SMTP__SECURITY", "plain_loopback")
        .env("KEYHOLDER_SMTP__FROM", &settings.from)
        .env("KEYHOLDER_SMTP__USERNAME", "keyholder")
        .env("KEYHOLDER_SMTP__PASSWORD_FILE", secret)
        .stderr(Stdio::from(log));
    let process = Process::start(&mut command).await;
    wiretap.lead_to(process.address);
    process
}
