//! Taking up a membership while signed in (S97, S98, L13): with the password, so that it is the
//! person's own consent and not that of whoever sits at the computer. Whoever has none shows afresh who
//! they are (C14).

use keyholder_contract::{profile::AcceptMembership, session::Me};
use keyholder_domain::{audit::AuditAction, ids::CustomerId, sign_in_way::SignInWay};
use keyholder_store::{invitations, memberships};
use serde_json::json;
use zeroize::Zeroizing;

use super::{confirm_password, offers, read};
use crate::{
    App,
    audit::{Entry, record},
    auth::SignedIn,
    http::ApiResult,
    second_factors::fresh,
};

/// Accepts; the link in the mail is dead afterwards. Only now the customer sees the person.
pub(super) async fn accept(
    app: &App,
    caller: SignedIn,
    customer_id: CustomerId,
    request: AcceptMembership,
) -> ApiResult<Me> {
    let password = Zeroizing::new(request.password);
    let user_id = caller.user.id;
    // Whoever asks about a customer that offers nothing learns no more than that.
    offers::exists(&app.database, customer_id, user_id, app.now()).await?;
    let way = confirm_password::way(app, &caller.person).await?;
    if way == SignInWay::Password {
        confirm_password::confirm(app, &caller.person, &password, "password").await?;
    }

    let tx = app.database.begin_write().await?;
    let now = app.now();
    offers::lock(&tx, customer_id, user_id, now).await?;
    match way {
        SignInWay::Password => {
            fresh::demand_beside_password(&tx, app, &caller.person).await?;
        }
        SignInWay::External => {
            fresh::demand(&tx, app, &caller.person).await?;
            memberships::choose_external(&tx, customer_id, user_id).await?;
        }
    }
    memberships::accept(&tx, customer_id, user_id, now).await?;
    invitations::supersede(&tx, customer_id, user_id, now).await?;
    let entry = Entry {
        customer_id: Some(customer_id),
        actor_id: Some(user_id),
        action: AuditAction::MembershipAccepted,
        target_id: Some(user_id),
        details: json!({}),
    };
    record(&tx, app, entry).await?;
    let me = read::now(&tx, &caller, now).await?;
    tx.commit().await?;
    Ok(me)
}
