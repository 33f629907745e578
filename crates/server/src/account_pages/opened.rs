//! What lies behind a link that can be used now.

use keyholder_domain::{invitation, timestamp::Timestamp};
use keyholder_store::{
    Read, access_facts,
    credentials::{self, SignInSubject},
    customers::{self, Customer},
    invitations::{self, Invitation},
};

use crate::{
    http::ApiResult,
    invitations::link::LinkToken,
    new_password::{self, Demands},
    users::acting,
};

/// A link that can be used now, for whom, and where.
pub(super) struct Opened {
    pub(super) invitation: Invitation,
    pub(super) customer: Customer,
    pub(super) subject: SignInSubject,
    /// What is asked of the first password.
    pub(super) demands: Demands,
}

impl Opened {
    /// Whether the person has set a password before, at whatever customer.
    pub(super) fn is_known_person(&self) -> bool {
        self.subject.password_hash.is_some()
    }
}

/// Looks behind a link; nothing for one that does not exist or cannot be used, whatever the reason.
pub(super) async fn open(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let found = invitations::find(on, &token.hash()).await?;
    let opened = resolve(on, found, now).await?;
    // Outside of a transaction each statement sees what is committed when it begins. If somebody used
    // the link between the first and the last, the password just read is theirs, and this visit would
    // be taken for that of somebody who has been here before.
    let again = invitations::find(on, &token.hash()).await?;
    let still = again.is_some_and(|link| invitation::check(&link.link, now).is_ok());
    Ok(opened.filter(|_| still))
}

/// As [`open`], for a link that was found already.
pub(super) async fn resolve(
    on: &impl Read,
    found: Option<Invitation>,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let Some(invitation) = found.filter(|found| invitation::check(&found.link, now).is_ok()) else {
        return Ok(None);
    };
    let (customer_id, user_id) = (invitation.customer_id, invitation.user_id);
    // A membership that was switched off or taken up meanwhile makes the link useless.
    let is_due = access_facts::find(on, customer_id, user_id)
        .await?
        .is_some_and(|facts| invitation::is_due(acting::status_of(&facts, now)));
    if !is_due {
        return Ok(None);
    }
    let customer = customers::find(on, customer_id).await?;
    let subject = credentials::find_by_user(on, user_id).await?;
    let Some((customer, subject)) = customer.zip(subject) else {
        return Ok(None);
    };
    let demands = new_password::demands(on, &subject.user, Some(customer_id)).await?;
    Ok(Some(Opened {
        invitation,
        customer,
        subject,
        demands,
    }))
}
