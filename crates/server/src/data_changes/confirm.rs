//! Confirming one side, and the change itself once everybody has.

use keyholder_domain::data_change::{Side, Step};
use keyholder_store::{WriteTransaction, data_changes, error::unique, profiles, users};

use super::{apply, opened};
use crate::{App, http::ApiResult, invitations::link::LinkToken};

/// What came of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// The other address has to confirm, too.
    Waits,
    /// The change took effect.
    Applied,
    /// Somebody else signs in with the new address. Only the holder of that mailbox is told.
    Taken,
    /// The link was used or replaced meanwhile.
    Unusable,
}

/// Spends the link.
pub(crate) async fn confirm(app: &App, token: &LinkToken) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let Some((_, seen)) = data_changes::find(&tx, &token.hash()).await? else {
        return Ok(Outcome::Unusable);
    };
    // The person first: whoever changes them otherwise locks in the same order.
    profiles::lock(&tx, seen.user_id).await?;
    let locked = data_changes::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, now).await? else {
        return Ok(Outcome::Unusable);
    };
    if opened.side == Side::New && is_taken(&tx, &opened).await? {
        return Ok(Outcome::Taken);
    }
    let Ok(step) = opened.change.state.confirm(opened.side, now) else {
        return Ok(Outcome::Unusable);
    };
    if !data_changes::confirm(&tx, opened.change.id, opened.side, now).await? {
        return Ok(Outcome::Unusable);
    }
    if step == Step::Applies {
        match apply::apply(&tx, app, &opened, now).await {
            // Somebody took the address since it was confirmed; nothing of this is kept.
            Err(apply::Failure::Store(error)) if error.is_taken(unique::SIGN_IN_NAME) => {
                return Ok(Outcome::Taken);
            }
            Err(failure) => return Err(failure.into()),
            Ok(()) => {}
        }
    }
    tx.commit().await?;
    Ok(match step {
        Step::Waits => Outcome::Waits,
        Step::Applies => Outcome::Applied,
    })
}

async fn is_taken(tx: &WriteTransaction, opened: &opened::Opened) -> ApiResult<bool> {
    let Some(email) = &opened.change.wanted.email else {
        return Ok(false);
    };
    let holder = users::find_by_sign_in_name(tx, &email.folded()).await?;
    Ok(holder.is_some_and(|holder| holder.id != opened.user.id))
}
