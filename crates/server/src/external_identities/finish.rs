//! Whom the reply to a run names.

use keyholder_contract::external_identity::ExternalReply;
use keyholder_domain::external_identity::ExternalIdentity;
use keyholder_store::external_sign_ins::ExternalSignIn;

use super::run;
use crate::{
    App,
    http::ApiResult,
    oidc::{Fault, Reply, Run},
};

/// Asks the provider, with no transaction open: it may take seconds.
pub(super) async fn identity(
    app: &App,
    stored: &ExternalSignIn,
    reply: ExternalReply,
) -> ApiResult<ExternalIdentity> {
    let asked = Run::new(&app.keys, stored.id, stored.port);
    let reply = Reply {
        state: reply.state,
        outcome: reply.code.map(Into::into).ok_or(Fault::Denied),
        issuer: reply.issuer,
    };
    run::provider(app)?
        .finish(&asked, reply, app.now())
        .await
        .map(|vouched| vouched.identity)
        .map_err(run::refusal)
}
