//! Comparing the code that goes with a link handed over by hand (L15).

use keyholder_domain::hand_over_code::{self, Tried};
use keyholder_store::invitations;
use serde_json::json;

use super::link::LinkToken;
use crate::{App, hand_over, http::ApiResult};

/// Compares the code that was told separately, and counts a wrong one, durably.
pub(crate) async fn try_code(app: &App, token: &LinkToken, typed: &str) -> ApiResult<Tried> {
    let tx = app.database.begin_write().await?;
    let Some(link) = invitations::lock(&tx, &token.hash()).await? else {
        return Ok(Tried::Dead);
    };
    let tried = hand_over::compare(&app.keys, token, typed, link.wrong_codes);
    if tried != Tried::Right {
        invitations::count_wrong_code(&tx, &link, tried == Tried::Dead, app.now()).await?;
    }
    if hand_over_code::kills(tried, link.wrong_codes) {
        let details = json!({ "invitation": link.id });
        hand_over::note_end(&tx, app, (Some(link.customer_id), link.user_id), details).await?;
    }
    tx.commit().await?;
    Ok(tried)
}
