//! A web server of this machine over https, that answers as a test wants: also as no server should.

use std::{
    collections::BTreeMap,
    path::Path,
    process::{Command, Stdio},
    sync::{Arc, Mutex},
};

use rustls::{
    ServerConfig,
    pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _},
};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{TlsAcceptor, server::TlsStream};

/// What is answered at a path.
#[derive(Clone)]
pub(crate) enum Reply {
    Whole(Vec<u8>),
    /// As many bytes as somebody takes, without a length.
    Endless,
    /// Fewer bytes than announced.
    Short(Vec<u8>, usize),
    /// An announcement, and nothing more.
    Announced(u64),
    /// A beginning, and then nothing.
    Stalled(Vec<u8>),
    /// Go there.
    Redirect(String),
}

/// The server; it ends with the test's runtime.
pub(crate) struct Server {
    pub(crate) base: String,
    /// Who it is to be believed by, in PEM.
    pub(crate) authority: Vec<u8>,
    replies: Arc<Mutex<BTreeMap<String, Reply>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    pub(crate) async fn start(folder: &Path) -> Self {
        let name = "subjectAltName=IP:127.0.0.1";
        let made = Command::new("openssl")
            .args([
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
            ])
            .args(["-subj", "/CN=test", "-addext", name])
            .args(["-addext", "basicConstraints=critical,CA:FALSE"])
            .args(["-keyout", "tls.key", "-out", "tls.crt"])
            .current_dir(folder)
            .stderr(Stdio::null())
            .status();
        assert!(made.unwrap().success());
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let certificate = CertificateDer::from_pem_file(folder.join("tls.crt")).unwrap();
        let key = PrivateKeyDer::from_pem_file(folder.join("tls.key")).unwrap();
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate], key)
            .unwrap();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let server = Self {
            base: format!("https://{}", listener.local_addr().unwrap()),
            authority: std::fs::read(folder.join("tls.crt")).unwrap(),
            replies: Arc::default(),
            asked: Arc::default(),
        };
        let (replies, asked) = (Arc::clone(&server.replies), Arc::clone(&server.asked));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, replies) = (acceptor.clone(), Arc::clone(&replies));
                tokio::spawn(answer(stream, acceptor, replies, Arc::clone(&asked)));
            }
        });
        server
    }

    /// The one of another process.
    pub(crate) fn seen(base: &str, folder: &Path) -> Self {
        Self {
            base: base.to_owned(),
            authority: std::fs::read(folder.join("tls.crt")).unwrap(),
            replies: Arc::default(),
            asked: Arc::default(),
        }
    }

    /// What is answered at a path from now on.
    pub(crate) fn put(&self, path: &str, reply: Reply) {
        self.replies.lock().unwrap().insert(path.to_owned(), reply);
    }

    /// The paths that were asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

async fn answer(
    stream: TcpStream,
    acceptor: TlsAcceptor,
    replies: Arc<Mutex<BTreeMap<String, Reply>>>,
    asked: Arc<Mutex<Vec<String>>>,
) {
    let Ok(mut stream) = acceptor.accept(stream).await else {
        return;
    };
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
    let head = String::from_utf8(head).unwrap();
    let path = head.split(' ').nth(1).unwrap().to_owned();
    asked.lock().unwrap().push(path.clone());
    let reply = replies.lock().unwrap().get(&path).cloned();
    // Whoever has had enough hangs up.
    let _ = send(&mut stream, reply).await;
    let _ = stream.shutdown().await;
}

async fn send(stream: &mut TlsStream<TcpStream>, reply: Option<Reply>) -> std::io::Result<()> {
    let head = |length: u64| {
        format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n")
    };
    let (head, body) = match reply {
        None => (
            "HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n".to_owned(),
            Vec::new(),
        ),
        Some(Reply::Whole(body)) => (head(body.len() as u64), body),
        Some(Reply::Short(body, length)) => (head(length as u64), body),
        Some(Reply::Announced(length)) => (head(length), Vec::new()),
        Some(Reply::Redirect(to)) => {
            let head = format!("HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\n\r\n");
            (head, Vec::new())
        }
        Some(Reply::Stalled(body)) => {
            stream.write_all(head(1_000_000).as_bytes()).await?;
            stream.write_all(&body).await?;
            stream.flush().await?;
            std::future::pending::<()>().await;
            return Ok(());
        }
        Some(Reply::Endless) => {
            stream
                .write_all(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n")
                .await?;
            let piece = vec![0; 64 * 1024];
            loop {
                stream.write_all(&piece).await?;
            }
        }
    };
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body).await?;
    stream.flush().await
}
