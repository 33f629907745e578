//! Fresh databases for tests, and one test body for both products.
//!
//! PostgreSQL tests need `KEYHOLDER_TEST_POSTGRES_URL`: the address of any database on a server where
//! its user may create databases. Each test gets a database of its own, on either product copied from a
//! template that is migrated once.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot get its database fails, and says why"
)]

mod dump;
mod postgres;
mod sqlite;

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    ops::Deref,
    path::Path,
};

pub use dump::{assert_sound, dump};
use sea_orm::{
    DbBackend,
    sqlx::{self, AssertSqlSafe, Connection as _, Executor as _, SqliteConnection},
};

use crate::{
    connection::{self, Sealed},
    database::{Database, DatabaseOptions},
    error::StoreError,
    migrations,
};

/// The two products.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// A file in a temporary directory.
    Sqlite,
    /// A database on the server that `KEYHOLDER_TEST_POSTGRES_URL` names.
    Postgres,
}

/// A database that disappears with the value.
#[derive(Debug)]
pub struct TestDatabase {
    database: Database,
    url: String,
    _place: Place,
}

/// What is removed in the end.
#[derive(Debug)]
enum Place {
    File {
        _database: sqlite::TemporaryDatabase,
    },
    Server {
        _database: postgres::TemporaryDatabase,
    },
}

impl TestDatabase {
    /// A database with the newest schema.
    ///
    /// # Panics
    ///
    /// If there is none to be had.
    pub async fn new(product: Product) -> Self {
        match product {
            Product::Sqlite => {
                Self::in_file(sqlite::TemporaryDatabase::from_template().await).await
            }
            Product::Postgres => {
                Self::on_server(postgres::TemporaryDatabase::from_template().await).await
            }
        }
    }

    /// An empty database, for tests of migrations.
    ///
    /// # Panics
    ///
    /// If there is none to be had.
    pub async fn without_schema(product: Product) -> Self {
        match product {
            Product::Sqlite => Self::in_file(sqlite::TemporaryDatabase::blank()).await,
            Product::Postgres => Self::on_server(postgres::TemporaryDatabase::blank().await).await,
        }
    }

    async fn in_file(database: sqlite::TemporaryDatabase) -> Self {
        let url = database.url();
        Self {
            database: open(&url).await,
            url,
            _place: Place::File {
                _database: database,
            },
        }
    }

    async fn on_server(database: postgres::TemporaryDatabase) -> Self {
        let url = database.url();
        Self {
            database: open(&url).await,
            url,
            _place: Place::Server {
                _database: database,
            },
        }
    }

    /// The address, for a second program that opens the same database.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs SQL text as it is, in a transaction of its own.
    pub async fn run(&self, sql: &str) -> Result<(), StoreError> {
        let tx = self.database.begin_write().await?;
        connection::script(&tx, sql).await?;
        tx.commit().await
    }

    /// Runs SQL text past the triggers of a table, as somebody who has the database could.
    ///
    /// # Panics
    ///
    /// If the database refuses.
    pub async fn tamper(&self, table: &str, sql: &str) {
        let tx = self.database.begin_write().await.expect("a transaction");
        if tx.backend() == DbBackend::Sqlite {
            let triggers = format!(
                "SELECT name AS text FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '{table}'"
            );
            for trigger in dump::texts(&tx, &triggers).await {
                let drop = format!("DROP TRIGGER {trigger}");
                connection::script(&tx, &drop)
                    .await
                    .expect("the trigger is dropped");
            }
        } else {
            let disable = format!("ALTER TABLE {table} DISABLE TRIGGER USER");
            connection::script(&tx, &disable)
                .await
                .expect("the triggers are disabled");
        }
        connection::script(&tx, sql).await.expect("the text is run");
        tx.commit().await.expect("the transaction is committed");
    }

    /// Returns once a transaction waits for another one. On SQLite at once: there whoever wants to write queues
    /// before the first question.
    ///
    /// # Panics
    ///
    /// If nobody comes to wait.
    pub async fn until_somebody_waits(&self) {
        if self.database.backend() == DbBackend::Sqlite {
            return;
        }
        let sql = "SELECT count(*) FROM pg_stat_activity \
                   WHERE datname = current_database() AND wait_event_type = 'Lock'";
        for _ in 0..100_000 {
            let waiting = connection::number(&self.database, sql, []).await;
            if waiting.expect("the server tells who waits") > 0 {
                return;
            }
        }
        panic!("nobody waits");
    }

    /// The open database.
    pub fn database(&self) -> &Database {
        &self.database
    }
}

impl Deref for TestDatabase {
    type Target = Database;

    fn deref(&self) -> &Database {
        &self.database
    }
}

/// Copies an SQLite database that is in use, as a backup would.
///
/// # Panics
///
/// If it cannot be copied.
pub async fn back_up(url: &str, to: &Path) {
    let mut connection = SqliteConnection::connect(url)
        .await
        .expect("the database opens");
    let sql = format!("VACUUM INTO '{}'", to.display());
    connection
        .execute(sqlx::raw_sql(AssertSqlSafe(sql)))
        .await
        .expect("the copy is made");
}

/// What the template of this schema is called; a template is never changed.
fn template_name() -> String {
    let mut hasher = DefaultHasher::new();
    migrations::texts().hash(&mut hasher);
    format!("keyholder_template_{:016x}", hasher.finish())
}

async fn open(url: &str) -> Database {
    match Database::connect(url, DatabaseOptions::default()).await {
        Ok(database) => database,
        Err(error) => panic!("the test's database does not open: {error}"),
    }
}

/// Turns each test into two, one per product: `sqlite::name` and `postgres::name`. Once per module.
///
/// ```text
/// keyholder_store::on_both_databases! {
///     async fn a_customer_is_found_again(database: TestDatabase) {
///         ...
///     }
/// }
/// ```
#[macro_export]
macro_rules! on_both_databases {
    ($($(#[$attribute:meta])* async fn $name:ident($database:ident: TestDatabase) $body:block)+) => {
        mod bodies {
            use super::*;

            $(
                $(#[$attribute])*
                pub(super) async fn $name($database: $crate::testing::TestDatabase) $body
            )+
        }

        mod sqlite {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    use $crate::testing::{Product, TestDatabase};
                    super::bodies::$name(TestDatabase::new(Product::Sqlite).await).await;
                }
            )+
        }

        mod postgres {
            $(
                #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
                async fn $name() {
                    use $crate::testing::{Product, TestDatabase};
                    super::bodies::$name(TestDatabase::new(Product::Postgres).await).await;
                }
            )+
        }
    };
}
