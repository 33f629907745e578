//! Giving an unverified user an address (S93 to S96). The generated name and the password are dead at
//! once; an activation link goes to the address, and until it is used the user is one who was invited.
//!
//! The address may be another person's already, at some other customer or hidden from whoever limited
//! converts. Nobody here is told: the user
//! *claims* it, and when its owner uses the link, the membership becomes theirs (L13), by their consent
//! and with their password (`account_pages/opened.rs`).

use keyholder_contract::{
    problem::ErrorCode,
    user::{ConvertUser, User},
};
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    conversion,
    email::Email,
    ids::UserId,
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    StoreError, WriteTransaction, conversions, credentials, customers, directory,
    error::unique,
    profiles, reset_links, sessions, sign_in_attempts,
    users::{self, User as Person},
};
use serde_json::json;

use super::{acting, claim, namesakes, new_user::email_fault, view};
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Fields, IfMatch},
    invitations::issue::{Delivery, Recipient, issue},
    second_factors::fresh,
};

/// How often it starts over because somebody else took the address at the same moment.
const ATTEMPTS: u32 = 4;

/// Converts the user, and invites them at the address.
pub(crate) async fn convert(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
    request: &ConvertUser,
) -> ApiResult<User> {
    let mut fields = Fields::default();
    let email = fields.take(request.email.parse::<Email>(), email_fault);
    fields.finish()?;
    let email = email.ok_or(ErrorCode::Internal)?;
    for _ in 1..ATTEMPTS {
        if let Some(user) = attempt(app, at, user_id, if_match, &email).await? {
            return Ok(user);
        }
    }
    Err(ApiError::unavailable(1))
}

/// The converted user; nothing if the address changed hands between looking and writing.
async fn attempt(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    if_match: IfMatch,
    email: &Email,
) -> ApiResult<Option<User>> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Convert, &acting::target(&target))?;
    if_match.check(target.version)?;
    profiles::lock(&tx, user_id).await?;
    let missing = || ApiError::new(ErrorCode::NotFound);
    let person = users::find(&tx, user_id).await?.ok_or_else(missing)?;
    conversion::may_convert(person.sign_in_name.kind(), acting::status_of(&target, now))?;
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let holders = directory::holders_of(&tx, at.customer_id, user_id, &email.folded()).await?;
    for holder in holders.iter().filter(|holder| holder.user_id != user_id) {
        // Whoever is hidden from the actor (L8) is claimed from, like somebody elsewhere.
        if namesakes::sees(&tx, at.customer_id, &actor, holder.user_id).await? {
            return Err(ErrorCode::UserExists.into());
        }
    }

    match conversions::claim_address(&tx, user_id, email, &claim::nowhere(app)).await {
        Err(error) if error.is_taken(unique::SIGN_IN_NAME) => return Ok(None),
        claimed => claimed?,
    }
    end_former_sign_in(&tx, user_id, now).await?;
    conversions::await_acceptance(&tx, at.customer_id, &person, email.as_str()).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::UserConverted,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    invite(&tx, app, at, &person, email, now).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    tx.commit().await?;
    Ok(Some(user))
}

/// Name, password, sessions and links of before open nothing any more. The password stays among the
/// earlier ones (S96).
async fn end_former_sign_in(
    tx: &WriteTransaction,
    user_id: UserId,
    now: Timestamp,
) -> Result<(), StoreError> {
    credentials::withdraw(tx, user_id).await?;
    sessions::end_all(tx, user_id, now).await?;
    reset_links::supersede(tx, user_id, now).await?;
    sign_in_attempts::clear_all(tx, user_id).await?;
    users::set_locked_until(tx, user_id, None).await
}

async fn invite(
    tx: &WriteTransaction,
    app: &App,
    at: &AtCustomer,
    person: &Person,
    email: &Email,
    now: Timestamp,
) -> ApiResult<()> {
    let customer = customers::find(tx, at.customer_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let sign_in_name = SignInName::Email(email.clone());
    let recipient = Recipient {
        customer_id: at.customer_id,
        customer_name: &customer.name,
        user_id: person.id,
        sign_in_name: &sign_in_name,
        given_name: person.given_name.as_str(),
        family_name: person.family_name.as_str(),
        language: person.language,
    };
    let by = Some(at.person.user_id);
    let _mailed = issue(tx, app, &recipient, by, Delivery::Mail, now).await?;
    Ok(())
}
