//! What lies behind a reset link that can be used now.

use keyholder_domain::{
    hand_over_code, invitation, password_reset, second_factor::Held, sign_in_way::SignInWay,
    timestamp::Timestamp, user_status,
};
use keyholder_store::{
    Read,
    access_facts::{self, AccessFacts},
    credentials, external_identities,
    reset_links::{self, ResetLink},
    second_factors,
    users::User,
};

use crate::{
    http::ApiResult,
    invitations::link::LinkToken,
    new_password::{self, Demands},
};

/// A link that can be used now, and for whom.
pub(crate) struct Opened {
    pub(crate) reset: ResetLink,
    pub(crate) user: User,
    /// The customers that would let the person in, with their locks.
    pub(crate) memberships: Vec<(keyholder_domain::ids::CustomerId, AccessFacts)>,
    /// What is asked of the new password.
    pub(crate) demands: Demands,
    /// What the person could show as a second factor.
    pub(crate) held: Held,
}

/// Looks behind a link; nothing for one that does not exist or cannot be used, whatever the reason.
pub(crate) async fn open(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let found = reset_links::find(on, &token.hash()).await?;
    resolve(on, found, now).await
}

/// As [`open`], for a link that was found already.
pub(crate) async fn resolve(
    on: &impl Read,
    found: Option<ResetLink>,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    // Whether it ran out comes before anything else.
    let Some(reset) = found.filter(|found| {
        invitation::check(&found.link, now).is_ok() && !hand_over_code::is_dead(found.wrong_codes)
    }) else {
        return Ok(None);
    };
    let Some(subject) = credentials::find_by_user(on, reset.user_id).await? else {
        return Ok(None);
    };
    let user = subject.user;
    let way = external_identities::sign_in_way(on, user.id).await?;
    // Who has neither password nor account any more was brought back, and sets their first password here.
    if way == SignInWay::External || (subject.password_hash.is_none() && user.operator) {
        return Ok(None);
    }
    let mut memberships = access_facts::of_user(on, user.id).await?;
    memberships.retain(|(_, facts)| {
        let status = user_status::of(&facts.status, facts.policy.status(), now).kind();
        password_reset::is_due(status)
    });
    // Switched off meanwhile, by the customer that sent it or everywhere.
    let still_due = match reset.sender {
        Some(sender) => memberships
            .iter()
            .any(|(customer, _)| *customer == sender.customer_id),
        None => user.operator || !memberships.is_empty(),
    };
    if !still_due {
        return Ok(None);
    }
    let demands = new_password::demands(on, &user, None).await?;
    let held = second_factors::held(on, user.id).await?;
    Ok(Some(Opened {
        reset,
        user,
        memberships,
        demands,
        held,
    }))
}
