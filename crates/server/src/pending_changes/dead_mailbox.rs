//! Another address for somebody whose mailbox is dead, once a second administrator has agreed (L2).
//!
//! Nobody can confirm at the old address, so two administrators stand in for it, and the person begins
//! anew at the new one: every session ends, the old password opens nothing, and an activation link goes
//! to the new mailbox. Both addresses are told.
//!
//! Whoever holds the new mailbox becomes the person. So this is done to people of this customer alone:
//! to somebody who belongs elsewhere too, or works for the payment provider, it would open what is not
//! this customer's. They, too, are told so in one answer for all reasons.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    audit::AuditAction, email::Email, ids::CustomerId, timestamp::Timestamp, user::SignInName,
};
use keyholder_store::{
    WriteTransaction, access_facts, credentials, customers, data_changes,
    error::unique,
    memberships, profiles, reset_links, sessions,
    users::{self, User},
};
use serde_json::json;

use super::{answer::Answering, letters};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult},
    invitations::issue::{Delivery, Recipient, issue},
};

/// Refuses for somebody whose sign-in is not this customer's alone.
pub(super) async fn demand_movable(
    tx: &WriteTransaction,
    customer: CustomerId,
    user: &User,
) -> ApiResult<()> {
    let has_address = matches!(user.sign_in_name, SignInName::Email(_));
    let elsewhere = access_facts::of_user(tx, user.id)
        .await?
        .iter()
        .any(|(id, facts)| *id != customer && facts.status.deleted_at.is_none());
    if has_address && !user.operator && !elsewhere {
        Ok(())
    } else {
        Err(ErrorCode::AddressNotMovable.into())
    }
}

/// Moves the sign-in to the new address.
pub(super) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &Answering,
    email: &Email,
    now: Timestamp,
) -> ApiResult<()> {
    let (customer_id, user_id) = (at.customer_id, answering.target.user_id);
    let missing = || ApiError::new(ErrorCode::NotFound);
    profiles::lock(tx, user_id).await?;
    let user = users::find(tx, user_id).await?.ok_or_else(missing)?;
    demand_movable(tx, customer_id, &user).await?;
    let customer = customers::find(tx, customer_id)
        .await?
        .ok_or_else(missing)?;

    profiles::set_address(tx, user_id, email)
        .await
        .map_err(|error| {
            if error.is_taken(unique::SIGN_IN_NAME) {
                // Somebody signs in with it. Who, and where, is not this customer's business.
                ErrorCode::AddressNotMovable.into()
            } else {
                ApiError::from(error)
            }
        })?;
    credentials::withdraw(tx, user_id).await?;
    sessions::end_all(tx, user_id, now).await?;
    reset_links::supersede(tx, user_id, now).await?;
    data_changes::supersede(tx, user_id, now).await?;
    memberships::ask_again(tx, customer_id, user_id).await?;
    memberships::note_invited_as(tx, customer_id, user_id, email.as_str()).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(answering.actor.user_id),
        action: AuditAction::DataChangeApplied,
        target_id: Some(user_id),
        details: json!({ "fields": ["email"], "change": answering.stored.id }),
    };
    record(tx, app, entry).await?;
    let sign_in_name = SignInName::Email(email.clone());
    let recipient = Recipient {
        customer_id,
        customer_name: &customer.name,
        user_id,
        sign_in_name: &sign_in_name,
        given_name: user.given_name.as_str(),
        family_name: user.family_name.as_str(),
        language: user.language,
    };
    let by = Some(answering.actor.user_id);
    let _mailed = issue(tx, app, &recipient, by, Delivery::Mail, now).await?;
    letters::address_moved(tx, app, &customer.name, &user, email, now).await
}
