//! What happens in the browser of the system: signing in with another provider (S31), linking one's account
//! there (L5), and signing in there anew (C14).

use std::time::Duration;

use keyholder_contract::{
    external_identity::{
        ExternalReply, OwnExternalIdentity, SignInWays, StartExternalLink, StartExternalSignIn,
        StartExternalStepUp,
    },
    second_factor::SteppedUp,
};
use tokio::{sync::watch, time::timeout};
use url::{Host, Url};

use super::device_name;
use crate::{
    commands::SignInOutcome,
    core::Core,
    ipc_error::{IpcResult, LocalCode},
    loopback::{Loopback, Words},
};

/// How long the app waits for the browser: as long as the service does.
const WAIT: Duration = Duration::from_mins(10);

/// A wait for the browser. Whoever drops it ends the wait.
pub(crate) struct BrowserWait {
    address: Url,
    _going_on: watch::Sender<()>,
}

impl Core {
    /// The ways to sign in beside the password.
    pub(crate) async fn list_sign_in_ways(&self) -> IpcResult<SignInWays> {
        let client = self.client_at_the_door().await?;
        let outcome = client.list_sign_in_ways().await;
        self.observe(&outcome).await;
        Ok(outcome?)
    }

    /// Signs in with another provider. Waits for the browser; nobody is kept from signing in otherwise
    /// meanwhile.
    pub(crate) async fn sign_in_in_browser(&self, words: &Words) -> IpcResult<SignInOutcome> {
        let loopback = open_port().await?;
        self.keychain().probe().await;
        let client = self.client_at_the_door().await?;
        let request = StartExternalSignIn {
            device_name: device_name(),
            port: loopback.port(),
        };
        let outcome = client.start_external_sign_in(&request).await;
        self.observe(&outcome).await;
        let run = outcome?;
        let (address, state) = allowed(&run.address).ok_or(LocalCode::UnexpectedReply)?;
        let reply = self.wait_for(&loopback, address, &state, words).await?;
        let _one_at_a_time = self.door().lock().await;
        let outcome = client.answer_external_sign_in(run.id, &reply).await;
        self.observe(&outcome).await;
        self.go_on(client, outcome?).await
    }

    /// Links one's account at the other provider.
    pub(crate) async fn link_in_browser(&self, words: &Words) -> IpcResult<OwnExternalIdentity> {
        let loopback = open_port().await?;
        let request = StartExternalLink {
            port: loopback.port(),
        };
        let run = self
            .ask(|session| async move { session.start_external_link(&request).await })
            .await?;
        let (address, state) = allowed(&run.address).ok_or(LocalCode::UnexpectedReply)?;
        let reply = self.wait_for(&loopback, address, &state, words).await?;
        self.ask(|session| async move { session.answer_external_link(run.id, &reply).await })
            .await
    }

    /// Signs in at the other provider anew, as the proof of somebody who has no password here.
    pub(crate) async fn step_up_in_browser(&self, words: &Words) -> IpcResult<SteppedUp> {
        let loopback = open_port().await?;
        let request = StartExternalStepUp {
            port: loopback.port(),
        };
        let run = self
            .ask(|session| async move { session.start_external_step_up(&request).await })
            .await?;
        let (address, state) = allowed(&run.address).ok_or(LocalCode::UnexpectedReply)?;
        let reply = self.wait_for(&loopback, address, &state, words).await?;
        self.ask(|session| async move { session.answer_external_step_up(run.id, &reply).await })
            .await
    }

    /// Opens the address of the wait once more: browsers are closed by mistake.
    pub(crate) async fn open_browser_again(&self) -> IpcResult<()> {
        let address = {
            let wait = self.browser_wait().lock().await;
            wait.as_ref().map(|wait| wait.address.clone())
        };
        let address = address.ok_or(LocalCode::BrowserWaitOver)?;
        self.browser().open(address).await
    }

    /// Stops waiting.
    pub(crate) async fn stop_browser_wait(&self) {
        *self.browser_wait().lock().await = None;
    }

    /// Opens the browser and waits for what it brings. A wait that was there before is over.
    pub(crate) async fn wait_for(
        &self,
        loopback: &Loopback,
        address: Url,
        state: &str,
        words: &Words,
    ) -> IpcResult<ExternalReply> {
        let (going_on, mut stopped) = watch::channel(());
        *self.browser_wait().lock().await = Some(BrowserWait {
            address: address.clone(),
            _going_on: going_on,
        });
        self.browser().open(address).await?;
        let reply = tokio::select! {
            reply = timeout(WAIT, loopback.reply(state, words)) => reply.ok(),
            // The sender is dropped, never used.
            _ = stopped.changed() => return Err(LocalCode::BrowserWaitStopped.into()),
        };
        self.stop_browser_wait().await;
        reply.ok_or_else(|| LocalCode::BrowserWaitOver.into())
    }
}

/// A port of this computer for the browser to come back to.
pub(crate) async fn open_port() -> IpcResult<Loopback> {
    Loopback::open().await.map_err(|error| {
        tracing::warn!(%error, "no port of this computer is free");
        LocalCode::OpeningFailed.into()
    })
}

/// The address, and the state that its reply carries, if it is one to open: protected, or on this computer.
fn allowed(address: &str) -> Option<(Url, String)> {
    let url = Url::parse(address).ok()?;
    let here = match url.host()? {
        Host::Ipv4(ip) => ip.is_loopback(),
        Host::Ipv6(ip) => ip.is_loopback(),
        Host::Domain(_) => false,
    };
    let protected = url.scheme() == "https" || (url.scheme() == "http" && here);
    let bare = url.username().is_empty() && url.password().is_none();
    let state = url.query_pairs().find(|(name, _)| name == "state")?;
    let state = state.1.into_owned();
    (protected && bare && !state.is_empty()).then_some((url, state))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s031_only_a_protected_address_with_a_state_is_opened() {
        for address in [
            "https://login.microsoftonline.com/organizations/oauth2/v2.0/authorize?state=a",
            "http://127.0.0.1:9400/authorize?state=a",
        ] {
            assert!(allowed(address).is_some(), "{address}");
        }
        for address in [
            "",
            "http://login.microsoftonline.com/?state=a",
            "https://login.microsoftonline.com/?state=",
            "https://login.microsoftonline.com/",
            "https://me@login.microsoftonline.com/?state=a",
            "file:///etc/passwd?state=a",
            "javascript:alert(1)?state=a",
            "--help",
        ] {
            assert!(allowed(address).is_none(), "{address}");
        }
    }
}
