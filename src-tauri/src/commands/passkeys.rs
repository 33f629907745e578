//! Passkeys and security keys: they are set up and used in the system's browser.

use keyholder_contract::{
    passkey_sign_in::PasskeySignIn,
    second_factor::{OwnSecondFactors, RenamePasskey, ShowSecondFactor, StepUp, SteppedUp},
};
use keyholder_domain::{
    ids::{PasskeyId, SignInId},
    second_factor::FactorMethod,
    timestamp::Timestamp,
};
use secrecy::ExposeSecret as _;
use tauri::State;

use super::{
    external_sign_in::words,
    session::{Password, SignInOutcome},
};
use crate::{core::Core, input, ipc_error::IpcResult, passkey};

/// Opens the page on which a passkey is set up; gives until when it waits.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_passkey_setup(core: State<'_, Core>) -> IpcResult<Timestamp> {
    let link = core
        .ask(|session| async move { session.begin_passkey_setup().await })
        .await?;
    passkey::open_page(&core, &link).await?;
    Ok(link.expires_at)
}

/// Shows a passkey in a sign-in that waits for the second factor. `title` and `body` are what the browser
/// shows once it came back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn show_passkey(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    title: String,
    body: String,
) -> IpcResult<SignInOutcome> {
    let words = words(title, body)?;
    let proof = passkey::proof(&core, &words, async |request| {
        core.begin_sign_in_passkey_check(sign_in_id, &request).await
    })
    .await?;
    core.show_second_factor(sign_in_id, FactorMethod::Passkey, &proof)
        .await
}

/// Begins a sign-in with a passkey in place of name and password; gives the number that the person types in the
/// browser.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_passkey_sign_in(core: State<'_, Core>) -> IpcResult<PasskeySignIn> {
    core.begin_passkey_sign_in().await
}

/// Goes on with it in the browser. `title` and `body` are what the browser shows once it came back.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in_with_passkey(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    title: String,
    body: String,
) -> IpcResult<SignInOutcome> {
    let words = words(title, body)?;
    core.sign_in_with_passkey(sign_in_id, &words).await
}

/// As `step_up`, with a passkey in place of a code.
#[tauri::command]
#[specta::specta]
pub(crate) async fn step_up_with_passkey(
    core: State<'_, Core>,
    password: Password,
    title: String,
    body: String,
) -> IpcResult<SteppedUp> {
    input::password_if_any("password", password.expose())?;
    let words = words(title, body)?;
    let proof = passkey::proof(&core, &words, async |request| {
        core.ask(|session| async move { session.begin_passkey_check(&request).await })
            .await
    })
    .await?;
    let request = StepUp {
        password: password.expose().to_owned(),
        second_factor: Some(ShowSecondFactor {
            method: FactorMethod::Passkey,
            code: proof.expose_secret().to_owned(),
        }),
    };
    core.ask(|session| async move { session.step_up(&request).await })
        .await
}

/// Another name for a passkey.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rename_passkey(
    core: State<'_, Core>,
    passkey_id: PasskeyId,
    name: String,
) -> IpcResult<OwnSecondFactors> {
    input::authenticator_name(&name)?;
    let request = RenamePasskey { name };
    core.ask(|session| async move { session.rename_passkey(passkey_id, &request).await })
        .await
}

/// Takes a passkey away; with the last factor of all the second factor is off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_passkey(
    core: State<'_, Core>,
    passkey_id: PasskeyId,
) -> IpcResult<OwnSecondFactors> {
    core.ask(|session| async move { session.remove_passkey(passkey_id).await })
        .await
}
