//! Comparing the code that goes with a link handed over by hand (L15).

use keyholder_domain::hand_over_code::Tried;
use keyholder_store::invitations;

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
    tx.commit().await?;
    Ok(tried)
}
