//! An administrator's reset link (S75, S76, S81): by mail to a verified user, handed over to an
//! unverified one. It changes no status; setting the password does ([`super::complete`]).

use keyholder_contract::{password::PasswordReset, problem::ErrorCode, user::User};
use keyholder_domain::{
    access::{self, UserAction},
    audit::AuditAction,
    ids::UserId,
    password_reset,
    sign_in_way::SignInWay,
    user::SignInName,
};
use keyholder_store::{memberships, reset_links::Sender, users};
use serde_json::json;

use super::issue;
use crate::{
    App,
    audit::{Entry, record},
    auth::AtCustomer,
    http::{ApiError, ApiResult, Earlier, IdempotencyKey},
    mail::allowance::{self, Kind},
    second_factors::fresh,
    security_policy::requirements,
    users::{acting, denial::wrong_status, view},
};

/// A link that was sent now, or earlier under the same key.
pub(super) struct Sent {
    pub(super) reset: PasswordReset,
    pub(super) replayed: bool,
}

/// Sends the link, or gives it to be handed over, in this answer only.
pub(super) async fn send(
    app: &App,
    at: &AtCustomer,
    key: &IdempotencyKey,
    user_id: UserId,
) -> ApiResult<Sent> {
    let tx = app.begin_write(at.proof()).await?;
    let now = app.now();
    let target = acting::lock_target(&tx, at.customer_id, user_id).await?;
    let actor = acting::actor_now(&tx, at, now).await?;
    access::may(&actor, &UserAction::SendResetLink, &acting::target(&target))?;
    let claimed = match key.claim(&tx, app, at, "send_reset_link", &user_id).await? {
        Earlier::Answer(user) => {
            // The link was in the first answer and is nowhere else.
            return Ok(Sent {
                reset: without_link(user),
                replayed: true,
            });
        }
        Earlier::None(claimed) => claimed,
    };
    let status = acting::status_of(&target, now);
    if !password_reset::is_due(status) {
        return Err(wrong_status(status));
    }
    if target.sign_in_way == SignInWay::External {
        return Err(ErrorCode::NoPasswordHere.into());
    }
    fresh::demand_for_others(&tx, app, &at.person).await?;
    let user = users::find(&tx, user_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::NotFound))?;
    let by_mail = matches!(user.sign_in_name, SignInName::Email(_));
    if by_mail {
        let address = user.sign_in_name.folded();
        allowance::require(&tx, app, Kind::Reset, &address, now).await?;
    }
    let sender = Sender {
        customer_id: at.customer_id,
        user_id: actor.user_id,
    };
    let lifetime = requirements::of_user(&tx, user_id).await?.reset;
    let handed = issue::issue(&tx, app, &user, Some(sender), lifetime, now).await?;
    memberships::bump(&tx, at.customer_id, user_id).await?;
    let entry = Entry {
        customer_id: Some(at.customer_id),
        actor_id: Some(actor.user_id),
        action: AuditAction::PasswordResetSent,
        target_id: Some(user_id),
        details: json!({ "delivery": if by_mail { "mail" } else { "by_hand" } }),
    };
    record(&tx, app, entry).await?;
    let user = view::after(&tx, &actor, at.customer_id, user_id, now).await?;
    claimed.remember(&tx, &user).await?;
    tx.commit().await?;
    let reset = match handed {
        Some(handed) => PasswordReset {
            user,
            reset_link: Some(handed.link),
            code: Some(handed.code),
            expires_at: Some(handed.expires_at),
        },
        None => without_link(user),
    };
    Ok(Sent {
        reset,
        replayed: false,
    })
}

const fn without_link(user: User) -> PasswordReset {
    PasswordReset {
        user,
        reset_link: None,
        code: None,
        expires_at: None,
    }
}
