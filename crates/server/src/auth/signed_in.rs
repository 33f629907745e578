//! A person with a live session.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header::AUTHORIZATION, request::Parts},
};
use keyholder_contract::problem::ErrorCode;
use keyholder_domain::{
    auth_request::Purpose,
    ids::{CustomerId, SessionId, UserId},
    session,
    step_up::Proven,
    timestamp::Timestamp,
    user_status,
};
use keyholder_store::{
    access_facts::AccessFacts,
    session_checks::{self, Everywhere},
    sessions::{self, Session},
    users::User,
};

use super::{
    Proof, proof,
    token::{self, TokenHash, TokenKind},
};
use crate::{
    App, auth_requests,
    http::{self, ApiError, ApiResult},
};

/// The holder of a live session whose device key made the proof of this request.
#[derive(Clone, Debug)]
pub struct Person {
    /// The proof, which writes spend ([`App::begin_write`]).
    pub proof: Proof,
    /// The session.
    pub session_id: SessionId,
    /// Who.
    pub user_id: UserId,
    /// What the session has shown, and when.
    pub proven: Proven,
    /// What the request does, where that asks for a fresh proof.
    pub doing: Option<Purpose>,
    /// Whether they work for the payment provider.
    pub operator: bool,
}

/// A person who may be here at all, whatever the customer: at least one membership is active, or
/// they are an operator. Says nothing about any one customer: see [`super::AtCustomer`].
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// Who.
    pub person: Person,
    /// Who, in full.
    pub user: User,
    /// Where they may act now.
    pub memberships: Vec<(CustomerId, AccessFacts)>,
    /// The token that was shown.
    access: TokenHash,
}

impl FromRequestParts<App> for SignedIn {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Self::admit(Presented::read(parts, app).await?, app).await
    }
}

impl SignedIn {
    /// Looks once more, for an answer that takes long: whether the token that was shown still works, and
    /// its holder may still be here.
    pub(crate) async fn again(&self, app: &App) -> ApiResult<Self> {
        let presented = Presented {
            hash: self.access,
            proof: self.person.proof,
            doing: self.person.doing,
        };
        Self::admit(presented, app).await
    }

    async fn admit(presented: Presented, app: &App) -> ApiResult<Self> {
        let access = presented.hash;
        let found = session_checks::everywhere(&app.database, &access).await?;
        let Everywhere {
            session,
            user,
            mut memberships,
        } = found.ok_or(ErrorCode::SignInRequired)?;
        let person = presented.admit(app, &session, &user).await?;
        let now = app.now();
        memberships.retain(|(_, facts)| stands(facts, now));
        if memberships.is_empty() && !person.operator {
            return Err(ErrorCode::SignInRequired.into());
        }
        Ok(Self {
            person,
            user,
            memberships,
            access,
        })
    }
}

/// Whether a membership lets its holder act now.
pub fn stands(facts: &AccessFacts, now: Timestamp) -> bool {
    session::goes_on(user_status::of(&facts.status, facts.policy.status(), now).kind())
}

/// Reads token and proof, then session, user and, where there is a customer, the membership there in one
/// look-up.
pub(super) async fn authenticate(
    parts: &mut Parts,
    app: &App,
    customer: Option<CustomerId>,
) -> ApiResult<(Person, Option<AccessFacts>)> {
    let presented = Presented::read(parts, app).await?;
    let hash = &presented.hash;
    let found = if let Some(customer) = customer {
        let check = session_checks::at_customer(&app.database, hash, customer).await?;
        check.map(|check| (check.session, check.user, check.membership))
    } else {
        let found = session_checks::everywhere(&app.database, hash).await?;
        found.map(|found| (found.session, found.user, None))
    };
    let (session, user, membership) = found.ok_or(ErrorCode::SignInRequired)?;
    let person = presented.admit(app, &session, &user).await?;
    http::origin::note_device(session.device_id);
    Ok((person, membership))
}

/// The token and the proof of a request, and what it does.
struct Presented {
    hash: TokenHash,
    proof: Proof,
    doing: Option<Purpose>,
}

impl Presented {
    async fn read(parts: &mut Parts, app: &App) -> ApiResult<Self> {
        let token = credential(&parts.headers, "DPoP").ok_or(ErrorCode::SignInRequired)?;
        let hash = token::look_up(TokenKind::Access, token);
        let proof = proof::read(parts, app, Some(token))?;
        let hash = hash.ok_or(ErrorCode::SignInRequired)?;
        let doing = auth_requests::purpose(parts, app).await;
        Ok(Self { hash, proof, doing })
    }

    /// The person, if the token's session is live and bound to the key of the proof.
    async fn admit(self, app: &App, session: &Session, user: &User) -> ApiResult<Person> {
        let now = app.now();
        let (access_ends, ends) = (session.access_expires_at, session.expires_at);
        let live = session::is_live(&session.facts, access_ends, ends, now);
        if !live || session.key_thumbprint != self.proof.key.to_string() {
            return Err(ErrorCode::SignInRequired.into());
        }
        if !session.facts.successor_used {
            confirm(app, &self.hash).await?;
        }
        Ok(Person {
            proof: self.proof,
            session_id: session.id,
            user_id: user.id,
            proven: session.proven,
            doing: self.doing,
            operator: user.operator,
        })
    }
}

/// The first use of an access token proves that the answer which brought it has arrived: from now
/// on the refresh token before it is dead.
async fn confirm(app: &App, access: &TokenHash) -> ApiResult<()> {
    let tx = app.database.begin_write().await?;
    sessions::mark_used(&tx, access).await?;
    tx.commit().await?;
    Ok(())
}

/// The credential of exactly one `Authorization` header with this scheme.
pub(super) fn credential<'a>(headers: &'a HeaderMap, scheme: &str) -> Option<&'a str> {
    let mut all = headers.get_all(AUTHORIZATION).iter();
    let (Some(value), None) = (all.next(), all.next()) else {
        return None;
    };
    let (found, credential) = value.to_str().ok()?.split_once(' ')?;
    let credential = credential.trim();
    (found.eq_ignore_ascii_case(scheme) && !credential.is_empty()).then_some(credential)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(values: &[&str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for value in values {
            headers.append(AUTHORIZATION, value.parse().unwrap());
        }
        headers
    }

    #[test]
    fn one_credential_of_the_scheme_is_read() {
        assert_eq!(credential(&headers(&["DPoP abc"]), "DPoP"), Some("abc"));
        assert_eq!(credential(&headers(&["dpop  abc"]), "DPoP"), Some("abc"));
        for values in [
            &[][..],
            &["Bearer abc"],
            &["DPoP"],
            &["DPoP "],
            &["DPoP abc", "DPoP abc"],
        ] {
            assert_eq!(credential(&headers(values), "DPoP"), None, "{values:?}");
        }
    }
}
