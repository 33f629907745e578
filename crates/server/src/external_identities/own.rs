//! The caller's own account at the other provider.

use keyholder_contract::external_identity::{
    ExternalProvider, LinkedIdentity, OwnExternalIdentity,
};
use keyholder_domain::{external_identity::ExternalIdentity, ids::UserId};
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
            provider: match link.identity {
                ExternalIdentity::Microsoft { .. } => ExternalProvider::Microsoft,
                ExternalIdentity::Other { .. } => ExternalProvider::Other,
            },
            linked_at: link.linked_at,
            last_used_at: link.last_used_at,
        }),
    })
}
