//! Leaving a customer (L13): everybody may, but for the last administrator who can sign in.

use keyholder_contract::{problem::ErrorCode, session::Me};
use keyholder_domain::{audit::AuditAction, ids::CustomerId};
use keyholder_store::{access_facts, invitations, memberships};
use serde_json::json;

use super::read;
use crate::{
    App,
    audit::{Entry, record},
    auth::{SignedIn, stands},
    http::ApiResult,
    users::{acting, deactivate::end_sessions_without_a_place},
};

/// Leaves; the session ends if no customer is left.
pub(super) async fn leave(app: &App, caller: &SignedIn, customer_id: CustomerId) -> ApiResult<Me> {
    let user_id = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let own = access_facts::lock(&tx, customer_id, user_id)
        .await?
        .filter(|facts| stands(facts, now))
        .ok_or(ErrorCode::NotFound)?;
    acting::keep_an_administrator(&tx, customer_id, &own, None, now).await?;
    memberships::leave(&tx, customer_id, user_id, now).await?;
    invitations::supersede(&tx, customer_id, user_id, now).await?;
    end_sessions_without_a_place(&tx, user_id, now).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(user_id),
        action: AuditAction::MembershipLeft,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let me = read::now(&tx, caller, now).await?;
    tx.commit().await?;
    Ok(me)
}
