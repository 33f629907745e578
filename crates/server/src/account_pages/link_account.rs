//! Linking the account that the invited person came back with, which activates them (S29, S41).

use keyholder_domain::{
    audit::AuditAction,
    external_identity::{self, Linking, Occasion},
    sign_in_way::SignInWay,
    user::SignInName,
};
use keyholder_store::{
    error::unique,
    external_identities::{self, Link},
    invitations, profiles, second_factors,
};
use serde_json::json;

use super::{opened, set_password::activate};
use crate::{
    App,
    audit::{Entry, record},
    http::ApiResult,
    invitations::link::LinkToken,
    oidc::Vouched,
};

/// What came of it.
pub(super) enum Outcome {
    /// The person can sign in.
    Done,
    /// The provider does not vouch for the address that was invited.
    OtherAddress,
    /// The account is somebody else's here.
    Taken,
    /// The link was used or replaced meanwhile, or leads to a password.
    Unusable,
}

/// Links, spends the link and activates the person; nobody has a password by that.
pub(super) async fn link(app: &App, token: &LinkToken, vouched: Vouched) -> ApiResult<Outcome> {
    let tx = app.database.begin_write().await?;
    let now = app.now();
    let locked = invitations::lock(&tx, &token.hash()).await?;
    let Some(opened) = opened::resolve(&tx, locked, now).await? else {
        return Ok(Outcome::Unusable);
    };
    let invitation = &opened.invitation;
    let mine = opened.way == SignInWay::External && !opened.is_known_person() && !opened.linked;
    let (true, SignInName::Email(invited)) = (mine, &opened.subject.user.sign_in_name) else {
        return Ok(Outcome::Unusable);
    };
    let user = opened.subject.user.id;
    profiles::lock(&tx, user).await?;
    let holder = external_identities::find(&tx, &vouched.identity).await?;
    let occasion = Occasion::Invitation {
        invited,
        vouched: vouched.email.as_ref(),
    };
    match external_identity::link(user, holder.map(|link| link.user_id), false, occasion) {
        Linking::Link => {}
        Linking::OtherAddress => return Ok(Outcome::OtherAddress),
        Linking::LinkedToAnother => return Ok(Outcome::Taken),
        Linking::Unchanged | Linking::HasAnother | Linking::ProofNeeded => {
            return Ok(Outcome::Unusable);
        }
    }
    if !invitations::spend(&tx, invitation.customer_id, invitation.id, now).await? {
        return Ok(Outcome::Unusable);
    }
    let user_id = opened::settle(&tx, &opened, now).await?;
    let link = Link {
        user_id,
        identity: vouched.identity,
        linked_at: now,
        last_used_at: None,
    };
    match external_identities::insert(&tx, &link).await {
        // Somebody else was faster.
        Err(error) if error.is_taken(unique::EXTERNAL_IDENTITY) => return Ok(Outcome::Taken),
        inserted => inserted?,
    }
    activate(&tx, invitation.customer_id, user_id, now).await?;
    if invitation.mailed {
        // The account stands in for the password alone (C14).
        second_factors::mail_codes(&tx, user_id).await?;
    }
    for action in [
        AuditAction::ExternalIdentityLinked,
        AuditAction::UserActivated,
    ] {
        let entry = Entry {
            customer_id: Some(invitation.customer_id),
            actor_id: Some(user_id),
            action,
            target_id: Some(user_id),
            details: json!({ "invitation": invitation.id }),
        };
        record(&tx, app, entry).await?;
    }
    tx.commit().await?;
    Ok(Outcome::Done)
}
