//! A dead mailbox: the sign-in moves to the confirmed address, and everything from before is void.

use std::time::Duration;

use keyholder_contract::problem::FieldCode;
use keyholder_domain::{
    audit::AuditAction,
    email::Email,
    ids::{CustomerId, RecoveryId, UserId},
    recovery,
    timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, access_facts, credentials, data_changes, error::unique, profiles, recoveries,
    sessions, users,
};
use serde_json::json;
use zeroize::Zeroizing;

use crate::{
    App,
    audit::by_provider,
    auth::Operator,
    http::{ApiError, ApiResult, field_error},
    mail::{
        self, Letter,
        message::{About, Message},
    },
    sessions::everywhere::{self, Event},
    users::acting,
};

/// How long it makes sense to deliver the notice.
const NOTICE: Duration = Duration::from_hours(7 * 24);

/// The hash of something that nobody knows, if the recovery needs one.
pub(super) async fn unusable_password(
    app: &App,
    customer: CustomerId,
    id: RecoveryId,
) -> ApiResult<Option<String>> {
    let found = recoveries::find(&app.database, customer, id).await?;
    if found.is_none_or(|found| found.new_address.is_none()) {
        return Ok(None);
    }
    let drawn = app.random.bytes::<32>();
    let unknown = Zeroizing::new(drawn.iter().copied().map(char::from).collect::<String>());
    app.passwords.hash(unknown, &app.random).await.map(Some)
}

/// Whose sign-in moves, where to, and the hash that nobody knows the password of.
pub(super) struct Moved<'a> {
    pub(super) person: UserId,
    pub(super) email: &'a Email,
    pub(super) unusable: &'a str,
}

/// Moves the sign-in, ends every session and takes the password out of use; tells both addresses and
/// every customer of the person, of which none learns of the others.
pub(super) async fn take_over(
    tx: &WriteTransaction,
    app: &App,
    operator: &Operator,
    Moved {
        person,
        email,
        unusable,
    }: Moved<'_>,
    now: Timestamp,
) -> ApiResult<()> {
    let Some(before) = users::find(tx, person).await? else {
        return Ok(());
    };
    profiles::set_address(tx, person, email)
        .await
        .map_err(|error| {
            if error.is_taken(unique::SIGN_IN_NAME) {
                let fault = field_error("new_email", FieldCode::Taken, &[]);
                ApiError::invalid_fields(vec![fault])
            } else {
                error.into()
            }
        })?;
    credentials::retire(tx, person, unusable, now).await?;
    sessions::end_all(tx, person, now).await?;
    data_changes::supersede(tx, person, now).await?;
    let former = match &before.sign_in_name {
        SignInName::Email(former) => Some(former.as_str()),
        SignInName::Username(_) => None,
    };
    for address in former.into_iter().chain([email.as_str()]) {
        let letter = Letter::Message(Message {
            about: About::AddressChanged,
            language: before.language,
            address: address.to_owned(),
            name: format!("{} {}", before.given_name, before.family_name),
            customer: String::new(),
            lines: vec![email.as_str().to_owned()],
            link: None,
            useful_until: now + NOTICE,
        });
        mail::post(tx, app, &letter, now).await?;
    }
    let customers: Vec<_> = access_facts::of_user(tx, person)
        .await?
        .into_iter()
        .filter(|(_, facts)| recovery::is_possible(acting::status_of(facts, now)))
        .map(|(customer, _)| customer)
        .collect();
    let event = Event {
        actor_id: Some(operator.person.user_id),
        action: AuditAction::DataChangeApplied,
        target_id: Some(person),
        details: by_provider(json!({ "fields": ["email"] })),
    };
    everywhere::noted(tx, app, &customers, &event).await
}
