//! Passwords: one's own, expired ones, forgotten ones, and what the rules say while one types; and the
//! code that a sign-in asks for beside one.

use keyholder_contract::{
    password::{ChangePassword, ReportLeakedPassword},
    problem::FieldError,
    session::SentCode,
    user::User,
};
use keyholder_domain::{
    ids::{CustomerId, SignInId, UserId},
    password_policy::{self, PasswordFault},
    second_factor::FactorMethod,
    security_policy::PasswordRules,
};
use secrecy::ExposeSecret as _;
use tauri::State;

use super::{
    session::{Password, SignInOutcome},
    users::LinkOutcome,
};
use crate::{
    core::Core,
    input,
    ipc_error::{IpcError, IpcResult},
};

/// Checks a password while it is typed, with the very rules of the service and without asking it.
/// Only the service knows the earlier passwords.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::needless_pass_by_value,
    reason = "what the web view sends is owned"
)]
pub(crate) fn check_password(
    password: Password,
    names: Vec<String>,
    rules: PasswordRules,
) -> IpcResult<Vec<FieldError>> {
    input::password_to_check(password.0.expose_secret(), &names)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let faults = password_policy::check(password.0.expose_secret(), &names, rules);
    Ok(faults.into_iter().map(named).collect())
}

/// Sets a new password in place of the expired one, and goes on with the sign-in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_expired_password(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    new_password: Password,
) -> IpcResult<SignInOutcome> {
    input::password("new_password", new_password.0.expose_secret())?;
    core.set_expired_password(sign_in_id, &new_password.0).await
}

/// Shows the second factor of a sign-in whose password was right, and goes on with it.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::similar_names,
    reason = "what is shown is called a code wherever it goes"
)]
pub(crate) async fn show_second_factor(
    core: State<'_, Core>,
    sign_in_id: SignInId,
    method: FactorMethod,
    code: Password,
) -> IpcResult<SignInOutcome> {
    input::code("code", code.expose())?;
    core.show_second_factor(sign_in_id, method, &code.0).await
}

/// Has one more code mailed for a sign-in that waits for one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn send_mailed_code(
    core: State<'_, Core>,
    sign_in_id: SignInId,
) -> IpcResult<SentCode> {
    core.send_mailed_code(sign_in_id).await
}

/// "Forgotten password?"
#[tauri::command]
#[specta::specta]
pub(crate) async fn request_password_reset(
    core: State<'_, Core>,
    sign_in_name: String,
) -> IpcResult<()> {
    input::sign_in_name(&sign_in_name)?;
    core.request_password_reset(sign_in_name).await
}

/// Changes one's own password.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_own_password(
    core: State<'_, Core>,
    current_password: Password,
    new_password: Password,
) -> IpcResult<()> {
    input::password("current_password", current_password.0.expose_secret())?;
    input::password("new_password", new_password.0.expose_secret())?;
    let request = ChangePassword {
        current_password: current_password.0.expose_secret().to_owned(),
        new_password: new_password.0.expose_secret().to_owned(),
    };
    core.ask(|session| async move { session.change_own_password(&request).await })
        .await
}

/// "I think my password leaked": it is out of use, and every session ends; devices go on confirming sign-ins
/// only where the person keeps them.
#[tauri::command]
#[specta::specta]
pub(crate) async fn report_leaked_password(
    core: State<'_, Core>,
    current_password: Password,
    keep_confirming_devices: bool,
) -> IpcResult<()> {
    input::password("current_password", current_password.0.expose_secret())?;
    let request = ReportLeakedPassword {
        current_password: current_password.0.expose_secret().to_owned(),
        keep_confirming_devices,
    };
    core.ask(|session| async move { session.report_leaked_password(&request).await })
        .await
}

/// Sends or makes a reset link.
#[tauri::command]
#[specta::specta]
pub(crate) async fn send_reset_link(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    idempotency_key: String,
) -> IpcResult<LinkOutcome> {
    input::idempotency_key(&idempotency_key)?;
    let reset = core
        .ask(|session| async move {
            session
                .send_reset_link(customer_id, user_id, Some(&idempotency_key))
                .await
        })
        .await?;
    Ok(LinkOutcome::new(
        reset.user,
        reset.reset_link,
        reset.code,
        reset.expires_at,
    ))
}

/// Lifts a lock after wrong passwords.
#[tauri::command]
#[specta::specta]
pub(crate) async fn unlock_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.unlock_user(customer_id, user_id, version).await })
        .await
}

/// A fault as the contract names it.
fn named(fault: PasswordFault) -> FieldError {
    let (code, params) = keyholder_contract::password::fault(fault);
    IpcError::fault("new_password", code, params)
}
