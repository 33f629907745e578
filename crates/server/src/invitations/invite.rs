//! Sending a link, or making one to hand over (S36, S39, S40); also again, which replaces the
//! earlier one.

use keyholder_contract::{
    problem::ErrorCode,
    user::{Invitation, User},
};
use keyholder_domain::{
    access::{self, UserAction},
    ids::UserId,
    invitation,
};
use keyholder_store::{customers, directory, memberships};

use super::issue::{Delivery, Made, Recipient, issue};
use crate::{
    App,
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey},
    second_factors::fresh,
    users::{acting, denial::wrong_status, view},
};

/// An invitation that was sent now, or earlier under the same key.
pub(crate) struct Invited {
    pub(crate) invitation: Invitation,
    pub(crate) replayed: bool,
}

/// Sends the link to a verified user; gives the link of an unverified one, in this answer only.
pub(crate) async fn invite(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    user_id: UserId,
) -> ApiResult<Invited> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::Invite, &acting::target(&target))?;
    let claimed = match key.claim(&tx, app, at, "invite_user", &user_id).await? {
        Earlier::Answer(user) => {
            // The link was in the first answer and is nowhere else.
            return Ok(Invited {
                invitation: without_link(user),
                replayed: true,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let status = acting::status_of(&target, now);
    if !invitation::is_due(status) {
        return Err(wrong_status(status));
    }
    fresh::demand_for_others(&tx, app, &at.person).await?;

    let missing = || ApiError::new(ErrorCode::NotFound);
    let customer = customers::find(&tx, at.customer_id)
        .await?
        .ok_or_else(missing)?;
    let row = directory::find(&tx, at.customer_id, user_id)
        .await?
        .ok_or_else(missing)?;
    let recipient = Recipient {
        customer_id: at.customer_id,
        customer_name: &customer.name,
        user_id,
        sign_in_name: &row.sign_in_name,
        given_name: &row.given_name,
        family_name: &row.family_name,
        language: row.language,
    };
    let delivery = Delivery::of(&row.sign_in_name);
    memberships::bump(&tx, at.customer_id, user_id).await?;
    let by = Some(actor.user_id);
    let made = issue(&tx, app, &recipient, by, delivery, now).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    claimed.remember(&tx, &user).await?;
    tx.commit().await?;
    let invitation = match made {
        Made::HandedOver(handed) => Invitation {
            user,
            activation_link: Some(handed.link),
            code: Some(handed.code),
            expires_at: Some(handed.expires_at),
        },
        Made::Mailed { .. } | Made::Printed { .. } => without_link(user),
    };
    Ok(Invited {
        invitation,
        replayed: false,
    })
}

const fn without_link(user: User) -> Invitation {
    Invitation {
        user,
        activation_link: None,
        code: None,
        expires_at: None,
    }
}
