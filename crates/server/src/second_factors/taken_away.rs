//! Taking away everything that a person has set up, where they cannot do it themselves (L12).

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    second_factor::reset,
    timestamp::Timestamp,
};
use keyholder_store::{
    WriteTransaction, access_facts, profiles, second_factors, sessions, users::User,
    waiting_sign_ins,
};
use serde_json::json;

use super::letters;
use crate::{
    App,
    audit::{by_provider, from_elsewhere},
    auth::stands,
    http::ApiResult,
    mail::message::About,
    sessions::everywhere::{self, Event},
};

/// Who takes it away.
#[derive(Clone, Copy)]
pub(crate) enum By {
    /// The payment provider.
    Provider(UserId),
    /// An administrator of the customer, of whom the person's other customers learn nothing.
    Administrator(UserId),
}

/// Takes the second factor of a person away, ends their sessions and begun sign-ins, and tells them and
/// their customers. `by` does it on behalf of one customer; no customer is told by name. Nothing happens
/// where there is nothing to reset.
pub(crate) async fn take_away(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    (by, on_behalf_of): (By, CustomerId),
    now: Timestamp,
) -> ApiResult<()> {
    // Before the person is locked, as a step of a sign-in locks its run first. What a run has shown rests on
    // what is reset, and a code that was mailed for one may be the reason for the reset.
    waiting_sign_ins::end_all(tx, user.id).await?;
    profiles::lock(tx, user.id).await?;
    if !reset::is_possible(second_factors::held(tx, user.id).await?) {
        return Ok(());
    }
    second_factors::remove_all(tx, user.id).await?;
    second_factors::note_reset(tx, user.id, now).await?;
    sessions::end_all(tx, user.id, now).await?;
    let customers = access_facts::of_user(tx, user.id)
        .await?
        .into_iter()
        .filter(|(customer, facts)| *customer == on_behalf_of || stands(facts, now))
        .map(|(customer, _)| customer);
    // In their order, as for everybody who writes to several chains.
    for customer in customers {
        let (actor_id, details) = match by {
            By::Provider(operator) => (Some(operator), by_provider(json!({}))),
            By::Administrator(actor) if customer == on_behalf_of => (Some(actor), json!({})),
            By::Administrator(_) => (None, from_elsewhere(json!({}))),
        };
        let event = Event {
            actor_id,
            action: AuditAction::SecondFactorReset,
            target_id: Some(user.id),
            details,
        };
        everywhere::noted(tx, app, &[customer], &event).await?;
    }
    letters::tell(tx, app, user, About::SecondFactorReset, Vec::new(), now).await
}
