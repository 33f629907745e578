//! One's own account in the vault of this computer: set up in one step, and filled in at the sign-in. The
//! seed goes from the service to the vault; of it the page sees one code, when it asks for it.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use keyholder_authenticator::{
    entry::{Entry, EntryId},
    otpauth, own,
};
use keyholder_client::Error;
use keyholder_contract::second_factor::{
    AddAuthenticator, AddedAuthenticator, AuthenticatorSetup, BeginAuthenticatorSetup,
};
use rand::rngs::SysRng;
use tauri::State;

use super::session::Password;
use crate::{
    core::Core,
    input,
    ipc_error::{IpcError, IpcResult},
    vault::{VaultCode, of_account, of_randomness},
};

/// Sets an authenticator up in the vault of this computer, and confirms it with its first code. With the
/// first authenticator come the recovery codes, this once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_up_on_this_computer(
    core: State<'_, Core>,
    name: String,
    current_password: Password,
) -> IpcResult<AddedAuthenticator> {
    input::authenticator_name(&name)?;
    input::password_if_any("current_password", current_password.expose())?;
    // Before anything is asked of the service: it must have where to go.
    core.vault().read(|_, _| ()).await?;
    let usual = BeginAuthenticatorSetup::default();
    let setup = core
        .ask(|session| async move { session.begin_authenticator_setup(&usual).await })
        .await?;
    let (kept, first) = keep(&core, &setup).await?;
    let request = AddAuthenticator {
        setup_id: setup.id,
        name,
        code: first,
        current_password: current_password.expose().to_owned(),
        built_in: true,
    };
    let refused = Arc::new(AtomicBool::new(false));
    let sees = Arc::clone(&refused);
    let outcome = core
        .ask(|session| async move {
            let outcome = session.add_authenticator(&request).await;
            let refusal = matches!(outcome, Err(Error::Problem(_)));
            sees.store(refusal, Ordering::Relaxed);
            outcome
        })
        .await;
    // Where the answer is lost it may be set up: the seed stays. Only a refusal makes it useless.
    if refused.load(Ordering::Relaxed) {
        forget(&core, kept).await?;
    }
    outcome
}

/// Keeps the seed before the service counts on it; gives the entry and its code of this moment.
async fn keep(core: &Core, setup: &AuthenticatorSetup) -> IpcResult<(EntryId, String)> {
    let service = core.remembered_address();
    let service = service.ok_or_else(IpcError::sign_in_required)?.to_string();
    let account = otpauth::read(&setup.uri).map_err(of_account)?;
    let account = own::bound_to(account, &service);
    let offset = core.clock_offset().await;
    core.vault()
        .change(move |entries, now| {
            let codes = account.codes_at(now, offset);
            let first = codes.ok_or(VaultCode::VaultEntryGone)?.current;
            let entry = Entry::keep(account, &mut SysRng).map_err(of_randomness)?;
            let id = entry.id;
            entries.push(entry);
            Ok((id, first.expose().to_owned()))
        })
        .await
}

async fn forget(core: &Core, id: EntryId) -> IpcResult<()> {
    core.vault()
        .change(move |entries, _| {
            entries.retain(|entry| entry.id != id);
            Ok(())
        })
        .await
}

/// Whether the open vault holds what signs this person in at the service of this moment.
#[tauri::command]
#[specta::specta]
pub(crate) async fn offers_sign_in_code(
    core: State<'_, Core>,
    sign_in_name: String,
) -> IpcResult<bool> {
    input::sign_in_name(&sign_in_name)?;
    // The first look opens the vault with the key of the keychain.
    core.vault().view().await;
    Ok(own_entry(&core, &sign_in_name)
        .await
        .is_ok_and(|id| id.is_some()))
}

/// The code of this moment for the sign-in that waits for one, on the person's press.
#[tauri::command]
#[specta::specta]
pub(crate) async fn fill_sign_in_code(
    core: State<'_, Core>,
    sign_in_name: String,
) -> IpcResult<String> {
    input::sign_in_name(&sign_in_name)?;
    let id = own_entry(&core, &sign_in_name).await?;
    let id = id.ok_or(VaultCode::VaultEntryGone)?;
    let offset = core.clock_offset().await;
    core.vault()
        .change_entry(id, move |entry, now| {
            entry.used(now);
            let codes = entry.account.codes_at(now, offset);
            codes.map(|codes| codes.current.expose().to_owned())
        })
        .await?
        .ok_or_else(|| VaultCode::VaultEntryGone.into())
}

async fn own_entry(core: &Core, name: &str) -> IpcResult<Option<EntryId>> {
    let Some(service) = core.remembered_address().map(|address| address.to_string()) else {
        return Ok(None);
    };
    core.vault()
        .read(|entries, _| own::for_sign_in(entries, name, &service).map(|entry| entry.id))
        .await
}
