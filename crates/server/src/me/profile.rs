//! What the service holds of the caller as a person.

use keyholder_contract::profile::{Profile, WaitingChange};
use keyholder_domain::{email::Email, ids::UserId, person_name::PersonName, timestamp::Timestamp};
use keyholder_store::{
    Read, customers,
    data_changes::{self, StoredDataChange},
    profiles, users,
};

use crate::http::{ApiError, ApiResult};
use keyholder_contract::problem::ErrorCode;

/// Reads the profile.
pub(super) async fn read(on: &impl Read, user_id: UserId, now: Timestamp) -> ApiResult<Profile> {
    let user = users::find(on, user_id)
        .await?
        .ok_or_else(|| ApiError::new(ErrorCode::SignInRequired))?;
    let version = profiles::version(on, user_id).await?;
    let waiting = data_changes::waiting(on, user_id)
        .await?
        .filter(|change| change.state.is_open(now));
    let waiting = match waiting {
        Some(change) => Some(shown(on, change).await?),
        None => None,
    };
    Ok(Profile {
        version,
        kind: user.sign_in_name.kind(),
        sign_in_name: user.sign_in_name.as_str().to_owned(),
        given_name: user.given_name.as_str().to_owned(),
        family_name: user.family_name.as_str().to_owned(),
        language: user.language,
        last_sign_in_at: user.last_sign_in_at,
        password_changed_at: user.password_changed_at,
        waiting,
    })
}

async fn shown(on: &impl Read, change: StoredDataChange) -> ApiResult<WaitingChange> {
    let proposed_by = match change.customer_id {
        Some(id) => customers::find(on, id).await?.map(|customer| customer.name),
        None => None,
    };
    let name = |name: &PersonName| name.as_str().to_owned();
    let address = |email: &Email| email.as_str().to_owned();
    Ok(WaitingChange {
        id: change.id,
        proposed_by,
        given_name: change.wanted.given_name.as_ref().map(name),
        family_name: change.wanted.family_name.as_ref().map(name),
        email: change.wanted.email.as_ref().map(address),
        former_confirmed: change.state.former_confirmed_at.is_some(),
        new_confirmed: change.state.new_confirmed_at.is_some(),
        expires_at: change.state.expires_at,
    })
}
