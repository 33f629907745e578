//! Proposing a correction of somebody's name or address (lift L2). Nothing changes before the person
//! has confirmed it; the answer is the same whatever other customers they belong to.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    profile::{ProposeCorrection, ProposedCorrection},
};
use keyholder_domain::{
    access::{self, UserAction},
    data_change,
    email::Email,
    ids::UserId,
    last_administrator::WORKING,
};
use keyholder_store::{
    customers,
    data_changes::Wanted,
    profiles,
    users::{self, User},
};

use super::{
    acting,
    denial::wrong_status,
    new_user::{email_fault, read_name},
};
use crate::{
    App,
    auth::AtCustomer,
    data_changes::ask::{Asked, ask},
    http::{ApiError, ApiResult, Fields, field_error},
};

/// Mails the links to the person.
pub(super) async fn propose(
    app: &App,
    at: &AtCustomer,
    user_id: UserId,
    request: &ProposeCorrection,
) -> ApiResult<ProposedCorrection> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(
        &actor,
        &UserAction::ProposeCorrection,
        &acting::target(&target),
    )?;
    // Before they accept, the data is the inviter's own words; who is switched off confirms nothing.
    let status = acting::status_of(&target, now);
    if !WORKING.contains(&status) {
        return Err(wrong_status(status));
    }
    profiles::lock(&tx, user_id).await?;
    let missing = || ApiError::new(ErrorCode::NotFound);
    let user = users::find(&tx, user_id).await?.ok_or_else(missing)?;
    let customer = customers::find(&tx, at.customer_id)
        .await?
        .ok_or_else(missing)?;
    let asked = Asked {
        user: &user,
        wanted: read(request, &user)?,
        customer: Some((at.customer_id, &customer.name)),
        by: actor.user_id,
    };
    let expires_at = ask(&tx, app, &asked, now).await?;
    tx.commit().await?;
    Ok(ProposedCorrection {
        customer_id: at.customer_id,
        expires_at,
    })
}

/// What differs from what is. A correction needs a mailbox that can confirm it.
fn read(request: &ProposeCorrection, user: &User) -> ApiResult<Wanted> {
    let mut fields = Fields::default();
    if data_change::has_address(user.sign_in_name.kind()).is_err() {
        let fault = field_error("email", FieldCode::NotAllowed, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    let given_name = request.given_name.as_deref();
    let given_name = given_name.and_then(|name| read_name(&mut fields, "given_name", name));
    let family_name = request.family_name.as_deref();
    let family_name = family_name.and_then(|name| read_name(&mut fields, "family_name", name));
    let email = request.email.as_deref();
    let email = email.and_then(|email| fields.take(email.parse::<Email>(), email_fault));
    fields.finish()?;
    let wanted = Wanted {
        given_name: given_name.filter(|name| *name != user.given_name),
        family_name: family_name.filter(|name| *name != user.family_name),
        email: email.filter(|email| email.as_str() != user.sign_in_name.as_str()),
    };
    if wanted == Wanted::default() {
        let fault = field_error("given_name", FieldCode::Unchanged, &[]);
        return Err(ApiError::invalid_fields(vec![fault]));
    }
    Ok(wanted)
}
