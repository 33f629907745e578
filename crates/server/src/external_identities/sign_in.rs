//! Signing in with another provider (S31): a run of its own, and then the steps that every sign-in takes.

use keyholder_contract::{
    external_identity::{ExternalReply, ExternalSignIn, StartExternalSignIn},
    problem::ErrorCode,
    session::SignIn,
};
use keyholder_domain::{audit::AuditAction, ids::SignInId};
use keyholder_store::{external_identities, external_sign_ins};

use super::{
    finish,
    run::{self, Asked, Wish},
};
use crate::{
    App,
    auth::Proof,
    http::ApiResult,
    sessions::everywhere,
    sign_in::{address_limit, external},
};

/// Begins.
pub(super) async fn begin(
    app: &App,
    proof: &Proof,
    request: &StartExternalSignIn,
) -> ApiResult<ExternalSignIn> {
    run::provider(app)?;
    // Whoever begins many is held back like whoever guesses; who comes in has it back.
    address_limit::take(app)?;
    let wish = Wish {
        device_name: &request.device_name,
        port: request.port,
        session: None,
        asked: Asked::AsEver,
    };
    let (stored, shown) = run::think_of(app, proof, wish).await?;
    let tx = app.begin_write(proof).await?;
    external_sign_ins::insert(&tx, &stored).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Takes the reply, and goes on with the sign-in of whoever the account is linked to.
pub(super) async fn answer(
    app: &App,
    proof: &Proof,
    id: SignInId,
    reply: ExternalReply,
) -> ApiResult<SignIn> {
    let tx = app.begin_write(proof).await?;
    let stored = run::take(&tx, app, proof, id, None).await?;
    tx.commit().await?;
    let identity = finish::identity(app, &stored, reply, Asked::AsEver).await?;

    let tx = app.database.begin_write().await?;
    let Some(link) = external_identities::find(&tx, &identity).await? else {
        // Whoever reads this has just shown that the account is theirs.
        everywhere::befell(&tx, app, &[], AuditAction::SignInFailed, None).await?;
        tx.commit().await?;
        return Err(ErrorCode::IdentityUnknown.into());
    };
    let sign_in = external::admit(app, tx, proof, link.user_id, &stored.device_name).await?;
    address_limit::give_back(app);
    Ok(sign_in)
}
