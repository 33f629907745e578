//! Giving an address to a new person, whoever has it. If nobody has, it becomes the sign-in name; if
//! somebody has, of whom nobody here is to learn, the new person claims it, and is shown under it, and
//! looks no different. The link that goes to the mailbox settles it (`account_pages/opened.rs`).

use keyholder_domain::{
    email::Email, ids::UserId, language::Language, person_name::PersonName, timestamp::Timestamp,
    user::SignInName,
};
use keyholder_store::{
    WriteTransaction, conversions,
    error::unique,
    users::{self, NewUser},
};

use crate::{
    App,
    http::{ApiError, ApiResult},
};

/// What the new person is called.
pub(crate) struct Called<'a> {
    pub(crate) given_name: &'a PersonName,
    pub(crate) family_name: &'a PersonName,
    pub(crate) language: Language,
}

/// Adds a person who has the address, or claims it.
pub(crate) async fn add_person(
    tx: &WriteTransaction,
    app: &App,
    called: &Called<'_>,
    email: &Email,
    now: Timestamp,
) -> ApiResult<UserId> {
    let id = new_id(app);
    let nowhere = nowhere(app);
    let user = NewUser {
        id,
        sign_in_name: SignInName::Email(nowhere.parse().map_err(ApiError::internal)?),
        given_name: called.given_name.clone(),
        family_name: called.family_name.clone(),
        language: called.language,
        operator: false,
        created_at: now,
    };
    users::insert(tx, &user).await?;
    match conversions::claim_address(tx, id, email, &nowhere).await {
        // Somebody took it at this very moment; trying again finds them.
        Err(error) if error.is_taken(unique::SIGN_IN_NAME) => Err(ApiError::unavailable(1)),
        claimed => Ok(claimed.map(|()| id)?),
    }
}

/// An id for a new person. Not a UUIDv7: the moment in it would tell the next inviter that the person
/// existed before.
pub(crate) fn new_id(app: &App) -> UserId {
    UserId::from_uuid(uuid::Builder::from_random_bytes(app.random.bytes()).into_uuid())
}

/// A name that nobody signs in with and no mail reaches, for whoever claims another's address.
pub(crate) fn nowhere(app: &App) -> String {
    let id = uuid::Builder::from_random_bytes(app.random.bytes()).into_uuid();
    format!("{id}@claimed.invalid")
}
