//! Databases on a PostgreSQL server that last as long as a test.

use std::str::FromStr;

use sea_orm::sqlx::{
    self, AssertSqlSafe, ConnectOptions, Connection, Executor, PgConnection, Row,
    postgres::PgConnectOptions,
};
use uuid::Uuid;

use super::template_name;
use crate::database::{Database, DatabaseOptions};

/// The variable with the address of the server.
const VARIABLE: &str = "KEYHOLDER_TEST_POSTGRES_URL";

/// A database that is dropped with the value.
#[derive(Debug)]
pub(super) struct TemporaryDatabase {
    server: String,
    name: String,
}

impl TemporaryDatabase {
    /// A copy of the migrated template.
    pub(super) async fn from_template() -> Self {
        let server = server();
        let mut connection = connect(&server).await;
        let template = template(&mut connection, &server).await;
        Self::create(connection, server, &format!("TEMPLATE {template}")).await
    }

    /// A database without anything.
    pub(super) async fn blank() -> Self {
        let server = server();
        let connection = connect(&server).await;
        Self::create(connection, server, "TEMPLATE template0").await
    }

    async fn create(mut connection: PgConnection, server: String, source: &str) -> Self {
        let name = format!("keyholder_test_{}", Uuid::now_v7().simple());
        run(&mut connection, format!("CREATE DATABASE {name} {source}")).await;
        Self { server, name }
    }

    pub(super) fn url(&self) -> String {
        url(&self.server, &self.name)
    }
}

impl Drop for TemporaryDatabase {
    fn drop(&mut self) {
        let (server, name) = (self.server.clone(), self.name.clone());
        // Dropping cannot wait in the test's own runtime; what is left behind harms nobody.
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async {
                let mut connection = connect(&server).await;
                until_left(&mut connection, &name).await;
                let drop = format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)");
                run(&mut connection, drop).await;
            });
        });
        let _ = thread.join();
    }
}

/// Ends who is connected and waits until they are gone: `WITH (FORCE)` does so too, but looks every 100 ms only.
async fn until_left(connection: &mut PgConnection, database: &str) {
    let end = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1";
    // Whoever does not go within that many questions is left to FORCE.
    for _ in 0..1_000 {
        let there = sqlx::query(end).bind(database).fetch_one(&mut *connection);
        let there = there.await.expect("the test server tells who is there");
        if there.get::<i64, _>(0) == 0 {
            return;
        }
    }
}

fn server() -> String {
    std::env::var(VARIABLE).unwrap_or_else(|_| {
        panic!("tests on PostgreSQL need {VARIABLE}, the address of a database on a test server")
    })
}

fn url(server: &str, database: &str) -> String {
    let mut url = PgConnectOptions::from_str(server)
        .expect("the address of the test server can be read")
        .database(database)
        .to_url_lossy();
    url.set_path(database);
    url.to_string()
}

async fn connect(server: &str) -> PgConnection {
    PgConnection::connect(server)
        .await
        .expect("the test server that the environment names answers")
}

async fn run(connection: &mut PgConnection, sql: String) {
    connection
        .execute(sqlx::raw_sql(AssertSqlSafe(sql)))
        .await
        .expect("the test server does as told");
}

/// The name of the template of this schema, which is made if it does not exist. Tests run in
/// processes of their own, so the server itself is asked to let one at a time do it.
async fn template(connection: &mut PgConnection, server: &str) -> String {
    let name = template_name();
    run(connection, "SELECT pg_advisory_lock(7235419)".to_owned()).await;
    let exists = sqlx::query("SELECT count(*) FROM pg_database WHERE datname = $1")
        .bind(&name)
        .fetch_one(&mut *connection)
        .await
        .expect("the test server lists its databases")
        .get::<i64, _>(0)
        == 1;
    if !exists {
        let unfinished = format!("{name}_unfinished");
        run(connection, format!("DROP DATABASE IF EXISTS {unfinished}")).await;
        run(
            connection,
            format!("CREATE DATABASE {unfinished} TEMPLATE template0"),
        )
        .await;
        let url = url(server, &unfinished);
        let database = Database::connect(&url, DatabaseOptions::default())
            .await
            .expect("the template opens");
        database.migrate().await.expect("the template is migrated");
        database.close().await.expect("the template is closed");
        run(
            connection,
            format!("ALTER DATABASE {unfinished} RENAME TO {name}"),
        )
        .await;
    }
    run(connection, "SELECT pg_advisory_unlock(7235419)".to_owned()).await;
    name
}
