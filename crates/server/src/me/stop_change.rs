//! Taking back, or refusing, a change of one's own data that waits.

use keyholder_contract::profile::Profile;
use keyholder_store::profiles;

use super::profile;
use crate::{App, auth::SignedIn, data_changes::stop::stop, http::ApiResult};

/// Both links are dead afterwards. Nothing happens if no change waits.
pub(super) async fn stop_change(app: &App, caller: &SignedIn) -> ApiResult<Profile> {
    let tx = app.begin_write(&caller.person.proof).await?;
    let now = app.now();
    let user_id = caller.user.id;
    profiles::lock(&tx, user_id).await?;
    stop(&tx, app, user_id, Some(user_id), now).await?;
    let profile = profile::read(&tx, user_id, now).await?;
    tx.commit().await?;
    Ok(profile)
}
