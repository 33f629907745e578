//! Taking away everything that a person has set up, where they cannot do it themselves (L12).

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, access_facts, second_factors, sessions, users::User};
use serde_json::json;

use super::letters;
use crate::{
    App,
    audit::by_provider,
    auth::stands,
    http::ApiResult,
    mail::message::About,
    sessions::everywhere::{self, Event},
};

/// Takes the second factor of a person away, ends their sessions, and tells them and their customers.
/// `by` is an operator, on behalf of one customer; no customer is told by name. Nothing happens where
/// nothing was set up.
pub(crate) async fn take_away(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    (by, on_behalf_of): (UserId, CustomerId),
    now: Timestamp,
) -> ApiResult<()> {
    if !second_factors::remove_all(tx, user.id).await? {
        return Ok(());
    }
    sessions::end_all(tx, user.id, now).await?;
    let event = Event {
        actor_id: Some(by),
        action: AuditAction::SecondFactorReset,
        target_id: Some(user.id),
        details: by_provider(json!({})),
    };
    let customers: Vec<_> = access_facts::of_user(tx, user.id)
        .await?
        .into_iter()
        .filter(|(customer, facts)| *customer == on_behalf_of || stands(facts, now))
        .map(|(customer, _)| customer)
        .collect();
    everywhere::noted(tx, app, &customers, &event).await?;
    letters::tell(tx, app, user, About::SecondFactorReset, Vec::new(), now).await
}
