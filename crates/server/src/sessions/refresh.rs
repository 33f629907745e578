//! Fresh tokens for a session.

use keyholder_contract::{problem::ErrorCode, session::SessionTokens};
use keyholder_domain::{
    audit::AuditAction,
    session::{self, Refresh},
};
use keyholder_store::{access_facts, sessions, users};

use super::{everywhere, tokens};
use crate::{
    App,
    auth::{
        Proof, stands,
        token::{self, TokenKind},
    },
    http::ApiResult,
    security_policy::requirements,
};

/// Trades a refresh token in. One that is bound to another key gives nothing away and ends nothing:
/// whoever found a token must not be able to sign its owner out.
pub(super) async fn refresh(app: &App, proof: &Proof, token: &str) -> ApiResult<SessionTokens> {
    let presented = token::look_up(TokenKind::Refresh, token).ok_or(ErrorCode::SignInRequired)?;
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let (session, which) = sessions::lock_by_refresh(&tx, &presented)
        .await?
        .filter(|(session, _)| session.key_thumbprint == proof.key.to_string())
        .ok_or(ErrorCode::SignInRequired)?;
    let person = session.user_id;
    let policy = requirements::of_user(&tx, person).await?.session;
    let customers: Vec<_> = access_facts::of_user(&tx, person)
        .await?
        .into_iter()
        .filter(|(_, facts)| stands(facts, now))
        .map(|(customer, _)| customer)
        .collect();
    let operator = users::find(&tx, person)
        .await?
        .is_some_and(|user| user.operator);
    match session::refresh(which, &session.facts, policy, now) {
        Refresh::Rotate if operator || !customers.is_empty() => {
            let tokens = tokens::rotate(app, &tx, &session, &presented, policy, now).await?;
            tx.commit().await?;
            Ok(tokens)
        }
        Refresh::Rotate | Refresh::Over => Err(ErrorCode::SignInRequired.into()),
        Refresh::Reuse => {
            sessions::end(&tx, session.id, now).await?;
            let action = AuditAction::RefreshReused;
            everywhere::befell(&tx, app, &customers, action, Some(person)).await?;
            tx.commit().await?;
            Err(ErrorCode::RefreshReused.into())
        }
    }
}
