//! The change takes effect: the data, the notices and the log.

use keyholder_domain::{audit::AuditAction, timestamp::Timestamp};
use keyholder_store::{StoreError, WriteTransaction, data_changes, profiles, reset_links};

use super::{ask, opened::Opened};
use crate::{
    App,
    http::ApiError,
    mail::{
        self, Letter,
        message::{About, Message},
    },
    sessions::everywhere::{self, Event},
};

/// How long a notice is worth sending.
const NOTICE: std::time::Duration = std::time::Duration::from_hours(7 * 24);

/// Why it did not.
pub(crate) enum Failure {
    Store(StoreError),
    Other(ApiError),
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self::Other(error)
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Store(error) => error.into(),
            Failure::Other(error) => error,
        }
    }
}

/// Puts the change into effect.
pub(crate) async fn apply(
    tx: &WriteTransaction,
    app: &App,
    opened: &Opened,
    now: Timestamp,
) -> Result<(), Failure> {
    let (user, wanted) = (&opened.user, &opened.change.wanted);
    if let Some(email) = &wanted.email {
        profiles::set_address(tx, user.id, email).await?;
        // One that waits in the old mailbox would open the account from there.
        reset_links::supersede(tx, user.id, now).await?;
    }
    if wanted.given_name.is_some() || wanted.family_name.is_some() {
        let given_name = wanted.given_name.as_ref().unwrap_or(&user.given_name);
        let family_name = wanted.family_name.as_ref().unwrap_or(&user.family_name);
        profiles::set(tx, user.id, given_name, family_name, user.language).await?;
    }
    data_changes::mark_applied(tx, opened.change.id, now).await?;
    if let Some(email) = &wanted.email {
        for address in [opened.change.former_address.as_str(), email.as_str()] {
            let letter = Letter::Message(Message {
                about: About::AddressChanged,
                language: user.language,
                address: address.to_owned(),
                name: format!("{} {}", user.given_name, user.family_name),
                customer: String::new(),
                lines: vec![email.as_str().to_owned()],
                link: None,
                useful_until: now + NOTICE,
            });
            mail::post(tx, app, &letter, now).await?;
        }
    }
    let customers = everywhere::places(tx, user.id, now).await?;
    let event = Event {
        actor_id: Some(user.id),
        action: AuditAction::DataChangeApplied,
        target_id: Some(user.id),
        details: ask::fields(wanted),
    };
    everywhere::noted(tx, app, &customers, &event).await?;
    Ok(())
}
