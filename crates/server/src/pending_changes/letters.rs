//! Letters about changes that wait: to those who may agree, to whoever asked, to whom it happened.

use std::collections::BTreeSet;

use keyholder_domain::{
    email::Email,
    ids::{CustomerId, UserId},
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    Read, WriteTransaction, customers, directory, pending_changes::StoredChange, users::User,
};

use crate::{App, http::ApiResult, mail::message::About, own_password::notice};

/// How many of those who may agree are told.
const TOLD: usize = 20;

/// Tells those who may agree.
pub(super) async fn to_granters(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    stored: &StoredChange,
    granters: &BTreeSet<UserId>,
    now: Timestamp,
) -> ApiResult<()> {
    let lines = people(tx, customer, stored).await?;
    for granter in granters.iter().take(TOLD) {
        let to = (customer, *granter);
        letter(tx, app, to, About::ChangeWaiting, lines.clone(), now).await?;
    }
    Ok(())
}

/// Tells whoever asked what came of it.
pub(super) async fn to_asker(
    tx: &WriteTransaction,
    app: &App,
    customer: CustomerId,
    stored: &StoredChange,
    about: About,
    now: Timestamp,
) -> ApiResult<()> {
    let lines = people(tx, customer, stored).await?;
    let to = (customer, stored.facts.asked_by);
    letter(tx, app, to, about, lines, now).await
}

/// Tells the old and the new mailbox that the sign-in has moved.
pub(super) async fn address_moved(
    tx: &WriteTransaction,
    app: &App,
    customer: &str,
    user: &User,
    email: &Email,
    now: Timestamp,
) -> ApiResult<()> {
    let name = format!("{} {}", user.given_name, user.family_name);
    let new = SignInName::Email(email.clone());
    for address in [&user.sign_in_name, &new] {
        let to = (address, user.language, name.clone());
        let lines = vec![email.as_str().to_owned()];
        let what = (About::AddressMoved, customer.to_owned(), lines);
        notice::post(tx, app, to, what, now).await?;
    }
    Ok(())
}

/// Whom it is about, and who asked.
async fn people(
    on: &impl Read,
    customer: CustomerId,
    stored: &StoredChange,
) -> ApiResult<Vec<String>> {
    let mut ids = vec![stored.facts.target];
    if stored.facts.asked_by != stored.facts.target {
        ids.push(stored.facts.asked_by);
    }
    let mut lines = Vec::new();
    for id in ids {
        if let Some(row) = directory::find(on, customer, id).await? {
            lines.push(format!("{} {}", row.given_name, row.family_name));
        }
    }
    Ok(lines)
}

async fn letter(
    tx: &WriteTransaction,
    app: &App,
    (customer, reader): (CustomerId, UserId),
    about: About,
    lines: Vec<String>,
    now: Timestamp,
) -> ApiResult<()> {
    let place = customers::find(tx, customer).await?;
    let row = directory::find(tx, customer, reader).await?;
    let Some((place, row)) = place.zip(row) else {
        return Ok(());
    };
    let name = format!("{} {}", row.given_name, row.family_name);
    let to = (&row.sign_in_name, row.language, name);
    notice::post(tx, app, to, (about, place.name, lines), now).await
}
