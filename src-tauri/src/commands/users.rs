//! The users of a customer.

use keyholder_contract::{
    profile::{ProposeCorrection, ProposedCorrection},
    user::{ChangePermissions, ChangeRoles, ChangeScope, ConvertUser, CreateUser, User},
    user_list::{UserCountQuery, UserCounts, UserPage, UserQuery},
};
use keyholder_domain::{
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use serde::Serialize;
use tauri::State;

use crate::{
    core::Core,
    input,
    ipc_error::IpcResult,
    offline::CopyView,
    qr::{self, QrPicture},
};

/// A sent or made link.
#[derive(Serialize, specta::Type)]
pub(crate) struct LinkOutcome {
    /// The user as they are now.
    user: User,
    /// What somebody has to hand over: for a user without an e-mail address.
    hand_over: Option<HandOver>,
}

/// A link for a user without an e-mail address: the one secret that crosses to the web view, on a
/// click and never stored.
#[derive(Serialize, specta::Type)]
pub(crate) struct HandOver {
    /// The link.
    link: String,
    /// The link as a picture.
    qr: Option<QrPicture>,
    /// What its page asks for, to be told by another way (L15).
    code: String,
    /// Until when it works.
    expires_at: Timestamp,
}

impl LinkOutcome {
    /// With all three the link is there to be handed over; otherwise it was mailed, or shown before.
    pub(super) fn new(
        user: User,
        link: Option<String>,
        code: Option<String>,
        expires_at: Option<Timestamp>,
    ) -> Self {
        let hand_over = match (link, code, expires_at) {
            (Some(link), Some(code), Some(expires_at)) => Some(HandOver {
                qr: qr::picture(&link),
                link,
                code,
                expires_at,
            }),
            _ => None,
        };
        Self { user, hand_over }
    }
}

/// One page of users.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_users(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: UserQuery,
) -> IpcResult<UserPage> {
    input::user_query(&query)?;
    core.list_users(customer_id, query).await
}

/// Whether the list can be read while the service cannot be reached.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_offline_copy(
    core: State<'_, Core>,
    customer_id: CustomerId,
) -> IpcResult<CopyView> {
    Ok(core.offline_view(customer_id).await)
}

/// One page of the users as they were read last.
#[tauri::command]
#[specta::specta]
pub(crate) async fn list_offline_users(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: UserQuery,
) -> IpcResult<UserPage> {
    input::user_query(&query)?;
    core.list_offline_users(customer_id, &query).await
}

/// One user in full.
#[tauri::command]
#[specta::specta]
pub(crate) async fn read_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
) -> IpcResult<User> {
    core.ask(|session| async move { session.read_user(customer_id, user_id).await })
        .await
}

/// Adds a user. The same `idempotency_key` adds once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn create_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    request: CreateUser,
    idempotency_key: String,
) -> IpcResult<User> {
    input::create_user(&request)?;
    input::idempotency_key(&idempotency_key)?;
    core.ask(|session| async move {
        session
            .create_user(customer_id, &request, Some(&idempotency_key))
            .await
    })
    .await
}

/// Sends or makes an activation link.
#[tauri::command]
#[specta::specta]
pub(crate) async fn invite_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    idempotency_key: String,
) -> IpcResult<LinkOutcome> {
    input::idempotency_key(&idempotency_key)?;
    let invitation = core
        .ask(|session| async move {
            session
                .invite_user(customer_id, user_id, Some(&idempotency_key))
                .await
        })
        .await?;
    Ok(LinkOutcome::new(
        invitation.user,
        invitation.activation_link,
        invitation.code,
        invitation.expires_at,
    ))
}

/// Switches a user off.
#[tauri::command]
#[specta::specta]
pub(crate) async fn deactivate_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.deactivate_user(customer_id, user_id, version).await })
        .await
}

/// Switches a user on again.
#[tauri::command]
#[specta::specta]
pub(crate) async fn reactivate_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.reactivate_user(customer_id, user_id, version).await })
        .await
}

/// Puts a user into the bin.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.delete_user(customer_id, user_id, version).await })
        .await
}

/// Takes a user out of the bin.
#[tauri::command]
#[specta::specta]
pub(crate) async fn restore_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.restore_user(customer_id, user_id, version).await })
        .await
}

/// Gives an address to a user without one.
#[tauri::command]
#[specta::specta]
pub(crate) async fn convert_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
    request: ConvertUser,
) -> IpcResult<User> {
    input::new_address(&request.email)?;
    core.ask(|session| async move {
        session
            .convert_user(customer_id, user_id, version, &request)
            .await
    })
    .await
}

/// Takes a user of another origin into one's own hands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn adopt_user(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
) -> IpcResult<User> {
    core.ask(|session| async move { session.adopt_user(customer_id, user_id, version).await })
        .await
}

/// How many users there are of which status.
#[tauri::command]
#[specta::specta]
pub(crate) async fn count_users(
    core: State<'_, Core>,
    customer_id: CustomerId,
    query: UserCountQuery,
) -> IpcResult<UserCounts> {
    input::user_count_query(&query)?;
    core.ask(|session| async move { session.count_users(customer_id, &query).await })
        .await
}

/// Gives a user these roles in place of the present ones.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_roles(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
    request: ChangeRoles,
) -> IpcResult<User> {
    input::change_roles(&request)?;
    core.ask(|session| async move {
        session
            .change_user_roles(customer_id, user_id, version, &request)
            .await
    })
    .await
}

/// Gives a user these permissions beside the roles, in place of the present ones.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_permissions(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
    request: ChangePermissions,
) -> IpcResult<User> {
    input::change_permissions(&request)?;
    core.ask(|session| async move {
        session
            .change_user_permissions(customer_id, user_id, version, &request)
            .await
    })
    .await
}

/// Lets a user reach these locations in place of the present ones.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_scope(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    version: u32,
    request: ChangeScope,
) -> IpcResult<User> {
    input::scope(&request.scope)?;
    core.ask(|session| async move {
        session
            .change_user_scope(customer_id, user_id, version, &request)
            .await
    })
    .await
}

/// Proposes a correction of somebody's name or address, which the person confirms by mail.
#[tauri::command]
#[specta::specta]
pub(crate) async fn propose_correction(
    core: State<'_, Core>,
    customer_id: CustomerId,
    user_id: UserId,
    request: ProposeCorrection,
) -> IpcResult<ProposedCorrection> {
    input::correction(&request)?;
    core.ask(|session| async move {
        session
            .propose_correction(customer_id, user_id, &request)
            .await
    })
    .await
}
