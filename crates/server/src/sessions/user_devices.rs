//! The devices of a user of the customer, for an administrator with a right over them.
//!
//! A session belongs to the person and not to a customer; where somebody works for several, each can sign
//! them out, and all they lose is the time that signing in takes. Somebody who cannot act here is signed
//! in nowhere as far as this customer knows: an invitation must not tell what the person does elsewhere.

use keyholder_contract::{problem::ErrorCode, session::SignedInDevices};
use keyholder_domain::{
    access::{self, UserAction},
    ids::{SessionId, UserId},
    permission::Permission,
};
use keyholder_store::{access_facts, signed_in_devices, users};

use super::{
    devices,
    signed_out::{self, By},
};
use crate::{
    App,
    auth::{AtCustomer, stands},
    http::{ApiError, ApiResult},
    users::acting,
};

/// Where the user is signed in.
pub(super) async fn list(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
) -> ApiResult<SignedInDevices> {
    let actor = at.actor(Permission::UsersManage)?;
    access::holds(actor, Permission::UsersManage)?;
    let target = access_facts::find(&app.database, at.customer_id, user_id)
        .await?
        .ok_or_else(missing)?;
    access::may(actor, &UserAction::EndSessions, &acting::target(&target))?;
    let now = app.now();
    if !stands(&target, now) {
        return Ok(SignedInDevices {
            devices: Vec::new(),
            more: false,
        });
    }
    devices::of_user(&app.database, user_id, at.person.session_id, now).await
}

/// Ends one session of the user, or all of them, in every process. What is over stays so.
pub(super) async fn end(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    which: Option<SessionId>,
) -> ApiResult<()> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::EndSessions, &acting::target(&target))?;
    let here = stands(&target, now);
    let (names, ended) = if let Some(session) = which {
        let device = signed_in_devices::find(&tx, user_id, session)
            .await?
            .filter(|_| here)
            .ok_or_else(missing)?;
        let ended = signed_in_devices::end(&tx, session, now).await?;
        (vec![device.name], ended)
    } else if here {
        let asking = at.person.session_id;
        let listed = devices::of_user(&tx, user_id, asking, now).await?.devices;
        let names = listed.into_iter().map(|device| device.name).collect();
        let ended = signed_in_devices::end_every(&tx, user_id, None, now).await?;
        (names, ended > 0)
    } else {
        (Vec::new(), false)
    };
    if ended {
        let user = users::find(&tx, user_id).await?.ok_or_else(missing)?;
        let by = By::Administrator {
            user_id: actor.user_id,
            customer_id: at.customer_id,
        };
        signed_out::tell(&tx, app, &user, by, names, now).await?;
    }
    tx.commit().await?;
    Ok(())
}

fn missing() -> ApiError {
    ErrorCode::NotFound.into()
}
