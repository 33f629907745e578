//! Setting an authenticator up in the middle of a sign-in, where a customer asks for one (S113).

use keyholder_contract::second_factor::{AuthenticatorSetup, CompleteSignInSetup};
use keyholder_domain::{
    ids::{AuthenticatorId, SignInId},
    timestamp::Timestamp,
};
use serde::Serialize;
use tauri::State;

use super::session::{Password, SignInOutcome};
use crate::{
    core::Core,
    input,
    ipc_error::IpcResult,
    qr::{self, QrPicture},
};

/// What the authenticator app is told, this once.
#[derive(Serialize, specta::Type)]
pub(crate) struct SignInSetup {
    /// The id that the authenticator will have.
    id: AuthenticatorId,
    /// The secret, for who cannot scan it: base 32, in groups of four.
    key: String,
    /// The same as a picture.
    qr: Option<QrPicture>,
    /// Until when it waits.
    expires_at: Timestamp,
}

impl From<AuthenticatorSetup> for SignInSetup {
    fn from(setup: AuthenticatorSetup) -> Self {
        let letters: Vec<char> = setup.secret.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
        Self {
            id: setup.id,
            key: groups.join(" "),
            qr: qr::picture(&setup.uri),
            expires_at: setup.expires_at,
        }
    }
}

/// Where a sign-in stands in which an authenticator was set up.
#[derive(Serialize, specta::Type)]
pub(crate) struct EnrolledOutcome {
    /// Where it stands.
    pub(crate) outcome: SignInOutcome,
    /// The recovery codes, this once.
    pub(crate) recovery_codes: Vec<String>,
}

/// A secret for an authenticator app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_sign_in_setup(
    core: State<'_, Core>,
    sign_in_id: SignInId,
) -> IpcResult<SignInSetup> {
    core.begin_sign_in_setup(sign_in_id)
        .await
        .map(SignInSetup::from)
}

/// The first code of the app, and on with the sign-in.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::similar_names,
    reason = "what is shown is called a code wherever it goes"
)]
pub(crate) async fn complete_sign_in_setup(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    setup_id: AuthenticatorId,
    name: String,
    code: Password,
) -> IpcResult<EnrolledOutcome> {
    input::authenticator_name(&name)?;
    input::code("code", code.expose())?;
    let request = CompleteSignInSetup {
        setup_id,
        name,
        code: code.expose().to_owned(),
    };
    core.complete_sign_in_setup(sign_in_id, &request).await
}
