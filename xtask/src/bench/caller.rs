//! Somebody who is signed in, and signs what they ask.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use keyholder_client::{Clock, DeviceKey, dpop::Proof};
use keyholder_contract::session::{NextStep, SignIn, StartSignIn};
use url::Url;
use uuid::Uuid;

use crate::{
    bench::{
        load::Client,
        subject::Serving,
        wire::{Reply, Wire},
    },
    failure::{Done, Failure},
};

/// For how long a proof of a read is used again: well below what the service accepts.
const PROOF_LIFE: Duration = Duration::from_secs(15);

/// A device key and, once signed in, a token.
#[derive(Clone)]
pub(crate) struct Caller {
    origin: String,
    authority: String,
    key: Arc<DeviceKey>,
    token: Option<String>,
    nonce: Option<String>,
}

impl Caller {
    /// A device that is not signed in yet.
    pub(crate) fn new(service: &Serving) -> Done<Self> {
        Ok(Self {
            origin: service.origin.clone(),
            authority: service.authority().to_owned(),
            key: Arc::new(DeviceKey::generate().map_err(Failure::doing("no device key"))?),
            token: None,
            nonce: None,
        })
    }

    /// A device that has signed in.
    pub(crate) async fn signed_in(service: &Serving, name: &str, password: &str) -> Done<Self> {
        let mut caller = Self::new(service)?;
        let mut wire = caller.connect().await?;
        caller.enter(&mut wire, name, password).await?;
        Ok(caller)
    }

    /// Signs in, and keeps the token.
    pub(crate) async fn enter(&mut self, wire: &mut Wire, name: &str, password: &str) -> Done {
        let reply = self.sign_in(wire, name, password).await?;
        let sign_in: SignIn = serde_json::from_slice(&reply.expect(201)?)
            .map_err(Failure::doing("the reply to a sign-in"))?;
        let NextStep::Session { tokens } = sign_in.next else {
            return Err(Failure::new("the sign-in waits for another step"));
        };
        self.token = Some(tokens.access_token);
        Ok(())
    }

    /// Readers of the root of a server that wants nothing but a proof.
    pub(crate) async fn readers_of_nothing(&self, count: usize) -> Done<Vec<Reader>> {
        Reader::several(count, self, "/", &[]).await
    }

    pub(crate) async fn connect(&self) -> Done<Wire> {
        Wire::connect(&self.authority).await
    }

    /// One attempt to sign in.
    pub(crate) async fn sign_in(
        &mut self,
        wire: &mut Wire,
        name: &str,
        password: &str,
    ) -> Done<Reply> {
        let body = serde_json::to_string(&StartSignIn {
            sign_in_name: name.to_owned(),
            password: password.to_owned(),
            device_name: "cargo xtask bench".to_owned(),
        })
        .map_err(Failure::doing("a sign-in"))?;
        self.send(wire, "POST", "/v1/sign-ins", Some(&body)).await
    }

    /// Sends a request with a proof of its own; repeats it once if a nonce was asked for.
    pub(crate) async fn send(
        &mut self,
        wire: &mut Wire,
        method: &str,
        path: &str,
        body: Option<&str>,
    ) -> Done<Reply> {
        let request = self.request(method, path, body)?;
        let reply = wire.ask(&request).await?;
        if let Some(nonce) = reply.header("dpop-nonce") {
            self.nonce = Some(nonce.to_owned());
        }
        if reply.status != 401 || !String::from_utf8_lossy(&reply.body).contains("use_dpop_nonce") {
            return Ok(reply);
        }
        let request = self.request(method, path, body)?;
        wire.ask(&request).await
    }

    /// The bytes of a request.
    fn request(&self, method: &str, path: &str, body: Option<&str>) -> Done<Vec<u8>> {
        let proof = self.proof(method, path)?;
        Ok(self.assemble(method, path, body, &proof))
    }

    fn proof(&self, method: &str, path: &str) -> Done<String> {
        let url =
            Url::parse(&format!("{}{path}", self.origin)).map_err(Failure::doing("an address"))?;
        Proof {
            method,
            url: &url,
            at: Clock::system().now(),
            id: Uuid::new_v4(),
            access_token: self.token.as_deref(),
            nonce: self.nonce.as_deref(),
        }
        .sign(&self.key)
        .map_err(Failure::doing("a proof"))
    }

    fn assemble(&self, method: &str, path: &str, body: Option<&str>, proof: &str) -> Vec<u8> {
        let mut head = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\naccept: application/json\r\ndpop: {proof}\r\n",
            self.authority
        );
        if let Some(token) = &self.token {
            head.push_str(&format!("authorization: DPoP {token}\r\n"));
        }
        if let Some(body) = body {
            head.push_str(&format!(
                "content-type: application/json\r\ncontent-length: {}\r\n",
                body.len()
            ));
        }
        head.push_str("\r\n");
        head.push_str(body.unwrap_or_default());
        head.into_bytes()
    }
}

/// Reads the same address again and again, with changing queries.
pub(crate) struct Reader {
    caller: Caller,
    wire: Wire,
    path: String,
    /// What is posted, where reading means to ask.
    question: Option<String>,
    queries: Vec<String>,
    next: usize,
    proof: String,
    signed_at: Instant,
}

impl Reader {
    /// A reader; the queries (each empty, or beginning with a question mark) take turns.
    pub(crate) async fn new(caller: &Caller, path: &str, queries: Vec<String>) -> Done<Self> {
        Self::open(caller, path, queries, None).await
    }

    /// One who asks the same question, by posting it.
    pub(crate) async fn asking(caller: &Caller, path: &str, question: String) -> Done<Self> {
        Self::open(caller, path, Vec::new(), Some(question)).await
    }

    async fn open(
        caller: &Caller,
        path: &str,
        queries: Vec<String>,
        question: Option<String>,
    ) -> Done<Self> {
        let mut reader = Self {
            proof: String::new(),
            signed_at: Instant::now(),
            path: path.to_owned(),
            wire: caller.connect().await?,
            caller: caller.clone(),
            question,
            queries,
            next: 0,
        };
        reader.sign().await?;
        Ok(reader)
    }

    /// Makes a proof with the newest nonce, which the answer to a first one brings.
    async fn sign(&mut self) -> Done {
        let (method, body) = (self.method(), self.question.clone());
        let reply = self
            .caller
            .send(&mut self.wire, method, &self.path, body.as_deref());
        reply.await?.expect(200)?;
        self.proof = self.caller.proof(method, &self.path)?;
        self.signed_at = Instant::now();
        Ok(())
    }

    const fn method(&self) -> &'static str {
        match self.question {
            Some(_) => "POST",
            None => "GET",
        }
    }

    /// Several readers of the same.
    pub(crate) async fn several(
        count: usize,
        caller: &Caller,
        path: &str,
        queries: &[String],
    ) -> Done<Vec<Self>> {
        let mut readers = Vec::with_capacity(count);
        for _ in 0..count {
            readers.push(Self::new(caller, path, queries.to_vec()).await?);
        }
        Ok(readers)
    }

    /// Reads once and gives the body.
    pub(crate) async fn read(&mut self) -> Done<Vec<u8>> {
        if self.signed_at.elapsed() > PROOF_LIFE {
            self.sign().await?;
        }
        let query = self.queries.get(self.next).map_or("", String::as_str);
        self.next = (self.next + 1) % self.queries.len().max(1);
        let target = format!("{}{query}", self.path);
        let question = self.question.as_deref();
        let request = self
            .caller
            .assemble(self.method(), &target, question, &self.proof);
        self.wire.ask(&request).await?.expect(200)
    }
}

impl Client for Reader {
    async fn once(&mut self) -> Done {
        self.read().await.map(drop)
    }
}
