//! Connections: who is slow to say what they want is cut off.
//!
//! A caller who sends the head of a request byte by byte, or nothing at all, would otherwise hold a
//! connection for as long as they like. Bodies are covered by the time limit of a request.

use std::{convert::Infallible, net::SocketAddr, time::Duration};

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
    net::{TcpListener, TcpStream},
    sync::watch,
};
use tower::ServiceExt as _;

/// The longest head of a request, in bytes: 16 KiB of headers are far more than a token and a proof.
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// Answers until `stop` is ready, then finishes what has begun.
pub(crate) async fn serve(
    mut listener: TcpListener,
    service: Router,
    header_timeout: Duration,
    stop: impl Future<Output = ()>,
) {
    let (stopping, stopped) = watch::channel(false);
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(header_timeout)
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
    stopped: watch::Receiver<bool>,
}

impl Connection {
    async fn answer(self, http: http1::Builder, service: Router) {
        let Self {
            stream,
            peer,
            mut stopped,
        } = self;
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
