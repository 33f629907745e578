//! A provider of identities like Microsoft Entra, on this machine, that can be told to answer wrongly.
//!
//! What the person does in the browser is a call of [`IdentityProvider::approve`].

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, LazyLock, Mutex, OnceLock},
};

use aws_lc_rs::{
    rand::SystemRandom,
    rsa::{KeyPair, KeySize},
    signature::{KeyPair as _, RSA_PKCS1_SHA256},
};
use axum::{
    Router,
    body::Bytes,
    extract::State,
    http::{StatusCode, Uri, header},
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use keyholder_server::{clock::ManualClock, oidc::Oidc};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use tokio::{net::TcpListener, task::JoinHandle};
use url::Url;
use uuid::Uuid;

/// The tenants whose accounts may sign in, and one whose may not.
pub(crate) const TENANT: Uuid = Uuid::from_u128(0x1111_1111_1111_4111_8111_1111_1111_1111);
pub(crate) const OTHER_TENANT: Uuid = Uuid::from_u128(0x2222_2222_2222_4222_8222_2222_2222_2222);
pub(crate) const GUEST_TENANT: Uuid = Uuid::from_u128(0x3333_3333_3333_4333_8333_3333_3333_3333);

const CLIENT_ID: &str = "keyholder-test";
const KID: &str = "first";

static KEY: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());
static STRANGER: LazyLock<KeyPair> = LazyLock::new(|| KeyPair::generate(KeySize::Rsa2048).unwrap());

/// An account at the provider.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Account {
    pub(crate) tenant: Uuid,
    pub(crate) object: Uuid,
}

impl Account {
    pub(crate) const fn numbered(number: u128) -> Self {
        Self {
            tenant: TENANT,
            object: Uuid::from_u128(number),
        }
    }
}

/// How a token is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Signing {
    #[default]
    Right,
    /// Not at all.
    None,
    /// With the public key as the secret of an HMAC.
    PublicKeyAsSecret,
    /// With a key of somebody else, under the name of the provider's.
    StrangersKey,
    /// Rightly, and then the claims were exchanged.
    ThenChanged,
}

/// What is wrong with the provider.
#[derive(Clone, Default)]
pub(crate) struct Twist {
    pub(crate) signing: Signing,
    /// Members of the token's header; `null` takes one away.
    pub(crate) header: Value,
    /// Claims; `null` stays `null`.
    pub(crate) claims: Value,
    /// Claims that are missing.
    pub(crate) without: &'static [&'static str],
    /// What stands before the claims, so that one of them stands twice.
    pub(crate) first_claims: &'static str,
    /// Members of the document.
    pub(crate) document: Value,
    /// Changes the keys.
    pub(crate) keys: Option<fn(Value) -> Value>,
    /// What the token endpoint answers instead.
    pub(crate) token: Option<Answer>,
    /// What the document's address answers instead.
    pub(crate) document_answer: Option<Answer>,
}

/// An answer of an endpoint.
#[derive(Clone, Copy)]
pub(crate) enum Answer {
    /// Status, content type, body.
    Of(u16, &'static str, &'static str),
    /// A redirect to another place.
    Redirect,
    /// More than anybody reads.
    Oversized,
    /// None.
    Stalled,
}

/// What was asked for with a code that is not spent.
struct Asked {
    nonce: String,
    challenge: String,
    redirect: String,
    account: Account,
    /// Whether the person is asked for everything, whoever they are there.
    anew: bool,
}

struct Shared {
    address: SocketAddr,
    clock: OnceLock<ManualClock>,
    twist: Mutex<Twist>,
    codes: Mutex<BTreeMap<String, Asked>>,
}

/// A running provider. It ends with the value.
pub(crate) struct IdentityProvider {
    shared: Arc<Shared>,
    task: JoinHandle<()>,
}

impl Drop for IdentityProvider {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl IdentityProvider {
    pub(crate) async fn start() -> Self {
        // Before anybody waits for an answer: drawing keys takes a while.
        LazyLock::force(&KEY);
        LazyLock::force(&STRANGER);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let shared = Arc::new(Shared {
            address: listener.local_addr().unwrap(),
            clock: OnceLock::new(),
            twist: Mutex::default(),
            codes: Mutex::default(),
        });
        let router = Router::new().fallback(answer).with_state(shared.clone());
        let task = tokio::spawn(async move {
            axum::serve(listener, router).await.unwrap();
        });
        Self { shared, task }
    }

    /// The settings of a service that believes it.
    pub(crate) fn settings(&self) -> Oidc {
        Oidc {
            issuer: format!("http://{}/{{tenantid}}/v2.0", self.shared.address),
            client_id: CLIENT_ID.to_owned(),
            client_secret_file: None,
            tenants: vec![TENANT, OTHER_TENANT],
            timeout_seconds: 3,
        }
    }

    /// From now on it is the same time here and there.
    pub(crate) fn keep_time_with(&self, clock: &ManualClock) {
        assert!(self.shared.clock.set(clock.clone()).is_ok());
    }

    pub(crate) fn twist(&self, twist: Twist) {
        *self.shared.twist.lock().unwrap() = twist;
    }

    /// The issuer of a tenant.
    pub(crate) fn issuer(&self, tenant: Uuid) -> String {
        self.shared.issuer(&tenant.to_string())
    }

    /// The person chooses an account and accepts: the state and the code that the browser brings back.
    pub(crate) fn approve(&self, address: &str, account: Account) -> (String, String) {
        let url = Url::parse(address).unwrap();
        let asked: BTreeMap<_, _> = url.query_pairs().into_owned().collect();
        assert_eq!(asked["response_type"], "code");
        assert_eq!(asked["client_id"], CLIENT_ID);
        assert_eq!(asked["code_challenge_method"], "S256");
        let anew = asked.get("max_age").is_some_and(|age| age == "0");
        let prompt = if anew { "login" } else { "select_account" };
        assert_eq!(asked["prompt"], prompt);
        let mut codes = self.shared.codes.lock().unwrap();
        let code = format!("code-{}-{}", codes.len(), asked["state"]);
        let entry = Asked {
            nonce: asked["nonce"].clone(),
            challenge: asked["code_challenge"].clone(),
            redirect: asked["redirect_uri"].clone(),
            account,
            anew,
        };
        codes.insert(code.clone(), entry);
        (asked["state"].clone(), code)
    }
}

impl Shared {
    fn issuer(&self, tenant: &str) -> String {
        format!("http://{}/{tenant}/v2.0", self.address)
    }

    fn document(&self, twist: &Twist) -> Value {
        let base = format!("http://{}", self.address);
        let mut document = json!({
            "issuer": self.issuer("{tenantid}"),
            "authorization_endpoint": format!("{base}/authorize"),
            "token_endpoint": format!("{base}/token"),
            "jwks_uri": format!("{base}/keys"),
        });
        merge(&mut document, &twist.document);
        document
    }

    fn token(&self, twist: &Twist, asked: &Asked) -> String {
        let now = self.clock.get().unwrap().now().as_seconds();
        let mut header = json!({ "alg": "RS256", "typ": "JWT", "kid": KID });
        merge(&mut header, &twist.header);
        let mut claims = json!({
            "iss": self.issuer(&asked.account.tenant.to_string()),
            "aud": CLIENT_ID,
            "sub": "pairwise",
            "tid": asked.account.tenant,
            "oid": asked.account.object,
            "nonce": asked.nonce,
            "iat": now,
            "nbf": now,
            "exp": now + 3_600,
            // What anybody's administrator can write: it must count for nothing.
            "email": "maria@example.com",
            "preferred_username": "maria@example.com",
        });
        if asked.anew {
            claims["auth_time"] = json!(now);
        }
        merge(&mut claims, &twist.claims);
        for gone in twist.without {
            claims.as_object_mut().unwrap().remove(*gone);
        }
        let claims = claims
            .to_string()
            .replacen('{', &format!("{{{}", twist.first_claims), 1);
        let part = |text: &str| URL_SAFE_NO_PAD.encode(text);
        let message = format!("{}.{}", part(&header.to_string()), part(&claims));
        let signature = match twist.signing {
            Signing::None => String::new(),
            Signing::PublicKeyAsSecret => {
                let mut mac = Hmac::<Sha256>::new_from_slice(KEY.public_key().as_ref()).unwrap();
                mac.update(message.as_bytes());
                URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
            }
            Signing::StrangersKey => sign(&STRANGER, &message),
            Signing::Right | Signing::ThenChanged => sign(&KEY, &message),
        };
        if twist.signing == Signing::ThenChanged {
            let claims = claims.replace("pairwise", "somebody");
            return format!(
                "{}.{}.{signature}",
                part(&header.to_string()),
                part(&claims)
            );
        }
        format!("{message}.{signature}")
    }

    /// Redeems a code, once, for whoever knows the verifier.
    fn redeem(&self, twist: &Twist, body: &[u8]) -> Option<String> {
        let form: BTreeMap<_, _> = url::form_urlencoded::parse(body).into_owned().collect();
        let asked = self.codes.lock().unwrap().remove(form.get("code")?)?;
        let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(form.get("code_verifier")?));
        let fits = form.get("grant_type")? == "authorization_code"
            && challenge == asked.challenge
            && *form.get("redirect_uri")? == asked.redirect
            && form.get("client_id")? == CLIENT_ID;
        fits.then(|| self.token(twist, &asked))
    }
}

fn merge(into: &mut Value, from: &Value) {
    for (name, value) in from.as_object().into_iter().flatten() {
        into[name] = value.clone();
    }
}

fn sign(key: &KeyPair, message: &str) -> String {
    let mut signature = vec![0; key.public_modulus_len()];
    let random = SystemRandom::new();
    key.sign(
        &RSA_PKCS1_SHA256,
        &random,
        message.as_bytes(),
        &mut signature,
    )
    .unwrap();
    URL_SAFE_NO_PAD.encode(signature)
}

/// The key as it is published. The modulus of 2,048 bits stands at a fixed place of the PKCS #1 form.
pub(crate) fn published(kid: &str) -> Value {
    let key = KEY.public_key().as_ref();
    let modulus = URL_SAFE_NO_PAD.encode(&key[9..265]);
    json!({ "kty": "RSA", "use": "sig", "kid": kid, "n": modulus, "e": "AQAB" })
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri, body: Bytes) -> Response {
    let twist = shared.twist.lock().unwrap().clone();
    match uri.path() {
        "/token" => {
            if let Some(answer) = twist.token {
                return instead(answer).await;
            }
            match shared.redeem(&twist, &body) {
                Some(token) => reply(StatusCode::OK, &json!({ "id_token": token })),
                None => reply(
                    StatusCode::BAD_REQUEST,
                    &json!({ "error": "invalid_grant" }),
                ),
            }
        }
        "/keys" => {
            let keys = json!({ "keys": [published(KID)] });
            let keys = match twist.keys {
                Some(change) => change(keys),
                None => keys,
            };
            reply(StatusCode::OK, &keys)
        }
        "/organizations/v2.0/.well-known/openid-configuration" => match twist.document_answer {
            Some(answer) => instead(answer).await,
            None => reply(StatusCode::OK, &shared.document(&twist)),
        },
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

async fn instead(answer: Answer) -> Response {
    match answer {
        Answer::Of(status, kind, body) => (
            StatusCode::from_u16(status).unwrap(),
            [(header::CONTENT_TYPE, kind)],
            body,
        )
            .into_response(),
        Answer::Redirect => (
            StatusCode::TEMPORARY_REDIRECT,
            [(header::LOCATION, "http://127.0.0.1:9/token")],
        )
            .into_response(),
        Answer::Oversized => reply(
            StatusCode::OK,
            &json!({ "id_token": "a".repeat(1_000_000) }),
        ),
        Answer::Stalled => std::future::pending().await,
    }
}

fn reply(status: StatusCode, body: &Value) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json; charset=utf-8")];
    (status, kind, body.to_string()).into_response()
}
