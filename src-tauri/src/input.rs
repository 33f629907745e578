//! Limits of what the web view may hand over. They keep nonsense out of memory and off the wire;
//! the service judges the fields themselves and words its own refusals.

pub(crate) mod provider;

use keyholder_contract::{
    location_group::SaveLocationGroup,
    pending_change::AskChange,
    problem::{FieldCode, Params},
    profile::{ChangeProfile, ProposeCorrection},
    role::SaveRole,
    saved_filter::SaveFilter,
    user::{ChangePermissions, ChangeRoles, CreateUser, Scope},
    user_list::{UserCountQuery, UserQuery},
};
use keyholder_domain::directory_query::{MAX_PAGE_SIZE, MAX_SEARCH_CHARS};

use crate::{
    code_sheet::SheetWords,
    ipc_error::{IpcError, IpcResult},
};

/// The longest sign-in name, in bytes.
const MAX_SIGN_IN_NAME: usize = 254;
/// The longest password, in bytes.
const MAX_PASSWORD: usize = 1_024;
/// The longest code of a second factor, in bytes.
const MAX_CODE: usize = 64;
/// The longest text of any other field, in bytes.
const MAX_TEXT: usize = 4_096;
/// The longest text of a page of the browser, in bytes.
const MAX_PAGE_WORDS: usize = 512;
/// The most values of one list.
const MAX_VALUES: usize = 1_000;
/// The most columns of a table.
const MAX_COLUMNS: usize = 20;
/// The longest idempotency key, in characters.
const MAX_IDEMPOTENCY_KEY: usize = 64;

fn max(limit: usize) -> Params {
    Params::from([("max".to_owned(), limit.to_string())])
}

fn at_most(field: &str, text: &str, limit: usize) -> IpcResult<()> {
    if text.len() > limit {
        return Err(IpcError::field(field, FieldCode::TooLong, max(limit)));
    }
    Ok(())
}

fn few(field: &str, values: usize) -> IpcResult<()> {
    if values > MAX_VALUES {
        return Err(IpcError::field(field, FieldCode::TooMany, max(MAX_VALUES)));
    }
    Ok(())
}

/// A list of any kind.
pub(crate) fn values(field: &str, count: usize) -> IpcResult<()> {
    few(field, count)
}

fn required(field: &str, text: &str) -> IpcResult<()> {
    if text.is_empty() {
        return Err(IpcError::field(field, FieldCode::Required, Params::new()));
    }
    Ok(())
}

pub(crate) fn sign_in_name(name: &str) -> IpcResult<()> {
    required("sign_in_name", name.trim())?;
    at_most("sign_in_name", name, MAX_SIGN_IN_NAME)
}

pub(crate) fn password(field: &str, password: &str) -> IpcResult<()> {
    required(field, password)?;
    at_most(field, password, MAX_PASSWORD)
}

/// As [`password`], where whoever signs in at another provider has none to type.
pub(crate) fn password_if_any(field: &str, password: &str) -> IpcResult<()> {
    at_most(field, password, MAX_PASSWORD)
}

/// A code of the second factor: what is wrong with it is for the service to say.
pub(crate) fn code(field: &str, code: &str) -> IpcResult<()> {
    required(field, code.trim())?;
    at_most(field, code, MAX_CODE)
}

/// The name of an authenticator; how long it may be is for the service to say.
pub(crate) fn authenticator_name(name: &str) -> IpcResult<()> {
    required("name", name.trim())?;
    at_most("name", name, MAX_TEXT)
}

/// How an entry of the vault is called and found. What is longer than a line is cut where it is kept.
pub(crate) fn vault_entry(issuer: &str, name: &str, tags: &[String]) -> IpcResult<()> {
    at_most("issuer", issuer, MAX_TEXT)?;
    at_most("name", name, MAX_TEXT)?;
    few("tags", tags.len())?;
    tags.iter()
        .try_for_each(|tag| at_most("tags", tag, MAX_TEXT))
}

/// The words of a sheet of codes.
pub(crate) fn sheet_words(words: &SheetWords) -> IpcResult<()> {
    for (field, text) in [
        ("words.language", &words.language),
        ("words.title", &words.title),
        ("words.lead", &words.lead),
        ("words.key", &words.key),
        ("words.settings", &words.settings),
    ] {
        at_most(field, text, MAX_TEXT)?;
    }
    Ok(())
}

/// What stands above a dialog of the system.
pub(crate) fn dialog_title(title: &str) -> IpcResult<()> {
    at_most("title", title, MAX_TEXT)
}

/// Recovery codes and what is said about them, to be saved as a file.
pub(crate) fn recovery_sheet(sheet: &str) -> IpcResult<()> {
    required("sheet", sheet)?;
    at_most("sheet", sheet, MAX_TEXT)
}

pub(crate) fn credentials(name: &str, typed: &str) -> IpcResult<()> {
    sign_in_name(name)?;
    password("password", typed)
}

/// A password that is still being typed, and the names that it must not hold.
pub(crate) fn password_to_check(password: &str, names: &[String]) -> IpcResult<()> {
    at_most("new_password", password, MAX_PASSWORD)?;
    few("names", names.len())?;
    names
        .iter()
        .try_for_each(|name| at_most("names", name, MAX_TEXT))
}

pub(crate) fn idempotency_key(key: &str) -> IpcResult<()> {
    let visible = key.bytes().all(|byte| byte.is_ascii_graphic());
    if key.is_empty() || key.len() > MAX_IDEMPOTENCY_KEY || !visible {
        return Err(IpcError::field(
            "idempotency_key",
            FieldCode::Malformed,
            Params::new(),
        ));
    }
    Ok(())
}

pub(crate) fn cursor(cursor: Option<&str>) -> IpcResult<()> {
    at_most("cursor", cursor.unwrap_or_default(), MAX_TEXT)
}

pub(crate) fn search(search: Option<&str>) -> IpcResult<()> {
    let search = search.unwrap_or_default();
    if search.chars().count() > MAX_SEARCH_CHARS {
        return Err(IpcError::field(
            "search",
            FieldCode::TooLong,
            max(MAX_SEARCH_CHARS),
        ));
    }
    Ok(())
}

pub(crate) fn page_size(limit: Option<u16>) -> IpcResult<()> {
    if limit.is_some_and(|limit| limit == 0 || limit > MAX_PAGE_SIZE) {
        let range = Params::from([
            ("min".to_owned(), "1".to_owned()),
            ("max".to_owned(), MAX_PAGE_SIZE.to_string()),
        ]);
        return Err(IpcError::field("limit", FieldCode::Malformed, range));
    }
    Ok(())
}

pub(crate) fn user_query(query: &UserQuery) -> IpcResult<()> {
    search(query.search.as_deref())?;
    few("status", query.status.len())?;
    few("role", query.role.len())?;
    few("location", query.location.len())?;
    few("origin", query.origin.len())?;
    few("second_factor", query.second_factor.len())?;
    few("sign_in_way", query.sign_in_way.len())?;
    cursor(query.cursor.as_deref())?;
    page_size(query.limit)
}

pub(crate) fn user_count_query(query: &UserCountQuery) -> IpcResult<()> {
    search(query.search.as_deref())?;
    few("role", query.role.len())?;
    few("location", query.location.len())?;
    few("origin", query.origin.len())?;
    few("second_factor", query.second_factor.len())?;
    few("sign_in_way", query.sign_in_way.len())
}

pub(crate) fn create_user(request: &CreateUser) -> IpcResult<()> {
    at_most(
        "email",
        request.email.as_deref().unwrap_or_default(),
        MAX_TEXT,
    )?;
    at_most("given_name", &request.given_name, MAX_TEXT)?;
    at_most("family_name", &request.family_name, MAX_TEXT)?;
    few("role_ids", request.role_ids.len())?;
    scope(&request.scope)
}

pub(crate) fn scope(scope: &Scope) -> IpcResult<()> {
    few("scope.location_ids", scope.location_ids.len())?;
    few("scope.group_ids", scope.group_ids.len())
}

pub(crate) fn new_address(email: &str) -> IpcResult<()> {
    required("email", email.trim())?;
    at_most("email", email, MAX_TEXT)
}

pub(crate) fn alias(alias: Option<&str>) -> IpcResult<()> {
    at_most("alias", alias.unwrap_or_default(), MAX_TEXT)
}

pub(crate) fn profile(request: &ChangeProfile) -> IpcResult<()> {
    at_most("given_name", &request.given_name, MAX_TEXT)?;
    at_most("family_name", &request.family_name, MAX_TEXT)
}

pub(crate) fn correction(request: &ProposeCorrection) -> IpcResult<()> {
    for (field, text) in [
        ("given_name", &request.given_name),
        ("family_name", &request.family_name),
        ("email", &request.email),
    ] {
        at_most(field, text.as_deref().unwrap_or_default(), MAX_TEXT)?;
    }
    Ok(())
}

pub(crate) fn ask_change(request: &AskChange) -> IpcResult<()> {
    match request {
        AskChange::OwnAccess {
            role_ids,
            permissions,
        }
        | AskChange::CriticalGrant {
            role_ids,
            permissions,
            ..
        } => {
            few("role_ids", role_ids.len())?;
            few("permissions", permissions.len())
        }
        AskChange::OwnLocations { scope } => self::scope(scope),
        AskChange::CriticalRole {
            name, permissions, ..
        } => {
            at_most("name", name, MAX_TEXT)?;
            few("permissions", permissions.len())
        }
        AskChange::RoleDeletion { .. }
        | AskChange::ApprovalsOff
        | AskChange::SecondFactorReset { .. } => Ok(()),
        AskChange::DeadMailbox { email, .. } => at_most("email", email, MAX_TEXT),
    }
}

pub(crate) fn change_roles(request: &ChangeRoles) -> IpcResult<()> {
    few("role_ids", request.role_ids.len())
}

pub(crate) fn change_permissions(request: &ChangePermissions) -> IpcResult<()> {
    few("permissions", request.permissions.len())
}

pub(crate) fn save_role(request: &SaveRole) -> IpcResult<()> {
    at_most("name", &request.name, MAX_TEXT)?;
    few("permissions", request.permissions.len())
}

pub(crate) fn save_location_group(request: &SaveLocationGroup) -> IpcResult<()> {
    at_most("name", &request.name, MAX_TEXT)?;
    few("location_ids", request.location_ids.len())
}

pub(crate) fn save_filter(request: &SaveFilter) -> IpcResult<()> {
    at_most("name", &request.name, MAX_TEXT)?;
    let filter = &request.filter;
    search(filter.search.as_deref())?;
    few("filter.status", filter.status.len())?;
    few("filter.role", filter.role.len())?;
    few("filter.location", filter.location.len())?;
    few("filter.origin", filter.origin.len())?;
    few("filter.second_factor", filter.second_factor.len())?;
    few("filter.sign_in_way", filter.sign_in_way.len())
}

/// A table of results: a thousand and its headings, of few columns.
pub(crate) fn table(rows: &[Vec<String>]) -> IpcResult<()> {
    few("rows", rows.len().saturating_sub(1))?;
    for row in rows {
        if row.len() > MAX_COLUMNS {
            return Err(IpcError::field(
                "rows",
                FieldCode::TooMany,
                max(MAX_COLUMNS),
            ));
        }
        row.iter()
            .try_for_each(|cell| at_most("rows", cell, MAX_TEXT))?;
    }
    Ok(())
}

pub(crate) fn clipboard_text(text: &str) -> IpcResult<()> {
    required("text", text)?;
    at_most("text", text, MAX_TEXT)
}

/// What the browser of the system shows at the end.
pub(crate) fn page_words(field: &str, text: &str) -> IpcResult<()> {
    required(field, text)?;
    at_most(field, text, MAX_PAGE_WORDS)
}

pub(crate) fn link(url: &str) -> IpcResult<()> {
    at_most("url", url, MAX_TEXT)
}

/// An address of the app's own pages.
pub(crate) fn address(address: &str) -> IpcResult<()> {
    at_most("address", address, MAX_TEXT)?;
    if address.starts_with('/') && !address.contains(char::is_control) {
        return Ok(());
    }
    Err(IpcError::field(
        "address",
        FieldCode::Malformed,
        Params::new(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(outcome: IpcResult<()>) -> Option<(String, FieldCode)> {
        let error = outcome.err()?;
        let first = error.errors.first()?;
        Some((first.field.clone(), first.code))
    }

    #[test]
    fn names_and_passwords_have_ends() {
        assert_eq!(code(credentials("a", "b")), None);
        assert_eq!(
            code(credentials(" ", "b")),
            Some(("sign_in_name".to_owned(), FieldCode::Required))
        );
        assert_eq!(
            code(credentials("a", &"b".repeat(1_025))),
            Some(("password".to_owned(), FieldCode::TooLong))
        );
    }

    #[test]
    fn an_idempotency_key_fits_a_header() {
        assert!(idempotency_key("0190-abc").is_ok());
        for key in ["", "a b", "a\r\nb", "ü", &"a".repeat(65)] {
            assert!(idempotency_key(key).is_err(), "{key:?}");
        }
    }

    #[test]
    fn an_address_is_one_of_the_app() {
        assert!(address("/users?search=%C3%BC").is_ok());
        for other in ["", "users", "https://evil.example/", "/users\n"] {
            assert!(address(other).is_err(), "{other:?}");
        }
        assert!(address(&format!("/{}", "a".repeat(4_096))).is_err());
    }

    #[test]
    fn a_table_is_bounded() {
        let row = vec!["a".to_owned()];
        assert!(table(&vec![row.clone(); 1_001]).is_ok());
        assert!(table(&vec![row; 1_002]).is_err());
        assert!(table(&[vec![String::new(); 21]]).is_err());
        assert!(table(&[vec!["a".repeat(4_097)]]).is_err());
    }

    #[test]
    fn a_query_is_bounded() {
        assert!(user_query(&UserQuery::default()).is_ok());
        let long = UserQuery {
            search: Some("a".repeat(101)),
            ..UserQuery::default()
        };
        assert!(user_query(&long).is_err());
        for limit in [0, 201, u16::MAX] {
            let query = UserQuery {
                limit: Some(limit),
                ..UserQuery::default()
            };
            assert!(user_query(&query).is_err(), "{limit}");
        }
    }
}
