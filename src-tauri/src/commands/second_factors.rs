//! The second factor of the signed-in person, and showing in the middle of a session that it is they.

use keyholder_contract::second_factor::{
    AddAuthenticator, AddedAuthenticator, AuthenticatorSetup, BeginAuthenticatorSetup,
    OwnSecondFactors, RecoveryCodes, RenameAuthenticator, ShowSecondFactor, StepUp, SteppedUp,
};
use keyholder_domain::{
    ids::AuthenticatorId,
    second_factor::{FactorMethod, time_code::TimeCodeAlgorithm},
    timestamp::Timestamp,
};
use serde::{Deserialize, Serialize};
use tauri::State;

use super::session::Password;
use crate::{
    core::Core,
    device_security::DeviceSecurity,
    downloads, input,
    ipc_error::{IpcResult, LocalCode},
    qr::{self, QrPicture},
};

/// A code of the second factor, on its way in.
#[derive(Deserialize, specta::Type)]
pub(crate) struct ShownFactor {
    /// Which way.
    method: FactorMethod,
    /// The code.
    code: Password,
}

/// An authenticator that waits for its first code: what the app on the phone is told, shown this once.
#[derive(Serialize, specta::Type)]
pub(crate) struct ShownSetup {
    /// The id that the authenticator will have.
    id: AuthenticatorId,
    /// The secret, for who cannot scan it: base 32, in groups of four.
    key: String,
    /// The same as a picture.
    qr: Option<QrPicture>,
    /// The hash function.
    algorithm: TimeCodeAlgorithm,
    /// How many digits a code has.
    digits: u8,
    /// How long a code is shown, in seconds.
    period_seconds: u32,
    /// Until when it waits.
    expires_at: Timestamp,
}

impl From<AuthenticatorSetup> for ShownSetup {
    fn from(setup: AuthenticatorSetup) -> Self {
        let letters: Vec<char> = setup.secret.chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
        Self {
            id: setup.id,
            key: groups.join(" "),
            qr: qr::picture(&setup.uri),
            algorithm: setup.algorithm,
            digits: setup.digits,
            period_seconds: setup.period_seconds,
            expires_at: setup.expires_at,
        }
    }
}

/// Shows once more that it is the person (C20), so that what was refused with `step_up_required` can be
/// asked again. The page keeps neither the password nor the code.
#[tauri::command]
#[specta::specta]
pub(crate) async fn step_up(
    core: State<'_, Core>,
    password: Password,
    second_factor: Option<ShownFactor>,
) -> IpcResult<SteppedUp> {
    input::password_if_any("password", password.expose())?;
    if let Some(shown) = &second_factor {
        input::code("second_factor.code", shown.code.expose())?;
    }
    let shown = match second_factor {
        Some(ShownFactor { method, code }) => Some(ShowSecondFactor {
            method: core.way_of(method, code.expose()).await,
            code: code.expose().to_owned(),
        }),
        None => None,
    };
    let request = StepUp {
        password: password.expose().to_owned(),
        second_factor: shown,
    };
    core.ask(|session| async move { session.step_up(&request).await })
        .await
}

/// What the person has set up beside the password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_own_second_factors(core: State<'_, Core>) -> IpcResult<OwnSecondFactors> {
    core.ask(|session| async move { session.list_own_second_factors().await })
        .await
}

/// A secret for an authenticator app (S106), in the way that every app knows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn begin_authenticator_setup(core: State<'_, Core>) -> IpcResult<ShownSetup> {
    let usual = BeginAuthenticatorSetup::default();
    core.ask(|session| async move { session.begin_authenticator_setup(&usual).await })
        .await
        .map(ShownSetup::from)
}

/// Completes a set-up with the first code and the password. With the first authenticator come the
/// recovery codes, this once.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::similar_names,
    reason = "what is shown is called a code wherever it goes"
)]
pub(crate) async fn add_authenticator(
    core: State<'_, Core>,
    setup_id: AuthenticatorId,
    name: String,
    code: Password,
    current_password: Password,
) -> IpcResult<AddedAuthenticator> {
    input::authenticator_name(&name)?;
    input::code("code", code.expose())?;
    input::password_if_any("current_password", current_password.expose())?;
    let request = AddAuthenticator {
        setup_id,
        name,
        code: code.expose().to_owned(),
        current_password: current_password.expose().to_owned(),
        built_in: false,
    };
    core.ask(|session| async move { session.add_authenticator(&request).await })
        .await
}

/// Another name for an authenticator.
#[tauri::command]
#[specta::specta]
pub(crate) async fn rename_authenticator(
    core: State<'_, Core>,
    authenticator_id: AuthenticatorId,
    name: String,
) -> IpcResult<OwnSecondFactors> {
    input::authenticator_name(&name)?;
    let request = RenameAuthenticator { name };
    core.ask(|session| async move {
        session
            .rename_authenticator(authenticator_id, &request)
            .await
    })
    .await
}

/// Takes an authenticator away; with the last one the second factor is off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_authenticator(
    core: State<'_, Core>,
    authenticator_id: AuthenticatorId,
) -> IpcResult<OwnSecondFactors> {
    core.ask(|session| async move { session.remove_authenticator(authenticator_id).await })
        .await
}

/// New recovery codes in place of the present ones, this once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn renew_recovery_codes(core: State<'_, Core>) -> IpcResult<RecoveryCodes> {
    core.ask(|session| async move { session.renew_recovery_codes().await })
        .await
}

/// Saves a sheet with recovery codes as a file among the person's downloads, which nobody else on this
/// computer may read; gives the file's name.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_recovery_codes(sheet: Password) -> IpcResult<String> {
    input::recovery_sheet(sheet.expose())?;
    let save = move || {
        let mut file = downloads::NewFile::create("keyholder-recovery-codes", "txt")?;
        file.write(sheet.expose().as_bytes())?;
        file.keep()
    };
    match tauri::async_runtime::spawn_blocking(save).await {
        Ok(Ok(name)) => Ok(name),
        Ok(Err(error)) => {
            tracing::warn!(%error, "the recovery codes cannot be saved");
            Err(LocalCode::SavingFailed.into())
        }
        Err(_) => Err(LocalCode::SavingFailed.into()),
    }
}

/// How well this computer is secured, as far as its system tells (S118).
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_device_security() -> IpcResult<DeviceSecurity> {
    let look = tauri::async_runtime::spawn_blocking(DeviceSecurity::look);
    Ok(look.await.unwrap_or(DeviceSecurity::UNKNOWN))
}
