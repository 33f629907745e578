//! How many more links may be mailed to somebody within the hour (S76), so that it is known before one is
//! refused. Counted is what went to this user: what others have sent to the same address is not told.

use keyholder_domain::{
    ids::CustomerId,
    invitation,
    password_reset::{self, mails_left},
    timestamp::Timestamp,
    user::UserKind,
};
use keyholder_store::{Read, access_facts::AccessFacts, directory::DirectoryRow, invitations};

use super::acting;
use crate::http::ApiResult;

/// Nothing of either where nobody invites them by mail now.
#[derive(Default)]
pub(super) struct LinksLeft {
    pub(super) left: Option<u8>,
    pub(super) next_at: Option<Timestamp>,
}

pub(super) async fn of(
    on: &impl Read,
    customer: CustomerId,
    row: &DirectoryRow,
    facts: &AccessFacts,
    now: Timestamp,
) -> ApiResult<LinksLeft> {
    if !are_mailed(row, facts, now) {
        return Ok(LinksLeft::default());
    }
    let since = password_reset::counted_since(now);
    let made = invitations::made_since(on, customer, facts.user_id, since).await?;
    Ok(after(&made))
}

/// As [`of`], of whom was never sent one but the one of now.
pub(super) fn of_new(row: &DirectoryRow, facts: &AccessFacts, now: Timestamp) -> LinksLeft {
    if are_mailed(row, facts, now) {
        after(facts.status.invited_at.as_slice())
    } else {
        LinksLeft::default()
    }
}

fn are_mailed(row: &DirectoryRow, facts: &AccessFacts, now: Timestamp) -> bool {
    row.sign_in_name.kind() == UserKind::Verified
        && invitation::is_due(acting::status_of(facts, now))
}

fn after(made: &[Timestamp]) -> LinksLeft {
    let (left, next_at) = mails_left(made);
    LinksLeft {
        left: Some(left),
        next_at,
    }
}
