//! Stored values to the domain's types and back. What cannot be read is [`StoreError::Corrupt`].

use std::{collections::BTreeSet, str::FromStr};

use keyholder_domain::{
    email::Email,
    language::Language,
    location_scope::LocationScope,
    permission::{Permission, PermissionSet},
    person_name::PersonName,
    role::BuiltInRole,
    security_policy::SecurityPolicy,
    timestamp::Timestamp,
    user::{SignInName, UserKind},
};
use sea_orm::Value;

use crate::error::StoreError;

/// A text that the domain can parse: an id, a name, a number.
pub(crate) fn parse<T: FromStr>(text: &str) -> Result<T, StoreError> {
    text.parse()
        .map_err(|_| StoreError::corrupt(format_args!("{:?}", std::any::type_name::<T>())))
}

/// A text that may be missing.
pub(crate) fn parse_optional<T: FromStr>(text: Option<&str>) -> Result<Option<T>, StoreError> {
    text.map(parse).transpose()
}

/// A code of an enumeration.
pub(crate) fn code<T>(code: &str, read: impl FnOnce(&str) -> Option<T>) -> Result<T, StoreError> {
    read(code).ok_or_else(|| StoreError::corrupt(format_args!("the code {code:?}")))
}

/// Several parsable texts in one, parted by commas; nothing where absent.
pub(crate) fn list<T: FromStr, C: FromIterator<T>>(text: Option<&str>) -> Result<C, StoreError> {
    text.unwrap_or_default()
        .split(',')
        .filter(|part| !part.is_empty())
        .map(parse)
        .collect()
}

/// A SHA-256 hash.
pub(crate) fn hash(bytes: &[u8]) -> Result<[u8; 32], StoreError> {
    bytes
        .try_into()
        .map_err(|_| StoreError::corrupt("a hash that is not 32 bytes long"))
}

/// A count or a version.
pub(crate) fn count(number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::corrupt(format_args!("the count {number}")))
}

/// A language tag.
pub(crate) fn language(tag: &str) -> Result<Language, StoreError> {
    code(tag, Language::from_tag)
}

/// A sign-in name of a kind.
pub(crate) fn sign_in_name(kind: &str, name: &str) -> Result<SignInName, StoreError> {
    Ok(match code(kind, UserKind::from_code)? {
        UserKind::Verified => SignInName::Email(parse::<Email>(name)?),
        UserKind::Unverified => SignInName::Username(parse(name)?),
    })
}

/// A person's name.
pub(crate) fn person_name(name: &str) -> Result<PersonName, StoreError> {
    parse(name)
}

/// What a customer demands; the default where it has chosen nothing. A policy beyond the floors is
/// corrupt: nobody gets in by way of it.
pub(crate) fn policy(text: Option<&str>) -> Result<SecurityPolicy, StoreError> {
    let Some(text) = text else {
        return Ok(SecurityPolicy::default());
    };
    let policy: SecurityPolicy = serde_json::from_str(text).map_err(StoreError::corrupt)?;
    match policy.check().first() {
        Some(fault) => Err(StoreError::corrupt(fault)),
        None => Ok(policy),
    }
}

/// A scope: its state and, for `only`, its locations parted by commas.
pub(crate) fn scope(kind: &str, locations: Option<&str>) -> Result<LocationScope, StoreError> {
    match kind {
        "all" => Ok(LocationScope::All),
        "none_yet" => Ok(LocationScope::NoneYet),
        "only" => {
            let locations: BTreeSet<_> = list(locations)?;
            if locations.is_empty() {
                return Err(StoreError::corrupt("the scope only, of nothing"));
            }
            Ok(LocationScope::reaching(locations))
        }
        other => Err(StoreError::corrupt(format_args!("the scope {other:?}"))),
    }
}

/// What roles allow together: codes of built-in roles, and permissions of own roles, each parted
/// by commas.
pub(crate) fn permissions(
    built_in: Option<&str>,
    own: Option<&str>,
) -> Result<PermissionSet, StoreError> {
    let mut all = PermissionSet::empty();
    for role in parts(built_in) {
        all |= code(role, BuiltInRole::from_code)?.permissions();
    }
    for permission in parts(own) {
        all |= code(permission, Permission::from_code)?;
    }
    Ok(all)
}

fn parts(text: Option<&str>) -> impl Iterator<Item = &str> {
    text.unwrap_or_default()
        .split(',')
        .filter(|part| !part.is_empty())
}

/// A moment that may be missing.
pub(crate) fn moment(micros: Option<i64>) -> Option<Timestamp> {
    micros.map(Timestamp::from_micros)
}

/// A moment, for a statement.
pub(crate) fn at(moment: Timestamp) -> Value {
    moment.as_micros().into()
}

/// A moment that may be missing, for a statement.
pub(crate) fn at_optional(moment: Option<Timestamp>) -> Value {
    moment.map(Timestamp::as_micros).into()
}

/// An id, for a statement.
pub(crate) fn id(id: impl std::fmt::Display) -> Value {
    id.to_string().into()
}

/// An id that may be missing, for a statement.
pub(crate) fn id_optional(id: Option<impl std::fmt::Display>) -> Value {
    id.map(|id| id.to_string()).into()
}

/// Bytes, for a statement.
pub(crate) fn bytes(bytes: &[u8]) -> Value {
    bytes.to_vec().into()
}
