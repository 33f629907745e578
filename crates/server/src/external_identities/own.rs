//! The caller's own account at the other provider.

use keyholder_contract::external_identity::{
    ExternalProvider, LinkedIdentity, OwnExternalIdentity,
};
use keyholder_domain::{external_identity::ExternalIdentity, ids::UserId, sign_in_way::SignInWay};
use keyholder_store::{Read, external_identities};

use super::run;
use crate::{App, http::ApiResult};

/// As it stands.
pub(super) async fn read(
    on: &impl Read,
    app: &App,
    user: UserId,
) -> ApiResult<OwnExternalIdentity> {
    let linked = external_identities::of_user(on, user).await?;
    Ok(OwnExternalIdentity {
        offered: run::offered(app),
        linked: linked.map(|link| LinkedIdentity {
            provider: provider_of(&link.identity),
            linked_at: link.linked_at,
            last_used_at: link.last_used_at,
        }),
    })
}

/// The provider that somebody signs in with who has no password here (C14).
pub(crate) async fn signs_in_with(
    on: &impl Read,
    user: UserId,
) -> ApiResult<Option<ExternalProvider>> {
    if external_identities::sign_in_way(on, user).await? == SignInWay::Password {
        return Ok(None);
    }
    let linked = external_identities::of_user(on, user).await?;
    Ok(linked.map(|link| provider_of(&link.identity)))
}

const fn provider_of(identity: &ExternalIdentity) -> ExternalProvider {
    match identity {
        ExternalIdentity::Microsoft { .. } => ExternalProvider::Microsoft,
        ExternalIdentity::Other { .. } => ExternalProvider::Other,
    }
}
