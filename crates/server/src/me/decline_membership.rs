//! Turning a membership down.

use keyholder_contract::session::Me;
use keyholder_domain::{audit::AuditAction, ids::CustomerId};
use keyholder_store::{invitations, memberships};
use serde_json::json;

use super::{offers, read};
use crate::{
    App,
    audit::{Entry, record},
    auth::SignedIn,
    http::ApiResult,
};

/// Declines: the membership goes into the bin, and its link is dead.
pub(super) async fn decline(
    app: &App,
    caller: &SignedIn,
    customer_id: CustomerId,
) -> ApiResult<Me> {
    let user_id = caller.user.id;
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    offers::lock(&tx, customer_id, user_id, now).await?;
    memberships::leave(&tx, customer_id, user_id, now).await?;
    invitations::supersede(&tx, customer_id, user_id, now).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(user_id),
        action: AuditAction::MembershipDeclined,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let me = read::now(&tx, caller, now).await?;
    tx.commit().await?;
    Ok(me)
}
