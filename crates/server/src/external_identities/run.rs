//! A run at the other provider, from its beginning to its reply.

use keyholder_contract::{
    external_identity::{ExternalProvider, ExternalSignIn},
    problem::ErrorCode,
};
use keyholder_domain::{
    ids::{SessionId, SignInId},
    sign_in::STEP_LIFETIME,
};
use keyholder_store::{
    WriteTransaction,
    external_sign_ins::{self, ExternalSignIn as Stored},
};

use crate::{
    App,
    auth::Proof,
    http::{ApiError, ApiResult},
    oidc::{Fault, Provider, Run},
};

/// The provider of the settings.
pub(super) fn provider(app: &App) -> ApiResult<&Provider> {
    app.oidc
        .as_deref()
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// What it is called on the wire.
pub(crate) fn offered(app: &App) -> Option<ExternalProvider> {
    app.oidc.as_deref().map(|provider| {
        if provider.is_microsoft() {
            ExternalProvider::Microsoft
        } else {
            ExternalProvider::Other
        }
    })
}

/// Where and for what a run is begun.
pub(super) struct Wish<'a> {
    pub(super) device_name: &'a str,
    pub(super) port: u16,
    pub(super) session: Option<SessionId>,
    pub(super) asked: Asked,
}

/// What is wanted of the provider.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Who the person is: it may have asked them an hour ago.
    AsEver,
    /// That it asks them now.
    Anew,
}

impl Asked {
    /// The run of this id.
    pub(super) fn run(self, app: &App, id: SignInId, port: u16) -> Run {
        match self {
            Self::AsEver => Run::new(&app.keys, id, port),
            Self::Anew => Run::anew(&app.keys, id, port),
        }
    }
}

/// A run that was thought of, with the address to open. Nothing is written yet: the provider is asked with
/// no transaction open.
pub(super) async fn think_of(
    app: &App,
    proof: &Proof,
    wish: Wish<'_>,
) -> ApiResult<(Stored, ExternalSignIn)> {
    let now = app.now();
    let id = SignInId::from_uuid(app.random.uuid(now));
    let run = wish.asked.run(app, id, wish.port);
    let address = provider(app)?.begin(&run, now).await.map_err(refusal)?;
    let expires_at = now + STEP_LIFETIME;
    let stored = Stored {
        id,
        key_thumbprint: proof.key.to_string(),
        device_name: wish.device_name.to_owned(),
        port: wish.port,
        session_id: wish.session,
        expires_at,
    };
    let shown = ExternalSignIn {
        id,
        address: address.into(),
        expires_at,
    };
    Ok((stored, shown))
}

/// Takes the run of a reply, for good: whatever becomes of the reply, it counts once.
pub(super) async fn take(
    tx: &WriteTransaction,
    app: &App,
    proof: &Proof,
    id: SignInId,
    session: Option<SessionId>,
) -> ApiResult<Stored> {
    let key = proof.key.to_string();
    external_sign_ins::take(tx, id, &key, session, app.now())
        .await?
        .ok_or_else(|| ErrorCode::NotFound.into())
}

/// What is said of a reply that is not believed. The reason is for the log and for who runs the service;
/// people are told what they can do.
pub(super) fn refusal(fault: Fault) -> ApiError {
    tracing::warn!(
        reason = fault.code(),
        "the other provider was not believed: {fault}"
    );
    match fault {
        Fault::Unreachable => ApiError::new(ErrorCode::ProviderUnreachable).retry_after(10),
        Fault::Denied => ErrorCode::ExternalSignInDenied.into(),
        Fault::TenantNotPermitted => ErrorCode::TenantNotPermitted.into(),
        other => ApiError::new(ErrorCode::ExternalReplyRefused).with("reason", other.code()),
    }
}
