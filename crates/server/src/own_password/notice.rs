//! Letters that tell of a password, to its owner and to administrators.

use std::time::Duration;

use keyholder_domain::{
    ids::CustomerId, language::Language, timestamp::Timestamp, user::SignInName,
};
use keyholder_store::{WriteTransaction, access_facts, customers, directory, users::User};

use crate::{
    App,
    http::ApiResult,
    mail::{
        self, Letter,
        message::{About, Message},
    },
};

/// How long it makes sense to deliver a notice.
const USEFUL: Duration = Duration::from_hours(7 * 24);
/// How many administrators of a customer are told.
const ADMINISTRATORS: usize = 20;

/// Tells a person with a mailbox that their password was changed.
pub(crate) async fn password_changed(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    now: Timestamp,
) -> ApiResult<()> {
    let name = format!("{} {}", user.given_name, user.family_name);
    let about = About::PasswordChanged;
    let to = (&user.sign_in_name, user.language, name);
    post(tx, app, to, (about, String::new(), Vec::new()), now).await
}

/// Tells the administrators of a customer that somebody's password may have leaked (S87).
pub(super) async fn leaked(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    customer: CustomerId,
    now: Timestamp,
) -> ApiResult<()> {
    administrators(tx, app, user, (About::PasswordLeaked, customer), now).await
}

/// Tells the administrators of a customer what concerns somebody of theirs, by name.
pub(crate) async fn administrators(
    tx: &WriteTransaction,
    app: &App,
    user: &User,
    (about, customer_id): (About, CustomerId),
    now: Timestamp,
) -> ApiResult<()> {
    let Some(customer) = customers::find(tx, customer_id).await? else {
        return Ok(());
    };
    let others =
        access_facts::working_administrators_besides(tx, customer_id, user.id, now).await?;
    let lines = vec![
        format!("{} {}", user.given_name, user.family_name),
        user.sign_in_name.as_str().to_owned(),
    ];
    for administrator in others.into_iter().take(ADMINISTRATORS) {
        let Some(row) = directory::find(tx, customer_id, administrator.user_id).await? else {
            continue;
        };
        let name = format!("{} {}", row.given_name, row.family_name);
        let to = (&row.sign_in_name, row.language, name);
        let what = (about, customer.name.clone(), lines.clone());
        post(tx, app, to, what, now).await?;
    }
    Ok(())
}

/// Posts a letter without a link to somebody with a mailbox.
pub(crate) async fn post(
    tx: &WriteTransaction,
    app: &App,
    (address, language, name): (&SignInName, Language, String),
    (about, customer, lines): (About, String, Vec<String>),
    now: Timestamp,
) -> ApiResult<()> {
    let SignInName::Email(address) = address else {
        return Ok(());
    };
    let letter = Letter::Message(Message {
        about,
        language,
        address: address.as_str().to_owned(),
        name,
        customer,
        lines,
        link: None,
        useful_until: now + USEFUL,
    });
    mail::post(tx, app, &letter, now).await
}
