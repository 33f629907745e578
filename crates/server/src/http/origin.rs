//! Where the request at hand comes from. The audit log notes it beside each entry.
//!
//! It belongs to the task that serves the request, as a tracing span does: every action is recorded
//! with it, and none can forget to hand it on.

use std::{
    net::{IpAddr, SocketAddr},
    sync::{Arc, OnceLock},
};

use axum::{
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, header::USER_AGENT},
    middleware::Next,
    response::Response,
};
use keyholder_domain::ids::DeviceId;

use crate::App;

/// The longest name of a program that is kept, in characters.
const MAX_PROGRAM_CHARS: usize = 120;

/// The address and the program of a request, and the device once it is known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The address that the request came from.
    pub(crate) address: Option<IpAddr>,
    /// How the program named itself.
    pub(crate) program: Option<String>,
    device: Arc<OnceLock<DeviceId>>,
}

impl Origin {
    /// The device of the session.
    pub(crate) fn device(&self) -> Option<DeviceId> {
        self.device.get().copied()
    }
}

tokio::task_local! {
    static ORIGIN: Origin;
}

/// The origin of the request that this task serves; nothing outside of requests.
pub(crate) fn current() -> Option<Origin> {
    ORIGIN.try_with(Clone::clone).ok()
}

/// Notes the device of the session that the request belongs to or begins.
pub(crate) fn note_device(device: DeviceId) {
    // Outside of a request there is nobody to note it for; within one it does not change.
    let _ = ORIGIN.try_with(|origin| origin.device.set(device));
}

/// The middleware.
pub(super) async fn layer(State(app): State<App>, request: Request, next: Next) -> Response {
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(peer)| peer.ip());
    let origin = Origin {
        address: peer.map(|peer| address(peer, request.headers(), &app.config.trusted_proxies)),
        program: program(request.headers()),
        device: Arc::default(),
    };
    ORIGIN.scope(origin, next.run(request)).await
}

/// The address of whoever asked. What a proxy says of it counts only if the proxy is trusted; of a
/// row of proxies the last one that is not trusted is the one who asked.
fn address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpAddr]) -> IpAddr {
    let is_trusted =
        |address: &IpAddr| trusted.iter().any(|proxy| proxy.to_canonical() == *address);
    let mut seen = peer.to_canonical();
    let forwarded: Vec<_> = headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .collect();
    for hop in forwarded.iter().rev() {
        if !is_trusted(&seen) {
            break;
        }
        let Ok(hop) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        seen = hop.to_canonical();
    }
    seen
}

fn program(headers: &HeaderMap) -> Option<String> {
    let name = headers.get(USER_AGENT)?.to_str().ok()?.trim();
    let name: String = name.chars().take(MAX_PROGRAM_CHARS).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&'static str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted: Vec<_> = trusted.iter().map(|text| text.parse().unwrap()).collect();
        address(peer.parse().unwrap(), &headers, &trusted).to_string()
    }

    #[test]
    fn xff_only_from_trusted_proxy() {
        let proxy = &["10.0.0.1", "10.0.0.2"];
        assert_eq!(seen("192.0.2.9", &["203.0.113.5"], &[]), "192.0.2.9");
        assert_eq!(seen("192.0.2.9", &["203.0.113.5"], proxy), "192.0.2.9");
        assert_eq!(seen("10.0.0.1", &["203.0.113.5"], proxy), "203.0.113.5");
        assert_eq!(seen("10.0.0.1", &[], proxy), "10.0.0.1");
        // What the caller wrote in front of what the proxies added is worth nothing.
        let spoofed = ["1.1.1.1, 203.0.113.5", "10.0.0.2"];
        assert_eq!(seen("10.0.0.1", &spoofed, proxy), "203.0.113.5");
        assert_eq!(seen("10.0.0.1", &["nonsense"], proxy), "10.0.0.1");
        assert_eq!(
            seen("::ffff:10.0.0.1", &["203.0.113.5"], proxy),
            "203.0.113.5"
        );
    }
}
