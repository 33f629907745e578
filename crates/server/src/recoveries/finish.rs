//! Sending the link that ends a recovery. Setting a password with it lifts both locks, as with every
//! link of an administrator.

use keyholder_contract::{problem::ErrorCode, recovery::Recovery};
use keyholder_domain::{
    audit::AuditAction,
    ids::{CustomerId, RecoveryId},
    last_administrator,
    recovery::{self, Refusal},
};
use keyholder_store::{access_facts, memberships, recoveries, reset_links::Sender, users};
use serde_json::json;

use super::{
    list,
    moved::{self, Moved},
};
use crate::{
    App,
    audit::{Entry, by_provider, record},
    auth::Operator,
    external_identities::sever,
    http::{ApiError, ApiResult},
    password_resets::issue,
    second_factors::{
        fresh,
        taken_away::{self, By},
    },
    security_policy::requirements,
    sessions::everywhere,
    users::{acting, denial::wrong_status},
};

/// Sends the link to the address on file, or to the confirmed new one.
pub(super) async fn finish(
    app: &App,
    operator: &Operator,
    (customer, id): (CustomerId, RecoveryId),
) -> ApiResult<Recovery> {
    // Before the transaction: it takes long, and SQLite has one writer.
    let unusable = moved::unusable_password(app, customer, id).await?;
    let (tx, _) = operator.begin_at(app, customer).await?;
    let now = app.now();
    let missing = || ApiError::new(ErrorCode::NotFound);
    let recovery = recoveries::lock(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    recovery.state.may_finish(now).map_err(refused)?;
    let facts = access_facts::lock(&tx, customer, recovery.user_id)
        .await?
        .filter(|facts| last_administrator::is_administrator(&facts.access))
        .ok_or_else(|| ApiError::new(ErrorCode::RecoveryOver))?;
    let status = acting::status_of(&facts, now);
    if !recovery::is_possible(status) {
        return Err(wrong_status(status));
    }
    fresh::demand_for_others(&tx, app, &operator.person).await?;
    if let (Some(email), Some(unusable)) = (&recovery.new_address, &unusable) {
        let moved = Moved {
            person: recovery.user_id,
            email,
            unusable,
        };
        moved::take_over(&tx, app, operator, moved, now).await?;
    }
    let user = users::find(&tx, recovery.user_id)
        .await?
        .ok_or_else(missing)?;
    let sender = Sender {
        customer_id: customer,
        user_id: operator.person.user_id,
    };
    let lifetime = requirements::of_user(&tx, user.id).await?.reset;
    // Always mailed: who has no mailbox got one just now.
    let _mailed = issue::issue(&tx, app, &user, Some(sender), lifetime, now).await?;
    recoveries::finish(&tx, customer, id, now).await?;
    // Who lost everything lost the phone too: without this the link would ask for its code.
    let by = (By::Provider(operator.person.user_id), customer);
    taken_away::take_away(&tx, app, &user, by, now).await?;
    let places = everywhere::places(&tx, user.id, now).await?;
    sever::sever(&tx, app, &user, &places).await?;
    memberships::bump(&tx, customer, user.id).await?;
    let entry = Entry {
        customer_id: Some(customer),
        actor_id: Some(operator.person.user_id),
        action: AuditAction::RecoveryFinished,
        target_id: Some(user.id),
        details: by_provider(json!({ "delivery": "mail" })),
    };
    record(&tx, app, entry).await?;
    let after = recoveries::find(&tx, customer, id)
        .await?
        .ok_or_else(missing)?;
    tx.commit().await?;
    Ok(list::view(after, now))
}

fn refused(refusal: Refusal) -> ApiError {
    match refusal {
        Refusal::TooEarly(ready_at) => {
            ApiError::new(ErrorCode::RecoveryTooEarly).with("ready_at", ready_at)
        }
        Refusal::AddressUnconfirmed => ErrorCode::RecoveryUnconfirmed.into(),
        Refusal::Over => ErrorCode::RecoveryOver.into(),
    }
}
