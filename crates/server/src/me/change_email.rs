//! Asking for another address for oneself (C3): a link goes to the old one and one to the new one.
//!
//! The answer does not tell whether somebody signs in with the new address already; the holder of its
//! mailbox is told when they open the link.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    profile::{ChangeEmail, Profile},
};
use keyholder_domain::{data_change, email::Email};
use keyholder_store::{data_changes::Wanted, users};
use zeroize::Zeroizing;

use super::{confirm_password, profile};
use crate::{
    App,
    auth::SignedIn,
    data_changes::ask::{Asked, ask},
    http::{ApiError, ApiResult, Fields, field_error},
    second_factors::fresh,
    users::new_user::email_fault,
};

/// Checks the password and sends both links.
pub(super) async fn change(
    app: &App,
    caller: &SignedIn,
    request: ChangeEmail,
) -> ApiResult<Profile> {
    let password = Zeroizing::new(request.password);
    let mut fields = Fields::default();
    let email: Option<Email> = fields.take(request.email.parse(), email_fault);
    fields.finish()?;
    let email = email.ok_or(ErrorCode::InvalidFields)?;
    let fault = |code| ApiError::invalid_fields(vec![field_error("email", code, &[])]);
    if data_change::has_address(caller.user.sign_in_name.kind()).is_err() {
        return Err(fault(FieldCode::NotAllowed));
    }
    if email.as_str() == caller.user.sign_in_name.as_str() {
        return Err(fault(FieldCode::Unchanged));
    }
    confirm_password::confirm(app, &caller.person, &password, "password").await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    fresh::demand_beside_password(&tx, app, &caller.person).await?;
    let user = users::find(&tx, caller.user.id)
        .await?
        .ok_or(ErrorCode::SignInRequired)?;
    let asked = Asked {
        user: &user,
        wanted: Wanted {
            email: Some(email),
            ..Wanted::default()
        },
        customer: None,
        by: user.id,
    };
    ask(&tx, app, &asked, now).await?;
    let profile = profile::read(&tx, user.id, now).await?;
    tx.commit().await?;
    Ok(profile)
}
