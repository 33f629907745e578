//! What a person has set up, as they see it.

use keyholder_contract::second_factor::{Authenticator, OwnSecondFactors, Passkey};
use keyholder_store::{Read, authenticators, passkeys, second_factors};

use crate::{App, auth::SignedIn, http::ApiResult};

/// The caller's own.
pub(super) async fn list(app: &App, caller: &SignedIn) -> ApiResult<OwnSecondFactors> {
    read(&app.database, caller).await
}

/// As [`list`], as it stands in a transaction.
pub(crate) async fn read(on: &impl Read, caller: &SignedIn) -> ApiResult<OwnSecondFactors> {
    let user = caller.user.id;
    let authenticators = authenticators::of_user(on, user).await?;
    let held = second_factors::held(on, user).await?;
    Ok(OwnSecondFactors {
        recovery_codes_left: held.recovery_codes,
        mailed_codes: held.mailed_codes,
        authenticators: authenticators.into_iter().map(view).collect(),
        passkeys: passkeys::of_user(on, user)
            .await?
            .into_iter()
            .map(|stored| Passkey {
                id: stored.id,
                name: stored.name,
                created_at: stored.created_at,
                last_used_at: stored.last_used_at,
            })
            .collect(),
    })
}

pub(super) fn view(stored: authenticators::Authenticator) -> Authenticator {
    Authenticator {
        id: stored.id,
        name: stored.name,
        algorithm: stored.source.algorithm,
        digits: stored.source.digits.number(),
        created_at: stored.created_at,
        last_used_at: stored.last_used_at,
    }
}
