//! Another address for somebody whose mailbox is dead, once a second administrator has agreed (L2).
//!
//! Nobody can confirm at the old address, so two administrators stand in for it, and the person begins
//! anew at the new one, as a new person: with a sign-in of its own, which an activation link opens. Roles,
//! rights, locations and what they asked for go along; the old sign-in opens nothing here any more. Both
//! addresses are told.
//!
//! Whoever holds the new mailbox becomes the person, here and nowhere else: what the old sign-in opens
//! at other customers stays with it. So nothing is to be refused because of it, and nobody learns whether
//! there is any. An address that somebody has elsewhere is claimed (`users/claim.rs`).

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    access::Actor, audit::AuditAction, email::Email, ids::CustomerId, timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, conversions, customers, directory, erasure, memberships, profiles,
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
    users::{
        claim::{self, Called},
        namesakes,
    },
};

/// Refuses where there is no address to replace, or whoever asks or agrees sees somebody here who has
/// the new one.
pub(super) async fn demand_movable(
    tx: &WriteTransaction,
    customer: CustomerId,
    actor: &Actor,
    user: &User,
    email: &Email,
) -> ApiResult<()> {
    if !matches!(user.sign_in_name, SignInName::Email(_)) {
        return Err(ErrorCode::AddressNotMovable.into());
    }
    for holder in directory::holders_of(tx, customer, user.id, &email.folded()).await? {
        if holder.user_id != user.id && namesakes::sees(tx, customer, actor, holder.user_id).await?
        {
            return Err(ErrorCode::UserExists.into());
        }
    }
    Ok(())
}

/// Moves the membership to a new sign-in at the new address.
pub(super) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    answering: &mut Answering,
    email: &Email,
    now: Timestamp,
) -> ApiResult<()> {
    let (customer_id, former) = (at.customer_id, answering.target.user_id);
    let missing = || ApiError::new(ErrorCode::NotFound);
    profiles::lock(tx, former).await?;
    let user = users::find(tx, former).await?.ok_or_else(missing)?;
    demand_movable(tx, customer_id, &answering.actor, &user, email).await?;
    let customer = customers::find(tx, customer_id)
        .await?
        .ok_or_else(missing)?;

    let called = Called {
        given_name: &user.given_name,
        family_name: &user.family_name,
        language: user.language,
    };
    let user_id = claim::add_person(tx, app, &called, email, now).await?;
    memberships::ask_again(tx, customer_id, former).await?;
    memberships::note_invited_as(tx, customer_id, former, email.as_str()).await?;
    conversions::hand_over(tx, customer_id, former, user_id).await?;
    erasure::note(tx, customer_id, former, now).await?;
    // Their sessions and links end with them. Who belongs elsewhere, or to the provider, stays there.
    erasure::remove_person(tx, former).await?;
    answering.stored.facts.target = user_id;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(answering.actor.user_id),
        action: AuditAction::DataChangeApplied,
        target_id: Some(former),
        details: json!({
            "fields": ["email"], "change": answering.stored.id, "continues_as": user_id,
        }),
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
