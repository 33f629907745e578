//! Connecting, signing in and out.

use keyholder_client::ServiceAddress;
use keyholder_contract::session::{MailedCode, Me};
use keyholder_domain::{
    ids::SignInId, second_factor::FactorMethod, security_policy::PasswordRules,
    timestamp::Timestamp,
};
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};
use tauri::State;

use crate::{core::Core, input, ipc_error::IpcResult};

/// A password on its way in; it cannot be printed and is overwritten after use.
#[derive(Deserialize, specta::Type)]
#[specta(transparent)]
pub(crate) struct Password(#[specta(type = String)] pub(super) SecretString);

impl Password {
    /// The text, for the one call that sends it.
    pub(crate) fn expose(&self) -> &str {
        self.0.expose_secret()
    }
}

/// The service that the app is connected to.
#[derive(Serialize, specta::Type)]
pub(crate) struct Connected {
    /// Its address.
    server_url: String,
}

/// Where a sign-in stands.
#[derive(Serialize, specta::Type)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(crate) enum SignInOutcome {
    /// Done.
    SignedIn {
        /// Who is signed in.
        me: Me,
    },
    /// The password is right, and the second factor is needed.
    SecondFactor {
        /// The sign-in that waits, on this device alone.
        sign_in_id: SignInId,
        /// The ways that are open, the usual one first.
        methods: Vec<FactorMethod>,
        /// What became of the code that is mailed, where that is a way.
        mailed: Option<MailedCode>,
        /// Until when it waits.
        expires_at: Timestamp,
    },
    /// The password is right, and has expired: a new one is needed.
    PasswordExpired {
        /// The sign-in that waits, on this device alone.
        sign_in_id: SignInId,
        /// What the new one must be like.
        rules: PasswordRules,
        /// Until when it waits.
        expires_at: Timestamp,
    },
    /// Everything was right, and a customer asks for a second factor, of which there is none yet.
    SetUpSecondFactor {
        /// The sign-in that waits, on this device alone.
        sign_in_id: SignInId,
        /// Until when it waits.
        expires_at: Timestamp,
    },
}

/// Connects to a service and remembers its address.
#[tauri::command]
#[specta::specta]
pub(crate) async fn connect(core: State<'_, Core>, server_url: String) -> IpcResult<Connected> {
    let address = ServiceAddress::parse(&server_url)?;
    core.connect(address.clone()).await?;
    Ok(Connected {
        server_url: address.to_string(),
    })
}

/// Signs in with a password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in(
    core: State<'_, Core>,
    sign_in_name: String,
    password: Password,
) -> IpcResult<SignInOutcome> {
    input::credentials(&sign_in_name, password.0.expose_secret())?;
    core.sign_in(sign_in_name, &password.0).await
}

/// Signs out.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_out(core: State<'_, Core>) -> IpcResult<()> {
    core.sign_out().await;
    Ok(())
}

/// Who is signed in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn me(core: State<'_, Core>) -> IpcResult<Me> {
    core.me().await
}
