//! Linking the caller's own account at the other provider (L5): with a fresh proof at both ends, so that
//! neither a session that was left open nor a reply that somebody else got is enough.

use keyholder_contract::{
    external_identity::{ExternalReply, ExternalSignIn, OwnExternalIdentity},
    problem::ErrorCode,
};
use keyholder_domain::{
    audit::AuditAction,
    external_identity::{self, Linking, Occasion},
    ids::SignInId,
};
use keyholder_store::{
    error::unique,
    external_identities::{self, Link},
    external_sign_ins,
};

use super::{
    finish, own,
    run::{self, Asked, Wish},
    unlink,
};
use crate::{
    App,
    auth::SignedIn,
    http::{ApiError, ApiResult},
    mail::message::About,
    second_factors::fresh,
};

/// Begins.
pub(super) async fn begin(app: &App, caller: &SignedIn, port: u16) -> ApiResult<ExternalSignIn> {
    run::provider(app)?;
    let wish = Wish {
        device_name: "",
        port,
        session: Some(caller.person.session_id),
        asked: Asked::AsEver,
    };
    let (stored, shown) = run::think_of(app, &caller.person.proof, wish).await?;
    let tx = app.begin_write(&caller.person.proof).await?;
    fresh::demand(&tx, app, &caller.person).await?;
    external_sign_ins::insert(&tx, &stored).await?;
    tx.commit().await?;
    Ok(shown)
}

/// Takes the reply, and links.
pub(super) async fn answer(
    app: &App,
    caller: &SignedIn,
    id: SignInId,
    reply: ExternalReply,
) -> ApiResult<OwnExternalIdentity> {
    let person = &caller.person;
    let tx = app.begin_write(&person.proof).await?;
    let stored = run::take(&tx, app, &person.proof, id, Some(person.session_id)).await?;
    fresh::demand(&tx, app, person).await?;
    tx.commit().await?;
    let identity = finish::identity(app, &stored, reply, Asked::AsEver).await?;

    let tx = app.database.begin_write().await?;
    let now = app.now();
    // As it stands now: the proof may have grown old while the person was at the provider's.
    fresh::demand(&tx, app, person).await?;
    let user = caller.user.id;
    let holder = external_identities::find(&tx, &identity).await?;
    let own_link = external_identities::of_user(&tx, user).await?;
    let has_another = own_link.is_some_and(|link| link.identity != identity);
    let holder = holder.map(|link| link.user_id);
    let occasion = Occasion::Profile { fresh: true };
    match external_identity::link(user, holder, has_another, occasion) {
        Linking::Link => {}
        Linking::Unchanged => return own::read(&tx, app, user).await,
        Linking::LinkedToAnother => return Err(ErrorCode::IdentityTaken.into()),
        Linking::HasAnother => return Err(ErrorCode::OtherIdentityLinked.into()),
        Linking::OtherAddress | Linking::ProofNeeded => {
            return Err(ErrorCode::StepUpRequired.into());
        }
    }
    let link = Link {
        user_id: user,
        identity,
        linked_at: now,
        last_used_at: None,
    };
    external_identities::insert(&tx, &link)
        .await
        .map_err(|error| {
            if error.is_taken(unique::EXTERNAL_IDENTITY) {
                // Somebody else was faster.
                ApiError::new(ErrorCode::IdentityTaken)
            } else {
                error.into()
            }
        })?;
    let told = (
        AuditAction::ExternalIdentityLinked,
        About::ExternalIdentityLinked,
    );
    unlink::tell(&tx, app, caller, told).await?;
    let reply = own::read(&tx, app, user).await?;
    tx.commit().await?;
    Ok(reply)
}
