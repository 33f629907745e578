//! Setting an authenticator up in the middle of a sign-in, where a customer asks for one (S113).

use keyholder_contract::second_factor::CompleteSignInSetup;
use keyholder_domain::ids::{AuthenticatorId, SignInId};
use serde::Serialize;
use tauri::State;

use super::{
    external_sign_in::words,
    second_factors::ShownSetup,
    session::{Password, SignInOutcome},
};
use crate::{core::Core, input, ipc_error::IpcResult};

/// Where a sign-in stands in which an authenticator was set up.
#[derive(Serialize, specta::Type)]
pub(crate) struct EnrolledOutcome {
    /// Where it stands; absent where there is a session and its person could not be read.
    pub(crate) outcome: Option<SignInOutcome>,
    /// The recovery codes, this once.
    pub(crate) recovery_codes: Vec<String>,
}

/// A secret for an authenticator app.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_sign_in_setup(
    core: State<'_, Core>,
    sign_in_id: SignInId,
) -> IpcResult<ShownSetup> {
    core.begin_sign_in_setup(sign_in_id)
        .await
        .map(ShownSetup::from)
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

/// A passkey in place of an authenticator, in the system's browser, and on with the sign-in. `title` and `body`
/// are what the browser shows once it came back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_up_sign_in_passkey(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    title: String,
    body: String,
) -> IpcResult<EnrolledOutcome> {
    let words = words(title, body)?;
    core.set_up_passkey(sign_in_id, &words).await
}
