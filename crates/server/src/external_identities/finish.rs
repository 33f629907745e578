//! Whom the reply to a run names.

use keyholder_contract::external_identity::ExternalReply;
use keyholder_domain::external_identity::ExternalIdentity;
use keyholder_store::external_sign_ins::ExternalSignIn;

use super::run::{self, Asked};
use crate::{
    App,
    http::ApiResult,
    oidc::{Fault, Reply},
};

/// Asks the provider, with no transaction open: it may take seconds.
pub(super) async fn identity(
    app: &App,
    stored: &ExternalSignIn,
    reply: ExternalReply,
    asked: Asked,
) -> ApiResult<ExternalIdentity> {
    let run = asked.run(app, stored.id, stored.port);
    let reply = Reply {
        state: reply.state,
        outcome: reply.code.map(Into::into).ok_or(Fault::Denied),
        issuer: reply.issuer,
    };
    let now = app.now();
    let vouched = run::provider(app)?
        .finish(&run, reply, now)
        .await
        .map_err(run::refusal)?;
    if asked == Asked::Anew && !vouched.is_asked_anew(now) {
        return Err(run::refusal(Fault::NotAnew));
    }
    Ok(vouched.identity)
}
