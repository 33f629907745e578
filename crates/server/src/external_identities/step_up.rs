//! Showing at the other provider that it is you, in the middle of a session (C14, C20): for whoever has no
//! password, and no factor of ours yet. The provider is told to ask, whoever is signed in there already.

use keyholder_contract::{
    external_identity::{ExternalReply, ExternalSignIn},
    problem::ErrorCode,
    second_factor::SteppedUp,
};
use keyholder_domain::{
    ids::SignInId,
    step_up::{self, FRESH, Proven},
};
use keyholder_store::{
    WriteTransaction, external_identities, external_sign_ins, profiles, second_factors, sessions,
};

use super::{
    finish,
    run::{self, Asked, Wish},
};
use crate::{App, auth::SignedIn, http::ApiResult, second_factors::fresh};

/// Begins.
pub(super) async fn begin(app: &App, caller: &SignedIn, port: u16) -> ApiResult<ExternalSignIn> {
    run::provider(app)?;
    let wish = Wish {
        device_name: "",
        port,
        session: Some(caller.person.session_id),
        asked: Asked::Anew,
    };
    let (stored, shown) = run::think_of(app, &caller.person.proof, wish).await?;
    let tx = app.begin_write(&caller.person.proof).await?;
    demand(&tx, app, caller).await?;
    external_sign_ins::insert(&tx, &stored).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Takes the reply, and makes the proof of the caller's session fresh.
pub(super) async fn answer(
    app: &App,
    caller: &SignedIn,
    id: SignInId,
    reply: ExternalReply,
) -> ApiResult<SteppedUp> {
    let person = &caller.person;
    let tx = app.begin_write(&person.proof).await?;
    let stored = run::take(&tx, app, &person.proof, id, Some(person.session_id)).await?;
    tx.commit().await?;
    let identity = finish::identity(app, &stored, reply, Asked::Anew).await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    // The session may have been ended while the person was at the provider's.
    if !sessions::is_open(&tx, person.session_id).await? {
        return Err(ErrorCode::SignInRequired.into());
    }
    demand(&tx, app, caller).await?;
    let own = external_identities::of_user(&tx, person.user_id).await?;
    if own.is_none_or(|link| link.identity != identity) {
        return Err(ErrorCode::NotOwnIdentity.into());
    }
    external_identities::note_use(&tx, person.user_id, now).await?;
    let proven = Proven {
        at: now,
        factor: None,
        only: None,
    };
    sessions::prove(&tx, person.session_id, proven).await?;
    tx.commit().await?;
    Ok(SteppedUp {
        fresh_until: now + FRESH,
    })
}

/// Fails for whoever has something of ours to show, which nobody changes until the transaction ends.
async fn demand(tx: &WriteTransaction, app: &App, caller: &SignedIn) -> ApiResult<()> {
    let user = caller.user.id;
    profiles::lock(tx, user).await?;
    let way = external_identities::sign_in_way(tx, user).await?;
    let held = second_factors::held(tx, user).await?;
    if step_up::is_shown_at_provider(way, held) {
        Ok(())
    } else {
        Err(fresh::refusal(tx, app, &caller.person, held).await?)
    }
}
