//! Making a user verified: the address, who has it, and what becomes theirs.

use keyholder_domain::{
    email::Email,
    ids::{CustomerId, UserId},
    user::UserKind,
};
use sea_orm::{FromQueryResult, Value};

use crate::{
    columns,
    connection::{self, Read},
    erasure,
    error::StoreError,
    profiles,
    transaction::WriteTransaction,
    users::User,
};

/// Makes an address the sign-in name, or, where it is another person's, notes that it is claimed:
/// `nowhere` is the name until its owner has agreed. One statement either way, so that nobody can tell.
///
/// Fails with [`crate::error::unique::SIGN_IN_NAME`] if somebody takes it at this moment.
pub async fn claim_address(
    tx: &WriteTransaction,
    user: UserId,
    address: &Email,
    nowhere: &str,
) -> Result<(), StoreError> {
    tx.touch_user(user);
    let taken = "EXISTS (SELECT 1 FROM users o WHERE o.sign_in_name_folded = $4 AND o.id <> $1)";
    let sql = format!(
        "UPDATE users SET profile_version = profile_version + 1, kind = $2, \
         sign_in_name = CASE WHEN {taken} THEN $5 ELSE $3 END, \
         sign_in_name_folded = CASE WHEN {taken} THEN $5 ELSE $4 END, \
         claimed_address = CASE WHEN {taken} THEN $3 END WHERE id = $1"
    );
    let values = [
        columns::id(user),
        UserKind::Verified.code().into(),
        address.as_str().into(),
        address.folded().into(),
        nowhere.into(),
    ];
    match connection::execute(tx, &sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// The address that a person claims; nothing for nearly everybody.
pub async fn claimed_address(on: &impl Read, user: UserId) -> Result<Option<Email>, StoreError> {
    #[derive(FromQueryResult)]
    struct Row {
        claimed_address: Option<String>,
    }
    let sql = "SELECT claimed_address FROM users WHERE id = $1";
    let row = connection::one::<Row>(on, sql, [columns::id(user)]).await?;
    columns::parse_optional(row.and_then(|row| row.claimed_address).as_deref())
}

/// Makes a claimed address the sign-in name, now that nobody else has it.
///
/// Fails with [`crate::error::unique::SIGN_IN_NAME`] if somebody has.
pub async fn take_claimed(
    tx: &WriteTransaction,
    user: UserId,
    address: &Email,
) -> Result<(), StoreError> {
    let sql = "UPDATE users SET claimed_address = NULL WHERE id = $1";
    connection::execute(tx, sql, [columns::id(user)]).await?;
    profiles::set_address(tx, user, address).await
}

/// Takes back that the person took the membership up: they are shown as invited, at this address and
/// under the name that they have.
pub async fn await_acceptance(
    tx: &WriteTransaction,
    customer: CustomerId,
    person: &User,
    invited_as: &str,
) -> Result<(), StoreError> {
    tx.touch_membership(customer, person.id);
    let sql = "UPDATE memberships SET version = version + 1, accepted_at = NULL, given_name = $3, \
               family_name = $4, language = $5, invited_as = $6 \
               WHERE customer_id = $1 AND user_id = $2";
    let values = [
        columns::id(customer),
        columns::id(person.id),
        person.given_name.as_str().into(),
        person.family_name.as_str().into(),
        person.language.tag().into(),
        invited_as.into(),
    ];
    match connection::execute(tx, sql, values).await? {
        0 => Err(StoreError::NotFound),
        _ => Ok(()),
    }
}

/// Makes a membership that of another person, with all that hangs on it but its links, and the former
/// holder's passwords among the earlier ones (S96). The former holder's is gone afterwards.
///
/// Fails with [`crate::error::unique::MEMBERSHIP`] if the other one belongs to the customer already.
pub async fn hand_over(
    tx: &WriteTransaction,
    customer: CustomerId,
    from: UserId,
    to: UserId,
) -> Result<(), StoreError> {
    tx.touch_new_membership(customer, to);
    let key = [columns::id(customer), columns::id(from), columns::id(to)];
    let kept = "given_name, family_name, language, origin, scope_kind, accepted_at, \
                deactivated_at, deleted_at, created_at, created_by, invited_as, adopted_at, adopted_by, external_sign_in";
    let membership = format!(
        "INSERT INTO memberships (customer_id, user_id, version, {kept}) \
         SELECT customer_id, $3, version + 1, {kept} FROM memberships \
         WHERE customer_id = $1 AND user_id = $2"
    );
    if connection::execute(tx, &membership, key.clone()).await? == 0 {
        return Err(StoreError::NotFound);
    }
    for (table, part) in [
        ("membership_roles", "role_id"),
        ("membership_permissions", "permission"),
        ("membership_locations", "location_id, named"),
        ("membership_location_groups", "group_id"),
    ] {
        let sql = format!(
            "INSERT INTO {table} (customer_id, user_id, {part}) SELECT customer_id, $3, {part} \
             FROM {table} WHERE customer_id = $1 AND user_id = $2"
        );
        connection::execute(tx, &sql, key.clone()).await?;
    }
    hand_over_what_refers_to_them(tx, &key).await?;
    hand_over_history(tx, from, to).await?;
    erasure::remove_membership(tx, customer, from)
        .await
        .map(drop)
}

/// What the former holder asked for and keeps, and what was asked about them, is the other's from now on.
async fn hand_over_what_refers_to_them(
    tx: &WriteTransaction,
    key: &[Value],
) -> Result<(), StoreError> {
    for (table, column) in [
        ("pending_changes", "target_id"),
        ("pending_changes", "asked_by"),
        ("pending_changes", "ended_by"),
        ("location_requests", "asked_by"),
        ("saved_filters", "user_id"),
    ] {
        let sql =
            format!("UPDATE {table} SET {column} = $3 WHERE customer_id = $1 AND {column} = $2");
        connection::execute(tx, &sql, key.iter().cloned()).await?;
    }
    Ok(())
}

/// Puts the passwords of one person among the earlier ones of another, as the newest of them.
async fn hand_over_history(
    tx: &WriteTransaction,
    from: UserId,
    to: UserId,
) -> Result<(), StoreError> {
    connection::execute(
        tx,
        "INSERT INTO password_history (user_id, sequence, password_hash, changed_at) \
         SELECT $2, h.sequence + (SELECT coalesce(max(o.sequence), 0) FROM password_history o \
         WHERE o.user_id = $2), h.password_hash, h.changed_at \
         FROM password_history h WHERE h.user_id = $1",
        [columns::id(from), columns::id(to)],
    )
    .await?;
    connection::execute(
        tx,
        "INSERT INTO password_history (user_id, sequence, password_hash, changed_at) \
         SELECT $2, (SELECT coalesce(max(o.sequence), 0) FROM password_history o \
         WHERE o.user_id = $2) + 1, p.password_hash, p.changed_at \
         FROM password_credentials p WHERE p.user_id = $1 AND NOT p.retired",
        [columns::id(from), columns::id(to)],
    )
    .await
    .map(drop)
}
