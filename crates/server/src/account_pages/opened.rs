//! What lies behind a link that can be used now.

use keyholder_domain::{
    hand_over_code, ids::UserId, invitation, second_factor::Held, sign_in_way::SignInWay,
    timestamp::Timestamp, user::SignInName,
};
use keyholder_store::{
    Read, WriteTransaction,
    access_facts::{self, AccessFacts},
    conversions,
    credentials::{self, SignInSubject},
    customers::{self, Customer},
    erasure, external_identities,
    invitations::{self, Invitation},
    second_factors,
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
    /// What the person could show as a second factor.
    pub(super) held: Held,
    /// How the person signs in, or is to (S28).
    pub(super) way: SignInWay,
    /// Whether an account at another provider is linked to the person.
    pub(super) linked: bool,
}

impl Opened {
    /// Whether the person has set a password before, at whatever customer.
    pub(super) fn is_known_person(&self) -> bool {
        self.subject.password_hash.is_some()
    }

    /// Whether the person signs in with another provider already, and so accepts in the app.
    pub(super) fn is_known_elsewhere(&self) -> bool {
        self.linked && !self.is_known_person()
    }
}

/// Who has the mailbox that the link went to: the user, or whoever signs in with the address that the
/// user claims (S98, L13).
async fn whose(on: &impl Read, user: UserId) -> ApiResult<Option<SignInSubject>> {
    if let Some(claimed) = conversions::claimed_address(on, user).await? {
        let owner = credentials::find_by_sign_in_name(on, &claimed.folded()).await?;
        if owner.is_some() {
            return Ok(owner);
        }
        let subject = credentials::find_by_user(on, user).await?;
        return Ok(subject.map(|mut subject| {
            subject.user.sign_in_name = SignInName::Email(claimed);
            subject
        }));
    }
    Ok(credentials::find_by_user(on, user).await?)
}

/// Makes the membership of the link that of whoever has its mailbox; gives them.
pub(super) async fn settle(
    tx: &WriteTransaction,
    opened: &Opened,
    now: Timestamp,
) -> ApiResult<UserId> {
    let (customer, user) = (opened.invitation.customer_id, opened.invitation.user_id);
    let owner = &opened.subject.user;
    if owner.id != user {
        conversions::hand_over(tx, customer, user, owner.id).await?;
        erasure::note(tx, customer, user, now).await?;
        erasure::remove_person(tx, user).await?;
    } else if let Some(claimed) = conversions::claimed_address(tx, user).await? {
        conversions::take_claimed(tx, user, &claimed).await?;
    }
    Ok(owner.id)
}

/// The customer of a link that can be used no further because whoever has its mailbox belongs there
/// already, by another way; only they are told.
pub(super) async fn belongs_already(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Customer>> {
    let found = invitations::find(on, &token.hash()).await?;
    let Some((invitation, subject, _)) = due(on, found, now).await? else {
        return Ok(None);
    };
    let other = other_membership(on, &invitation, &subject).await?;
    if other.is_some_and(|facts| facts.status.deleted_at.is_none()) {
        return Ok(customers::find(on, invitation.customer_id).await?);
    }
    Ok(None)
}

/// A link that leads somewhere still, with whoever has its mailbox.
async fn due(
    on: &impl Read,
    found: Option<Invitation>,
    now: Timestamp,
) -> ApiResult<Option<(Invitation, SignInSubject, SignInWay)>> {
    let Some(invitation) = found.filter(|found| {
        invitation::check(&found.link, now).is_ok() && !hand_over_code::is_dead(found.wrong_codes)
    }) else {
        return Ok(None);
    };
    let (customer_id, user_id) = (invitation.customer_id, invitation.user_id);
    // A membership that was switched off or taken up meanwhile makes the link useless.
    let facts = access_facts::find(on, customer_id, user_id)
        .await?
        .filter(|facts| invitation::is_due(acting::status_of(facts, now)));
    let Some(facts) = facts else {
        return Ok(None);
    };
    let subject = whose(on, user_id).await?;
    Ok(subject.map(|subject| (invitation, subject, facts.sign_in_way)))
}

/// How whoever has the mailbox belongs to the customer by another way than the link.
async fn other_membership(
    on: &impl Read,
    invitation: &Invitation,
    subject: &SignInSubject,
) -> ApiResult<Option<AccessFacts>> {
    let owner = subject.user.id;
    if owner == invitation.user_id {
        return Ok(None);
    }
    Ok(access_facts::find(on, invitation.customer_id, owner).await?)
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
    let Some((invitation, subject, way)) = due(on, found, now).await? else {
        return Ok(None);
    };
    if other_membership(on, &invitation, &subject).await?.is_some() {
        return Ok(None);
    }
    let customer_id = invitation.customer_id;
    let Some(customer) = customers::find(on, customer_id).await? else {
        return Ok(None);
    };
    let demands = new_password::demands(on, &subject.user, Some(customer_id)).await?;
    let linked = external_identities::of_user(on, subject.user.id).await?;
    let held = second_factors::held(on, subject.user.id).await?;
    Ok(Some(Opened {
        invitation,
        customer,
        subject,
        demands,
        held,
        way,
        linked: linked.is_some(),
    }))
}
