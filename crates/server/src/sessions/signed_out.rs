//! Telling that somebody was signed out from elsewhere: the activity of those whom it concerns, and the
//! person by letter, so that whoever does it with a stolen session is noticed. What an administrator does
//! stands at their customer alone: the others must not learn from where it was done.

use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
};
use keyholder_store::{WriteTransaction, customers, users::User};
use serde_json::json;

use super::everywhere::{self, Event};
use crate::{App, auth::SignedIn, http::ApiResult, mail::message::About, own_password::notice};

/// Who did it.
#[derive(Clone, Copy)]
pub(super) enum By<'a> {
    /// The person, on another device.
    Owner(&'a SignedIn),
    /// An administrator of one of their customers.
    Administrator {
        user_id: UserId,
        customer_id: CustomerId,
    },
}

/// Writes it down and posts the letter; `names` are those of the devices.
pub(super) async fn tell(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    by: By<'_>,
    names: Vec<String>,
    now: Timestamp,
) -> ApiResult<()> {
    let (actor_id, places, about, customer) = match by {
        By::Owner(caller) => {
            let places = caller.memberships.iter().map(|(id, _)| *id).collect();
            (user.id, places, About::SignedOut, String::new())
        }
        By::Administrator {
            user_id,
            customer_id,
        } => {
            let customer = customers::find(tx, customer_id).await?;
            let name = customer.map(|customer| customer.name).unwrap_or_default();
            let about = About::SignedOutByAdministrator;
            (user_id, vec![customer_id], about, name)
        }
    };
    let event = Event {
        actor_id: Some(actor_id),
        action: AuditAction::SessionEnded,
        target_id: Some(user.id),
        details: json!({ "devices": names }),
    };
    everywhere::noted(tx, app, &places, &event).await?;
    let name = format!("{} {}", user.given_name, user.family_name);
    let to = (&user.sign_in_name, user.language, name);
    notice::post(tx, app, to, (about, customer, names), now).await
}
