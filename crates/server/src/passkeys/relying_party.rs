//! The service as a relying party: its domain is that of the configured origin, whatever a request says.

use keyholder_contract::problem::ErrorCode;
use keyholder_domain::passkey;
use url::Url;
use webauthn_rs::{Webauthn, WebauthnBuilder};

use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// What people see beside the domain.
const NAME: &str = "Keyholder";

/// The relying party; fails where the service is reached by an address.
pub(crate) fn of(app: &App) -> ApiResult<Webauthn> {
    let origin = origin(app)?;
    WebauthnBuilder::new(origin.host_str().unwrap_or_default(), &origin)
        .map(|builder| builder.rp_name(NAME).timeout(passkey::FORM_LIFETIME))
        .and_then(WebauthnBuilder::build)
        .map_err(ApiError::internal)
}

/// Where the pages of passkeys lie.
pub(crate) fn origin(app: &App) -> ApiResult<Url> {
    let origin = by_name(&app.origin);
    if passkey::can_be_used_at(origin.host_str().unwrap_or_default()) {
        Ok(origin)
    } else {
        Err(ErrorCode::PasskeysUnavailable.into())
    }
}

/// The origin of a page on which a passkey may be shown. A service that is tried out on this machine is
/// `localhost` to the browser: passkeys belong to names, and this one always leads here (RFC 6761, section
/// 6.3).
pub(crate) fn by_name(origin: &Url) -> Url {
    let mut named = origin.clone();
    if named.host_str() == Some("127.0.0.1") && named.set_host(Some("localhost")).is_err() {
        return origin.clone();
    }
    named
}
