//! Making a reset link and, for verified users, its mail: the one way to do so.

use std::time::Duration;

use keyholder_domain::{ids::ResetLinkId, timestamp::Timestamp, user::SignInName};
use keyholder_store::{
    WriteTransaction,
    reset_links::{self, NewResetLink, Sender},
    users::User,
};

use crate::{
    App,
    hand_over::{self, HandedOver},
    http::ApiResult,
    invitations::link::{LinkPurpose, LinkSeed},
    mail::{
        self, Letter,
        message::{About, Message},
    },
};

/// Makes a link for a user and mails it; gives it where it is handed over.
pub(crate) async fn issue(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    sender: Option<Sender>,
    lifetime: Duration,
    now: Timestamp,
) -> ApiResult<Option<HandedOver>> {
    let seed = LinkSeed::draw(&app.random);
    let token = seed.token(LinkPurpose::PasswordReset, &app.keys);
    let expires_at = now + lifetime;
    let by_hand = matches!(user.sign_in_name, SignInName::Username(_));
    let new = NewResetLink {
        id: ResetLinkId::from_uuid(app.random.uuid(now)),
        user_id: user.id,
        token_hash: token.hash(),
        created_at: now,
        sender,
        needs_code: by_hand,
        expires_at,
    };
    reset_links::insert(tx, &new).await?;
    if by_hand {
        return Ok(Some(HandedOver {
            link: token.address(&app.origin),
            code: hand_over::code(&app.keys, token.as_str()).to_string(),
            expires_at,
        }));
    }
    let letter = Letter::Message(Message {
        about: About::PasswordReset,
        language: user.language,
        address: user.sign_in_name.as_str().to_owned(),
        name: format!("{} {}", user.given_name, user.family_name),
        customer: String::new(),
        lines: Vec::new(),
        link: Some((LinkPurpose::PasswordReset, seed)),
        useful_until: expires_at,
    });
    mail::post(tx, app, &letter, now).await?;
    Ok(None)
}
