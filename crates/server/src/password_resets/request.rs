//! "Forgotten password?" (S76): the same answer to everybody, whoever is named and whatever their
//! status. No password is hashed and no mail is sent here; the outbox does that later.

use keyholder_domain::{
    audit::AuditAction, password_reset, text, timestamp::Timestamp, user::SignInName, user_status,
};
use keyholder_store::{
    Read, access_facts,
    credentials::{self, SignInSubject},
};

use super::issue;
use crate::{
    App,
    auth::{Proof, stands},
    http::ApiResult,
    mail::allowance::{self, Kind},
    security_policy::requirements,
    sessions::everywhere,
    sign_in::{address_limit, beat::Beat},
};

/// Mails a link, if there is somebody to mail it to.
pub(super) async fn request(app: &App, proof: &Proof, name: &str) -> ApiResult<()> {
    let beat = Beat::begin();
    // Whoever asks for many names is held back like whoever guesses at many.
    address_limit::take(app)?;
    let tx = app.begin_write(proof).await?;
    let now = app.now();
    let folded = text::fold(name);
    // No name holds such characters, and a database cannot even be asked for one with NUL.
    let odd = name.chars().any(text::is_forbidden_in_line);
    if !odd && allowance::take(&tx, app, Kind::Reset, &folded, now).await? {
        let subject = credentials::find_by_sign_in_name(&tx, &folded).await?;
        let recipient = match subject {
            Some(subject) if is_recipient(&tx, &subject, now).await? => Some(subject.user),
            _ => None,
        };
        let action = AuditAction::PasswordResetRequested;
        if let Some(user) = recipient {
            let lifetime = requirements::of_user(&tx, user.id).await?.reset;
            issue::issue(&tx, app, &user, None, lifetime, now).await?;
            let customers: Vec<_> = access_facts::of_user(&tx, user.id)
                .await?
                .into_iter()
                .filter(|(_, facts)| stands(facts, now))
                .map(|(customer, _)| customer)
                .collect();
            everywhere::befell(&tx, app, &customers, action, Some(user.id)).await?;
        } else {
            everywhere::befell(&tx, app, &[], action, None).await?;
        }
    }
    tx.commit().await?;
    beat.over().await;
    Ok(())
}

/// Somebody with a mailbox and a password, whom some customer lets in.
async fn is_recipient(on: &impl Read, subject: &SignInSubject, now: Timestamp) -> ApiResult<bool> {
    let user = &subject.user;
    if subject.password_hash.is_none() || matches!(user.sign_in_name, SignInName::Username(_)) {
        return Ok(false);
    }
    let due = access_facts::of_user(on, user.id)
        .await?
        .iter()
        .any(|(_, facts)| {
            let status = user_status::of(&facts.status, facts.policy.status(), now).kind();
            password_reset::is_due(status)
        });
    Ok(due || user.operator)
}
