//! The port of this computer on which the app waits for the system browser (RFC 8252, section 7.3).
//!
//! Anything on this computer, and any page in its browser, can call the port. What does not carry the state
//! of the run is told that there is nothing here, and the wait goes on: nobody ends it from outside.

use std::{io, time::Duration};

use keyholder_contract::external_identity::ExternalReply;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    time::timeout,
};
use url::Url;

/// The longest head of a request that is read, in bytes: a code of Microsoft has up to 2 KiB.
const MAX_HEAD_BYTES: usize = 16 * 1_024;

/// How long a caller may take for it.
const PATIENCE: Duration = Duration::from_secs(5);

/// The path of the redirect.
const PATH: &str = "/sign-in";

/// How that page looks: like the account pages, which one comes from, light or dark as the system is.
const STYLE: &str = "html{color-scheme:light dark;background:light-dark(#f4f6f5,#0d1615);\
                     color:light-dark(#10211f,#e7f0ee);\
                     font:1rem/1.5 system-ui,-apple-system,'Segoe UI','Noto Sans',sans-serif}\
                     body{max-width:26rem;margin:20vh auto;padding:0 1.5rem}\
                     h1{margin:0 0 1rem;font-size:1.5rem;line-height:1.25}";

/// What the browser shows afterwards, in the words of the app's language.
pub(crate) struct Words {
    /// The title.
    pub(crate) title: String,
    /// What to do now.
    pub(crate) text: String,
}

/// A port that waits.
pub(crate) struct Loopback {
    listener: TcpListener,
    port: u16,
}

impl Loopback {
    /// Takes a free port of 127.0.0.1, which no other computer reaches.
    pub(crate) async fn open() -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let port = listener.local_addr()?.port();
        Ok(Self { listener, port })
    }

    /// The port.
    pub(crate) fn port(&self) -> u16 {
        self.port
    }

    /// Waits for the reply that carries `state`. It ends when the caller stops waiting.
    pub(crate) async fn reply(&self, state: &str, words: &Words) -> ExternalReply {
        loop {
            let Ok((mut stream, _)) = self.listener.accept().await else {
                // Out of handles for a moment: others are let go meanwhile.
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            };
            let read = timeout(PATIENCE, head(&mut stream)).await;
            let reply = read
                .ok()
                .flatten()
                .and_then(|head| read_reply(&head, state));
            let answer = answer(reply.is_some(), words);
            // The browser may have gone: the reply counts all the same.
            let _ = timeout(PATIENCE, send(&mut stream, &answer)).await;
            if let Some(reply) = reply {
                return reply;
            }
        }
    }
}

/// The head of a request; nothing where it is too long or cut off.
async fn head(stream: &mut TcpStream) -> Option<String> {
    let mut head = Vec::new();
    let mut part = [0; 2_048];
    while !head.windows(4).any(|end| end == b"\r\n\r\n") {
        let read = stream.read(&mut part).await.ok()?;
        if read == 0 || head.len() + read > MAX_HEAD_BYTES {
            return None;
        }
        head.extend_from_slice(part.get(..read)?);
    }
    String::from_utf8(head).ok()
}

/// What the request brings, if it is the redirect of this run. A parameter that stands twice could mean two
/// things, and means nothing.
fn read_reply(head: &str, state: &str) -> Option<ExternalReply> {
    let mut line = head.lines().next()?.split(' ');
    let (method, target) = (line.next()?, line.next()?);
    if method != "GET" || !target.starts_with('/') {
        return None;
    }
    let url = Url::parse("http://127.0.0.1").ok()?.join(target).ok()?;
    if url.path() != PATH || url.host_str() != Some("127.0.0.1") {
        return None;
    }
    let only = |name: &str| {
        let mut values = url.query_pairs().filter(|(key, _)| key == name);
        match (values.next(), values.next()) {
            (Some((_, value)), None) => Ok(Some(value.into_owned())),
            (None, _) => Ok(None),
            (Some(_), Some(_)) => Err(()),
        }
    };
    let (named, code, error) = (only("state").ok()?, only("code").ok()?, only("error").ok()?);
    let issuer = only("iss").ok()?;
    if named.as_deref() != Some(state) || (code.is_none() && error.is_none()) {
        return None;
    }
    Some(ExternalReply {
        state: state.to_owned(),
        code: code.filter(|_| error.is_none()),
        issuer,
    })
}

fn answer(taken: bool, words: &Words) -> String {
    let (status, body) = if taken {
        let (title, text) = (escaped(&words.title), escaped(&words.text));
        let page = format!(
            "<!doctype html><meta charset=utf-8><meta name=viewport content=\"width=device-width\">\
             <title>{title}</title><style>{STYLE}</style><h1>{title}</h1><p>{text}</p>"
        );
        ("200 OK", page)
    } else {
        ("404 Not Found", String::new())
    };
    format!(
        "HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\
         Connection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n\
         X-Content-Type-Options: nosniff\r\n\
         Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'\r\n\r\n{body}",
        body.len()
    )
}

/// Text as it stands between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

async fn send(stream: &mut TcpStream, answer: &str) -> io::Result<()> {
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(target: &str) -> Option<(Option<String>, Option<String>)> {
        let head = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        read_reply(&head, "abc").map(|reply| (reply.code, reply.issuer))
    }

    #[test]
    fn s031_the_redirect_of_the_run_is_taken_and_nothing_else() {
        let code = Some("x y".to_owned());
        assert_eq!(
            read("/sign-in?code=x+y&state=abc"),
            Some((code.clone(), None))
        );
        let issuer = Some("https://id.example.com".to_owned());
        let named = read("/sign-in?iss=https%3A%2F%2Fid.example.com&state=abc&code=x%20y");
        assert_eq!(named, Some((code, issuer)));
        assert_eq!(
            read("/sign-in?error=access_denied&state=abc"),
            Some((None, None))
        );
        assert_eq!(
            read("/sign-in?error=x&code=y&state=abc"),
            Some((None, None))
        );
        for other in [
            "/",
            "/favicon.ico",
            "/sign-in",
            "/sign-in?state=abc",
            "/sign-in?code=x",
            "/sign-in?code=x&state=abd",
            "/sign-in?code=x&state=abc&state=abd",
            "/sign-in?code=x&code=y&state=abc",
            "/sign-in/?code=x&state=abc",
            "//evil.example/sign-in?code=x&state=abc",
            "http://evil.example/sign-in?code=x&state=abc",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
        assert!(read_reply("POST /sign-in?code=x&state=abc HTTP/1.1\r\n\r\n", "abc").is_none());
    }

    #[tokio::test]
    async fn s031_others_on_this_computer_do_not_end_the_wait() {
        let loopback = Loopback::open().await.unwrap();
        let port = loopback.port();
        let words = Words {
            title: "<Done>".to_owned(),
            text: "Go back.".to_owned(),
        };
        let ask = async |target: &str| {
            let mut stream = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
            let request = format!("GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            stream.write_all(request.as_bytes()).await.unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.unwrap();
            answer
        };
        let browser = async {
            assert!(
                ask("/sign-in?code=evil&state=guess")
                    .await
                    .starts_with("HTTP/1.1 404")
            );
            ask("/sign-in?code=good&state=abc").await
        };
        let (reply, page) = tokio::join!(loopback.reply("abc", &words), browser);
        assert_eq!(reply.code.as_deref(), Some("good"));
        assert!(
            page.starts_with("HTTP/1.1 200") && page.contains("<h1>&lt;Done>"),
            "{page}"
        );
        assert!(page.contains("Cache-Control: no-store"));
    }
}
