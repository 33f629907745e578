//! Reading a request to create a user: every fault of every field at once.

use keyholder_contract::{
    problem::{FieldCode, FieldError},
    user::CreateUser,
};
use keyholder_domain::{
    email::{self, Email, EmailError},
    ids::RoleId,
    language::Language,
    person_name::{self, PersonName, PersonNameError},
    scope_choice::ScopeChoice,
    sign_in_way::{self, SignInWay},
    user::UserKind,
};

use super::scope_choice;
use crate::http::{ApiResult, Fields, field_error};

/// The most roles of one membership.
pub(crate) const MAX_ROLES: usize = 50;

/// A request whose every field is acceptable in itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewUser {
    /// The address of a verified user; unverified users get a generated name instead.
    pub email: Option<Email>,
    pub given_name: PersonName,
    pub family_name: PersonName,
    pub language: Language,
    /// Distinct, 1 to [`MAX_ROLES`], in the order of the request.
    pub role_ids: Vec<RoleId>,
    pub scope: ScopeChoice,
    pub invite: bool,
    pub sign_in_way: SignInWay,
}

/// Reads the request; what is wrong with it is named field by field. `offered` says whether there is another
/// provider to sign in with.
pub(crate) fn read(request: &CreateUser, offered: bool) -> ApiResult<NewUser> {
    let mut fields = Fields::default();
    let email = read_email(&mut fields, request.kind, request.email.as_deref());
    let given_name = read_name(&mut fields, "given_name", &request.given_name);
    let family_name = read_name(&mut fields, "family_name", &request.family_name);
    read_role_ids(&mut fields, &request.role_ids);
    let scope = scope_choice::read(&mut fields, &request.scope);
    if request.invite && request.kind == UserKind::Unverified {
        // There is no mailbox to send it to; the link is made, and handed over, in its own step.
        fields.add(field_error("invite", FieldCode::NotAllowed, &[]));
    }
    if !sign_in_way::may_choose(request.sign_in_way, request.kind, offered) {
        fields.add(field_error("sign_in_way", FieldCode::NotAllowed, &[]));
    }
    fields.finish()?;
    // `finish` has returned if anything is missing.
    match (given_name, family_name, scope) {
        (Some(given_name), Some(family_name), Some(scope)) => Ok(NewUser {
            email,
            given_name,
            family_name,
            language: request.language,
            role_ids: request.role_ids.clone(),
            scope,
            invite: request.invite,
            sign_in_way: request.sign_in_way,
        }),
        _ => Err(keyholder_contract::problem::ErrorCode::InvalidFields.into()),
    }
}

/// The address of a verified user; nothing for unverified users, or with a noted fault.
fn read_email(fields: &mut Fields, kind: UserKind, email: Option<&str>) -> Option<Email> {
    match (kind, email) {
        (UserKind::Unverified, None) => None,
        (UserKind::Unverified, Some(_)) => {
            fields.add(field_error("email", FieldCode::NotAllowed, &[]));
            None
        }
        (UserKind::Verified, email) => fields.take(email.unwrap_or_default().parse(), email_fault),
    }
}

pub(crate) fn email_fault(error: EmailError) -> FieldError {
    match error {
        EmailError::Empty => field_error("email", FieldCode::Required, &[]),
        EmailError::TooLong => {
            field_error("email", FieldCode::TooLong, &[("max", email::MAX_LENGTH)])
        }
        EmailError::Malformed => field_error("email", FieldCode::NotAnEmail, &[]),
    }
}

pub(crate) fn read_name(fields: &mut Fields, field: &str, name: &str) -> Option<PersonName> {
    fields.take(name.parse(), |error| match error {
        PersonNameError::Empty => field_error(field, FieldCode::Required, &[]),
        PersonNameError::TooLong => field_error(
            field,
            FieldCode::TooLong,
            &[("max", person_name::MAX_CHARS)],
        ),
        PersonNameError::ForbiddenCharacter => {
            field_error(field, FieldCode::ForbiddenCharacter, &[])
        }
    })
}

/// Checks a list of roles: at least one, not too many, none twice.
pub(crate) fn read_role_ids(fields: &mut Fields, role_ids: &[RoleId]) {
    if role_ids.is_empty() {
        fields.add(field_error("role_ids", FieldCode::TooFew, &[("min", 1)]));
    }
    if role_ids.len() > MAX_ROLES {
        let fault = field_error("role_ids", FieldCode::TooMany, &[("max", MAX_ROLES)]);
        fields.add(fault);
        return;
    }
    add_duplicates(fields, "role_ids", role_ids);
}

pub(super) fn add_duplicates<T: Ord>(fields: &mut Fields, field: &str, values: &[T]) {
    let mut seen = std::collections::BTreeSet::new();
    for (index, value) in values.iter().enumerate() {
        if !seen.insert(value) {
            fields.add(field_error(
                &format!("{field}.{index}"),
                FieldCode::Duplicate,
                &[],
            ));
        }
    }
}

#[cfg(test)]
mod tests;
