//! Passkeys are used in the system's browser, on a page of the service. The app opens the page, and waits
//! for what the browser brings back. Neither the link nor the proof reaches the web view.

use std::{
    future::Future,
    sync::{Mutex, PoisonError},
};

use keyholder_client::ServiceAddress;
use keyholder_contract::second_factor::{BeginPasskeyCheck, PasskeyLink};
use keyholder_domain::passkey::FORM_LIFETIME;
use secrecy::SecretString;
use tokio::{sync::oneshot, time::timeout};
use url::Url;

use crate::{
    core::Core,
    external_link,
    ipc_error::{IpcResult, LocalCode},
    loopback::Loopback,
};

/// The visit to the browser that is waited for; a new one ends the one before.
#[derive(Default)]
pub(crate) struct BrowserVisit(Mutex<Option<oneshot::Sender<()>>>);

impl BrowserVisit {
    /// Begins one; what it gives is told when the visit is not waited for any more.
    fn begin(&self) -> oneshot::Receiver<()> {
        let (stop, stopped) = oneshot::channel();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(stop);
        stopped
    }

    /// Waits no more.
    pub(crate) fn stop(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take();
    }
}

/// Opens the page of a passkey.
pub(crate) async fn open_page(core: &Core, link: &PasskeyLink) -> IpcResult<()> {
    let page = core
        .remembered_address()
        .and_then(|service| allowed(&link.url, &service))
        .ok_or(LocalCode::LinkNotAllowed)?;
    core.browser().open(page).await
}

/// Asks for a page, opens it, and waits for the proof that the browser brings back.
pub(crate) async fn proof<F>(
    core: &Core,
    ask: impl FnOnce(BeginPasskeyCheck) -> F,
) -> IpcResult<SecretString>
where
    F: Future<Output = IpcResult<PasskeyLink>>,
{
    let port = Loopback::open().await.map_err(|error| {
        tracing::warn!(%error, "no port for the browser to come back to");
        LocalCode::OpeningFailed
    })?;
    let link = ask(BeginPasskeyCheck {
        return_port: port.port(),
        return_state: port.state().to_owned(),
    })
    .await?;
    let stopped = core.browser_visit().begin();
    open_page(core, &link).await?;
    tokio::select! {
        came = timeout(FORM_LIFETIME, port.code()) => match came {
            Ok(Ok(proof)) => Ok(proof),
            _ => Err(LocalCode::BrowserTimedOut.into()),
        },
        _ = stopped => Err(LocalCode::BrowserStopped.into()),
    }
}

/// The page, if it is one of the service. A service that is tried out on this machine has its pages of
/// passkeys under `localhost`, as passkeys belong to names.
fn allowed(link: &str, service: &ServiceAddress) -> Option<Url> {
    external_link::allowed(link, service).or_else(|| {
        let page = Url::parse(link).ok()?;
        let service = Url::parse(&service.to_string()).ok()?;
        let here = page.scheme() == "http" && page.host_str() == Some("localhost");
        (here && service.host_str() == Some("127.0.0.1") && page.port() == service.port())
            .then_some(page)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_service_are_opened() {
        let here = ServiceAddress::parse("http://127.0.0.1:8420").unwrap();
        let there = ServiceAddress::parse("https://id.example.com").unwrap();
        for (link, service, opens) in [
            ("http://localhost:8420/account/passkey/x", &here, true),
            ("http://localhost:8421/account/passkey/x", &here, false),
            ("https://localhost:8420/account/passkey/x", &here, false),
            ("http://localhost:8420/account/passkey/x", &there, false),
            ("https://id.example.com/account/passkey/x", &there, true),
            ("https://evil.example/account/passkey/x", &there, false),
            ("file:///etc/passwd", &here, false),
        ] {
            assert_eq!(allowed(link, service).is_some(), opens, "{link}");
        }
    }

    #[test]
    fn a_new_visit_ends_the_one_before() {
        let visit = BrowserVisit::default();
        let mut first = visit.begin();
        assert!(first.try_recv() == Err(oneshot::error::TryRecvError::Empty));
        let mut second = visit.begin();
        assert!(first.try_recv() == Err(oneshot::error::TryRecvError::Closed));
        visit.stop();
        assert!(second.try_recv() == Err(oneshot::error::TryRecvError::Closed));
    }
}
