//! Connections: who is slow to say what they want, or takes nothing of the answer, is cut off.
//!
//! A caller who sends the head of a request byte by byte, or nothing at all, would otherwise hold a
//! connection for as long as they like, and so would one who asks for a long export and does not read it.
//! Bodies are covered by the time limit of a request.

use std::{convert::Infallible, io, net::SocketAddr, time::Duration};

use axum::{
    Router,
    body::Body,
    extract::{ConnectInfo, Request},
    response::Response,
    serve::Listener,
};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::{
    io::{AsyncRead, AsyncWrite},
    net::{TcpListener, TcpSocket, TcpStream},
    sync::watch,
    time::timeout,
};
use tokio_io_timeout::TimeoutStream;
use tokio_rustls::TlsAcceptor;
use tower::ServiceExt as _;

/// The longest head of a request, in bytes: 16 KiB of headers are far more than a token and a proof.
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// How many connections may wait to be accepted. The system drops those beyond it, and whoever waits for
/// the service to speak first never hears of it; the 128 that are usual are too few for a busy second.
const WAITING: u32 = 1_024;

/// How long a caller may be slow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    /// With the first words of TLS, and with the head of a request.
    pub(crate) head: Duration,
    /// Without taking anything of an answer. One who takes a little now and then is waited for.
    pub(crate) answer: Duration,
}

/// Where callers come in.
pub(crate) struct Door {
    pub(crate) listener: TcpListener,
    /// What ends TLS; without, http is spoken.
    pub(crate) acceptor: Option<TlsAcceptor>,
    pub(crate) patience: Patience,
}

/// Listens on an address.
pub(crate) fn listen(address: SocketAddr) -> io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    // A service that starts again need not wait for the connections of the one before. Elsewhere it
    // would let two programs listen on one port.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(WAITING)
}

/// Answers until `stop` is ready, then finishes what has begun.
pub(crate) async fn serve(door: Door, service: Router, stop: impl Future<Output = ()>) {
    let Door {
        mut listener,
        acceptor,
        patience,
    } = door;
    let (stopping, stopped) = watch::channel(false);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(patience.head)
        .max_buf_size(MAX_HEAD_BYTES);
    let mut stop = std::pin::pin!(stop);
    loop {
        // What cannot be accepted for want of files is tried again a second later.
        let (stream, peer) = tokio::select! {
            accepted = Listener::accept(&mut listener) => accepted,
            () = &mut stop => break,
        };
        // An answer is one small packet: it must not wait for more to come.
        let _ = stream.set_nodelay(true);
        let connection = Connection {
            stream,
            peer,
            acceptor: acceptor.clone(),
            patience,
            stopped: stopped.clone(),
        };
        tokio::spawn(connection.answer(http.clone(), service.clone()));
    }
    drop(listener);
    drop(stopped);
    let _ = stopping.send(true);
    // Each connection holds a receiver.
    stopping.closed().await;
}

struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    acceptor: Option<TlsAcceptor>,
    patience: Patience,
    stopped: watch::Receiver<bool>,
}

impl Connection {
    async fn answer(self, http: http1::Builder, service: Router) {
        let mut stream = Box::pin(TimeoutStream::new(self.stream));
        stream
            .as_mut()
            .set_write_timeout_pinned(Some(self.patience.answer));
        let Some(acceptor) = self.acceptor else {
            return speak(stream, http, service, self.peer, self.stopped).await;
        };
        match timeout(self.patience.head, acceptor.accept(stream)).await {
            Ok(Ok(stream)) => speak(stream, http, service, self.peer, self.stopped).await,
            Ok(Err(error)) => tracing::debug!(
                cause = &error as &dyn std::error::Error,
                "a caller could not agree on TLS"
            ),
            Err(_elapsed) => tracing::debug!("a caller was too slow with TLS"),
        }
    }
}

async fn speak(
    stream: impl AsyncRead + AsyncWrite + Send + Unpin + 'static,
    http: http1::Builder,
    service: Router,
    peer: SocketAddr,
    mut stopped: watch::Receiver<bool>,
) {
    let answer = service_fn(move |request: Request<Incoming>| {
        let service = service.clone();
        async move { Ok::<Response, Infallible>(ask(service, request, peer).await) }
    });
    let connection = http.serve_connection(TokioIo::new(stream), answer);
    let mut connection = std::pin::pin!(connection);
    let ended = tokio::select! {
        ended = &mut connection => Some(ended),
        () = told(&mut stopped) => None,
    };
    let ended = if let Some(ended) = ended {
        ended
    } else {
        connection.as_mut().graceful_shutdown();
        connection.await
    };
    if let Err(error) = ended {
        tracing::debug!(
            cause = &error as &dyn std::error::Error,
            "a connection ended"
        );
    }
}

/// Ready when the service is to stop, or is gone.
async fn told(stopped: &mut watch::Receiver<bool>) {
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

async fn ask(service: Router, request: Request<Incoming>, peer: SocketAddr) -> Response {
    let mut request = request.map(Body::new);
    request.extensions_mut().insert(ConnectInfo(peer));
    let Ok(response) = service.oneshot(request).await;
    response
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use axum::{body::Bytes, routing::get};
    use futures_util::stream;
    use tokio::{
        io::{AsyncReadExt as _, AsyncWriteExt as _},
        sync::mpsc,
        time::{Instant, interval},
    };

    use super::*;

    const PIECE: usize = 64 * 1024;
    /// Far more than the system keeps for a connection by itself.
    const LONG: usize = 512 * PIECE;
    const PATIENCE: Duration = Duration::from_secs(1);
    const GIVE_UP: Duration = Duration::from_secs(30);

    /// A service with one long answer, its address, and what is told once nobody writes the answer any
    /// more.
    fn service() -> (SocketAddr, mpsc::Receiver<()>) {
        let listener = listen(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let address = listener.local_addr().unwrap();
        let (open, ended) = mpsc::channel(1);
        let open = Arc::new(std::sync::Mutex::new(Some(open)));
        let answer = move || {
            let open = open.lock().unwrap().take();
            let pieces = stream::unfold((0, open), |(sent, open)| async move {
                let piece = Ok::<_, Infallible>(Bytes::from(vec![b'x'; PIECE]));
                (sent < LONG).then_some((piece, (sent + PIECE, open)))
            });
            std::future::ready(Body::from_stream(pieces))
        };
        let router = Router::new().route("/", get(answer));
        let patience = Patience {
            head: GIVE_UP,
            answer: PATIENCE,
        };
        let door = Door {
            listener,
            acceptor: None,
            patience,
        };
        tokio::spawn(serve(door, router, std::future::pending()));
        (address, ended)
    }

    async fn ask(address: SocketAddr) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        let request = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        stream.write_all(request).await.unwrap();
        stream
    }

    #[tokio::test]
    async fn goal_07_who_takes_nothing_of_an_answer_is_cut_off() {
        let (address, mut ended) = service();
        let began = Instant::now();
        let _stream = ask(address).await;
        let told = timeout(GIVE_UP, ended.recv()).await;
        assert_eq!(told, Ok(None), "the service waits for ever");
        assert!(began.elapsed() >= PATIENCE);
    }

    #[tokio::test]
    async fn goal_07_who_takes_a_little_now_and_then_gets_it_all() {
        let (address, _ended) = service();
        let began = Instant::now();
        let mut stream = ask(address).await;
        let mut taken = 0;
        let mut bytes = vec![0; 32 * PIECE];
        let mut breaths = interval(PATIENCE / 4);
        loop {
            breaths.tick().await;
            let count = stream.read(&mut bytes).await.unwrap();
            if count == 0 {
                break;
            }
            taken += count;
        }
        assert!(taken > LONG, "only {taken} bytes came");
        assert!(began.elapsed() > PATIENCE * 3, "{:?}", began.elapsed());
    }
}
