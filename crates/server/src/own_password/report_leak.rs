//! "I think my password leaked" (S87).
//!
//! The password opens nothing from now on, not even the step that sets a new one: whoever has it must
//! not be faster than its owner. Every session ends, and the administrators are told. A person with a
//! mailbox gets a reset link at once; the others get one from an administrator. No device confirms sign-ins any
//! more, unless the person keeps them knowingly.

use keyholder_domain::{
    audit::AuditAction,
    auth_request::{self, AfterLeak},
    user::SignInName,
};
use keyholder_store::{access_facts, credentials, reset_links, sessions};
use zeroize::Zeroizing;

use super::notice;
use crate::{
    App, auth::SignedIn, auth_requests, external_identities::sever, http::ApiResult,
    me::confirm_password, password_resets::issue, security_policy::requirements,
    sessions::everywhere, users::acting,
};

/// Takes the caller's password out of use.
pub(super) async fn report(
    app: &App,
    caller: &SignedIn,
    current: &Zeroizing<String>,
    keep_devices: bool,
) -> ApiResult<()> {
    confirm_password::confirm(app, &caller.person, current, "current_password").await?;
    // Nobody knows what this is the hash of.
    let drawn = app.random.bytes::<32>();
    let unknown = Zeroizing::new(drawn.iter().copied().map(char::from).collect::<String>());
    let unusable = app.passwords.hash(unknown, &app.random).await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    let user = &caller.user;
    let by_mail = matches!(user.sign_in_name, SignInName::Email(_));
    let customers: Vec<_> = caller.memberships.iter().map(|(id, _)| *id).collect();
    if !by_mail {
        // Nobody could send them a link any more.
        for customer in &customers {
            if let Some(facts) = access_facts::lock(&tx, *customer, user.id).await? {
                acting::keep_an_administrator(&tx, *customer, &facts, None, now).await?;
            }
        }
    }
    credentials::retire(&tx, user.id, &unusable, now).await?;
    reset_links::supersede(&tx, user.id, now).await?;
    sessions::end_all(&tx, user.id, now).await?;
    match auth_request::after_leak(keep_devices) {
        AfterLeak::End => auth_requests::end_enrolments(&tx, app, user.id, &customers).await?,
        AfterLeak::Stay => {}
    }
    sever::sever(&tx, app, user, &customers).await?;
    everywhere::did(&tx, app, &customers, AuditAction::PasswordLeaked, user.id).await?;
    for customer in &customers {
        notice::leaked(&tx, app, user, *customer, now).await?;
    }
    if by_mail {
        let lifetime = requirements::of_user(&tx, user.id).await?.reset;
        issue::issue(&tx, app, user, None, lifetime, now).await?;
    }
    tx.commit().await?;
    Ok(())
}
