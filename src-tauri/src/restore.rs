//! Connecting, signing in, and being still signed in after a restart.

mod at_the_door;
mod auth_request;
mod browser;
mod mailed_code;
mod passkey;
mod set_up;

pub(crate) use browser::{BrowserWait, open_port};

use keyholder_client::{Client, ServiceAddress, Session};
use keyholder_contract::{
    password::{RequestPasswordReset, SetExpiredPassword},
    second_factor::ShowSecondFactor,
    session::{Me, NextStep, SessionTokens, SignIn, StartSignIn},
};
use keyholder_domain::{ids::SignInId, second_factor::FactorMethod};
use secrecy::{ExposeSecret as _, SecretString};

use crate::{
    commands::SignInOutcome,
    core::{Connection, Core},
    ipc_error::{IpcResult, LocalCode},
    keychain::Slot,
};

/// The longest name of a device, in characters.
const MAX_DEVICE_NAME: usize = 100;

impl Core {
    /// Takes up the session that the keychain holds: who is signed in, or nobody, or why that is
    /// not known yet. Only a clear word of the service ends the session.
    pub(crate) async fn restore(&self) -> IpcResult<Option<Me>> {
        let Some(address) = self.remembered_address() else {
            return Ok(None);
        };
        let Some(session) = self.resume(address).await? else {
            return Ok(None);
        };
        let outcome = session.read_me().await;
        self.observe(&outcome).await;
        match outcome {
            Ok(me) => Ok(Some(me)),
            Err(error) => {
                if error.ends_session() {
                    self.session_ended(&session, &error).await;
                }
                Err(error.into())
            }
        }
    }

    async fn resume(&self, address: ServiceAddress) -> IpcResult<Option<Session>> {
        let mut connection = self.connection().lock().await;
        if let Some(connection) = &*connection {
            return Ok(connection.session.clone());
        }
        let service = address.to_string();
        let key = self.kept_device_key(&address).await;
        // A token is bound to its key: without the key it is of no use, and not tried.
        let refresh = match key {
            Some(_) => self.keychain().read(Slot::RefreshToken, &service).await,
            None => None,
        };
        let sink = self.token_sink(&address);
        let client = self.client_with(address, key)?;
        let session = refresh
            .and_then(|bytes| std::str::from_utf8(&bytes).ok().map(SecretString::from))
            .map(|refresh| Session::resume(client.clone(), refresh, sink));
        *connection = Some(Connection {
            client,
            session: session.clone(),
        });
        Ok(session)
    }

    /// Takes the service at this address for the one that was connected to last.
    pub fn start_at(&self, address: &str) {
        match ServiceAddress::parse(address) {
            // Where it cannot be remembered the person is asked for it, as on the first start.
            Ok(address) => drop(self.remember(&address)),
            Err(error) => tracing::warn!(%error, "the given address of the service is not used"),
        }
    }

    /// Connects to a service and remembers it, once it has shown to be one.
    pub(crate) async fn connect(&self, address: ServiceAddress) -> IpcResult<()> {
        let known = {
            let connection = self.connection().lock().await;
            connection.as_ref().map(|c| c.client.clone())
        };
        let client = match known {
            Some(client) if *client.address() == address => client,
            _ => self.client_for(address.clone()).await?,
        };
        let document = client.read_openapi().await?;
        if document.pointer("/paths/~1v1~1sign-ins").is_none() {
            return Err(LocalCode::UnexpectedReply.into());
        }
        let mut connection = self.connection().lock().await;
        match &*connection {
            Some(current) if *current.client.address() == address => {}
            _ => {
                *connection = Some(Connection {
                    client,
                    session: None,
                });
            }
        }
        drop(connection);
        self.remember(&address)
    }

    fn remember(&self, address: &ServiceAddress) -> IpcResult<()> {
        self.preferences()
            .update(|preferences| preferences.server_url = Some(address.to_string()))
            .map_err(|error| {
                tracing::warn!(%error, "the address cannot be remembered");
                LocalCode::SavingFailed.into()
            })
    }

    /// Signs in with a password, which is not kept.
    pub(crate) async fn sign_in(
        &self,
        name: String,
        password: &SecretString,
    ) -> IpcResult<SignInOutcome> {
        let _one_at_a_time = self.door().lock().await;
        // The keychain may have been unlocked since the start.
        self.keychain().probe().await;
        let client = self.client_at_the_door().await?;
        let request = StartSignIn {
            sign_in_name: name,
            password: password.expose_secret().to_owned(),
            device_name: device_name(),
        };
        let outcome = client.start_sign_in(&request).await;
        self.observe(&outcome).await;
        self.go_on(client, outcome?).await
    }

    /// Sets a new password in place of the expired one, on the connection that the sign-in began
    /// with: the step is bound to its device key.
    pub(crate) async fn set_expired_password(
        &self,
        sign_in: SignInId,
        password: &SecretString,
    ) -> IpcResult<SignInOutcome> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let request = SetExpiredPassword {
            new_password: password.expose_secret().to_owned(),
        };
        let outcome = client.set_expired_password(sign_in, &request).await;
        self.observe(&outcome).await;
        self.go_on(client, outcome?).await
    }

    /// Shows the second factor, on the connection that the sign-in began with.
    pub(crate) async fn show_second_factor(
        &self,
        sign_in: SignInId,
        method: FactorMethod,
        code: &SecretString,
    ) -> IpcResult<SignInOutcome> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let request = ShowSecondFactor {
            method: self.way_of(method, code.expose_secret()).await,
            code: code.expose_secret().to_owned(),
        };
        let outcome = client.show_second_factor(sign_in, &request).await;
        self.observe(&outcome).await;
        self.go_on(client, outcome?).await
    }

    /// Asks for a reset link. The answer tells nothing.
    pub(crate) async fn request_password_reset(&self, sign_in_name: String) -> IpcResult<()> {
        let _one_at_a_time = self.door().lock().await;
        let client = self.client_at_the_door().await?;
        let request = RequestPasswordReset { sign_in_name };
        let outcome = client.request_password_reset(&request).await;
        self.observe(&outcome).await;
        *self.connection().lock().await = Some(Connection {
            client,
            session: None,
        });
        Ok(outcome?)
    }

    /// Takes what a step led to: the session, or what comes next.
    async fn go_on(&self, client: Client, sign_in: SignIn) -> IpcResult<SignInOutcome> {
        let sign_in_id = sign_in.id;
        let waits = match sign_in.next {
            NextStep::Session { tokens } => return self.enter(client, tokens).await,
            NextStep::SecondFactor {
                methods,
                mailed,
                expires_at,
            } => SignInOutcome::SecondFactor {
                sign_in_id,
                methods,
                mailed,
                expires_at,
            },
            NextStep::PasswordExpired { rules, expires_at } => SignInOutcome::PasswordExpired {
                sign_in_id,
                rules,
                expires_at,
            },
            NextStep::SetUpSecondFactor { expires_at } => SignInOutcome::SetUpSecondFactor {
                sign_in_id,
                expires_at,
            },
        };
        *self.connection().lock().await = Some(Connection {
            client,
            session: None,
        });
        Ok(waits)
    }

    async fn enter(&self, client: Client, tokens: SessionTokens) -> IpcResult<SignInOutcome> {
        self.keep_device_key(&client).await;
        // Whoever comes in reads nothing that was kept for somebody before.
        self.offline_copy().forget().await;
        let sink = self.token_sink(client.address());
        let session = Session::start(client.clone(), tokens, sink).await;
        *self.connection().lock().await = Some(Connection {
            client,
            session: Some(session),
        });
        let me = self
            .ask(|session| async move { session.read_me().await })
            .await?;
        Ok(SignInOutcome::SignedIn { me })
    }

    /// Signs out: on this machine always, and at the service if it can be reached. A session that
    /// the service could not be told about ends there by itself.
    pub(crate) async fn sign_out(&self) {
        let _one_at_a_time = self.door().lock().await;
        let session = {
            let mut connection = self.connection().lock().await;
            connection.as_mut().and_then(|c| c.session.take())
        };
        let Some(session) = session else {
            return;
        };
        let outcome = session.sign_out().await;
        // After the request, which may have renewed the tokens and kept them.
        let service = session.client().address().to_string();
        self.keychain().delete(Slot::RefreshToken, &service).await;
        self.offline_copy().forget().await;
        if let Err(error) = &outcome
            && !error.ends_session()
        {
            tracing::info!(%error, "the service was not told of the sign-out");
        }
        self.observe(&outcome).await;
    }

    /// Who is signed in.
    pub(crate) async fn me(&self) -> IpcResult<Me> {
        self.ask(|session| async move { session.read_me().await })
            .await
    }
}

/// What the person will recognise the device by in the list of their sessions.
fn device_name() -> String {
    let name = gethostname::gethostname();
    let name: String = name
        .to_string_lossy()
        .chars()
        .filter(|c| !c.is_control())
        .take(MAX_DEVICE_NAME)
        .collect();
    if name.trim().is_empty() {
        std::env::consts::OS.to_owned()
    } else {
        name
    }
}
