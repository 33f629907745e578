//! What can go wrong with a database.

use sea_orm::{DbErr, RuntimeErr, sqlx};

/// A failed call to the store. Says nothing about the database product.
#[derive(Clone, Debug, thiserror::Error)]
pub enum StoreError {
    /// A unique key is taken. The word is the name of the key, one of [`unique`].
    #[error("the unique key {0} is taken")]
    UniqueViolation(String),
    /// A row that the call was about does not exist, or a row refers to one that does not.
    #[error("the row does not exist")]
    NotFound,
    /// The database does not answer, is busy or gave up on a deadlock. Trying again may help.
    #[error("the database is not available: {0}")]
    Unavailable(String),
    /// The database works with settings or a schema that this program must not use.
    #[error("the database cannot be used: {0}")]
    Incompatible(String),
    /// A stored value is not what this program writes.
    #[error("the database holds an impossible value: {0}")]
    Corrupt(String),
    /// The database refused a statement: a fault of this program, or a guard of the schema.
    #[error("the database refused a statement: {0}")]
    Refused(String),
}

/// The names of the unique keys that an action may meet.
pub mod unique {
    /// The customer number.
    pub const CUSTOMER_NUMBER: &str = "customers_number";
    /// The folded e-mail address or generated name.
    pub const SIGN_IN_NAME: &str = "users_sign_in_name_folded";
    /// A user at a customer.
    pub const MEMBERSHIP: &str = "memberships_customer_id_user_id";
    /// The name of a role at a customer.
    pub const ROLE_NAME: &str = "roles_customer_id_name_folded";
    /// The name of a group of locations at a customer.
    pub const LOCATION_GROUP_NAME: &str = "location_groups_customer_id_name_folded";
    /// The name of a filter that somebody keeps at a customer.
    pub const SAVED_FILTER_NAME: &str = "saved_filters_customer_id_user_id_name_folded";
    /// The id by which an authenticator knows a passkey.
    pub const CREDENTIAL: &str = "passkeys_credential_id";
    /// An account at another provider.
    pub const EXTERNAL_IDENTITY: &str = "external_identities_kind_issuer_subject";
    /// A proof of possession that was used.
    pub const PROOF: &str = "proof_ids_proof_hash";
    /// The number of a terminal at a customer.
    pub const TERMINAL_NUMBER: &str = "terminals_customer_id_number";
}

impl StoreError {
    /// Whether a unique key of this name is taken.
    pub fn is_taken(&self, key: &str) -> bool {
        matches!(self, Self::UniqueViolation(name) if name == key)
    }

    pub(crate) fn corrupt(what: impl std::fmt::Display) -> Self {
        Self::Corrupt(what.to_string())
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match &error {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            DbErr::Exec(RuntimeErr::SqlxError(inner))
            | DbErr::Query(RuntimeErr::SqlxError(inner)) => of_sqlx(inner),
            _ => Self::Corrupt(error.to_string()),
        }
    }
}

impl From<sqlx::Error> for StoreError {
    fn from(error: sqlx::Error) -> Self {
        of_sqlx(&error)
    }
}

fn of_sqlx(error: &sqlx::Error) -> StoreError {
    use sqlx::error::ErrorKind;

    let sqlx::Error::Database(database) = error else {
        return match error {
            sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_) => {
                StoreError::Corrupt(error.to_string())
            }
            _ => StoreError::Unavailable(error.to_string()),
        };
    };
    match database.kind() {
        ErrorKind::UniqueViolation => {
            StoreError::UniqueViolation(database.constraint().map_or_else(
                || key_of_sqlite(database.message()),
                |name| name.trim_end_matches("_key").to_owned(),
            ))
        }
        ErrorKind::ForeignKeyViolation => StoreError::NotFound,
        _ if is_passing(database.code().as_deref()) => StoreError::Unavailable(error.to_string()),
        _ => StoreError::Refused(error.to_string()),
    }
}

/// Whether a later attempt may pass: SQLite busy (5, 6 and their extended codes), full (13) or without
/// its disk (10); PostgreSQL connection, resource, operator and transaction-rollback classes, a lock
/// not had in time, and a server that takes no changes because another one does.
fn is_passing(code: Option<&str>) -> bool {
    let Some(code) = code else { return false };
    if code.len() == 5 {
        return ["08", "40", "53", "57"]
            .iter()
            .any(|class| code.starts_with(class))
            || ["55P03", "25006"].contains(&code);
    }
    code.parse::<u32>()
        .is_ok_and(|code| matches!(code & 0xFF, 5 | 6 | 10 | 13))
}

/// SQLite names the columns ("UNIQUE constraint failed: t.a, t.b"), PostgreSQL the constraint, which
/// the schema calls `t_a_b`.
fn key_of_sqlite(message: &str) -> String {
    let columns = message.rsplit(": ").next().unwrap_or_default();
    let mut word = String::new();
    for column in columns.split(", ") {
        let (table, name) = column.split_once('.').unwrap_or((column, ""));
        if word.is_empty() {
            word.push_str(table);
        }
        word.push('_');
        word.push_str(name);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sqlite_columns_read_like_constraint_names() {
        let message = "UNIQUE constraint failed: memberships.customer_id, memberships.user_id";
        assert_eq!(key_of_sqlite(message), unique::MEMBERSHIP);
        let message = "UNIQUE constraint failed: customers.number";
        assert_eq!(key_of_sqlite(message), unique::CUSTOMER_NUMBER);
    }

    #[test]
    fn busy_and_deadlock_pass_and_a_check_does_not() {
        for code in [
            "5", "517", "13", "778", "40P01", "40001", "55P03", "57014", "25006",
        ] {
            assert!(is_passing(Some(code)), "{code}");
        }
        for code in ["275", "1811", "23514", "P0001"] {
            assert!(!is_passing(Some(code)), "{code}");
        }
    }
}
