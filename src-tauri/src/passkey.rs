//! Passkeys are used in the system's browser, on a page of the service. The app opens the page, and waits
//! for what the browser brings back. Neither the link nor the proof reaches the web view.

use std::future::Future;

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use keyholder_client::ServiceAddress;
use keyholder_contract::second_factor::{BeginPasskeyCheck, PasskeyLink};
use rand::{TryRng as _, rngs::SysRng};
use secrecy::SecretString;
use url::Url;

use crate::{
    core::Core,
    external_link,
    ipc_error::{IpcResult, LocalCode},
    loopback::Words,
    restore::open_port,
};

/// Opens the page on which a passkey is set up.
pub(crate) async fn open_page(core: &Core, link: &PasskeyLink) -> IpcResult<()> {
    core.browser().open(page_of(core, link)?).await
}

/// Asks for a page, opens it, and waits for the proof that the browser brings back.
pub(crate) async fn proof<F>(
    core: &Core,
    words: &Words,
    ask: impl FnOnce(BeginPasskeyCheck) -> F,
) -> IpcResult<SecretString>
where
    F: Future<Output = IpcResult<PasskeyLink>>,
{
    let port = open_port().await?;
    let state = draw_state()?;
    let link = ask(BeginPasskeyCheck {
        return_port: port.port(),
        return_state: state.clone(),
    })
    .await?;
    let page = page_of(core, &link)?;
    let reply = core.wait_for(&port, page, &state, words).await?;
    reply
        .code
        .map(SecretString::from)
        .ok_or_else(|| LocalCode::UnexpectedReply.into())
}

/// A word that nobody else can know.
fn draw_state() -> IpcResult<String> {
    let mut word = [0; 16];
    SysRng.try_fill_bytes(&mut word).map_err(|error| {
        tracing::error!(%error, "no randomness");
        LocalCode::OpeningFailed
    })?;
    Ok(BASE64_URL_SAFE_NO_PAD.encode(word))
}

fn page_of(core: &Core, link: &PasskeyLink) -> IpcResult<Url> {
    core.remembered_address()
        .and_then(|service| allowed(&link.url, &service))
        .ok_or_else(|| LocalCode::LinkNotAllowed.into())
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
    use keyholder_domain::passkey;

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
    fn a_word_of_the_app_is_one_that_the_service_takes() {
        let word = draw_state().unwrap();
        assert!(passkey::is_state(&word), "{word}");
        assert_ne!(word, draw_state().unwrap());
    }
}
