//! What lies behind a link that can be used now.

use keyholder_domain::{data_change::Side, timestamp::Timestamp};
use keyholder_store::{
    Read, customers,
    data_changes::{self, StoredDataChange},
    users::{self, User},
};

use crate::{http::ApiResult, invitations::link::LinkToken};

/// A link that can be used now, whose data it changes, and who proposed it.
pub(crate) struct Opened {
    pub(crate) side: Side,
    pub(crate) change: StoredDataChange,
    pub(crate) user: User,
    /// The name of the customer whose administrator proposed it.
    pub(crate) customer: Option<String>,
}

/// Looks behind a link; nothing for one that does not exist or cannot be used, whatever the reason.
pub(crate) async fn open(
    on: &impl Read,
    token: &LinkToken,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let found = data_changes::find(on, &token.hash()).await?;
    resolve(on, found, now).await
}

/// As [`open`], for a link that was found already.
pub(crate) async fn resolve(
    on: &impl Read,
    found: Option<(Side, StoredDataChange)>,
    now: Timestamp,
) -> ApiResult<Option<Opened>> {
    let Some((side, change)) = found.filter(|(side, found)| found.state.check(*side, now).is_ok())
    else {
        return Ok(None);
    };
    let Some(user) = users::find(on, change.user_id).await? else {
        return Ok(None);
    };
    let customer = match change.customer_id {
        Some(id) => customers::find(on, id).await?.map(|customer| customer.name),
        None => None,
    };
    Ok(Some(Opened {
        side,
        change,
        user,
        customer,
    }))
}
