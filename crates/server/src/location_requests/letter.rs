//! Telling who asked what became of it.

use std::time::Duration;

use keyholder_domain::user::SignInName;
use keyholder_store::{
    WriteTransaction,
    customers::Customer,
    location_requests::{Ending, LocationRequest},
    users,
};

use crate::{
    App,
    http::ApiResult,
    mail::{
        self, Letter,
        message::{About, Message},
    },
};

/// How long it makes sense to deliver the answer.
const USEFUL: Duration = Duration::from_hours(14 * 24);

/// The answer, to a person with a mailbox.
pub(super) async fn answered(
    tx: &WriteTransaction,
    app: &App,
    customer: &Customer,
    request: &LocationRequest,
    ending: &Ending,
) -> ApiResult<()> {
    let Some(user) = users::find(tx, request.asked_by).await? else {
        return Ok(());
    };
    let SignInName::Email(address) = &user.sign_in_name else {
        return Ok(());
    };
    let about = match ending.location_id {
        Some(_) => About::LocationCreated,
        None => About::LocationRefused,
    };
    let mut lines = vec![request.details.name.clone()];
    lines.extend(ending.reason.clone());
    let letter = Letter::Message(Message {
        about,
        language: user.language,
        address: address.as_str().to_owned(),
        name: format!("{} {}", user.given_name, user.family_name),
        customer: customer.name.clone(),
        lines,
        link: None,
        useful_until: ending.at + USEFUL,
    });
    mail::post(tx, app, &letter, ending.at).await
}
