//! Showing a passkey on the page of a reset link, in place of a code (S90). The page carries what the browser
//! answered for a proof, which counts with the link alone and is spent with it.

use keyholder_domain::ids::ResetLinkId;
use keyholder_store::{passkey_ceremonies::AskedBy, reset_links};

use super::opened;
use crate::{App, http::ApiResult, invitations::link::LinkToken, passkeys::begin_check};

/// Begins; gives what the form carries and what the browser is asked. Nothing for a link that was used or
/// replaced meanwhile, or for who has no passkey.
pub(crate) async fn begin(app: &App, token: &LinkToken) -> ApiResult<Option<(LinkToken, String)>> {
    let tx = app.database.begin_write().await?;
    let locked = reset_links::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, app.now()).await? else {
        return Ok(None);
    };
    if opened.held.passkeys == 0 {
        return Ok(None);
    }
    let id = opened.reset.id;
    let who = (opened.user.id, AskedBy::Reset(id));
    let begun = begin_check::on_page(&tx, app, who, &place(id)).await?;
    tx.commit().await?;
    Ok(Some(begun))
}

/// What stands for the device where there is none: a proof counts with this link alone.
pub(crate) fn place(id: ResetLinkId) -> String {
    format!("reset {id}")
}
