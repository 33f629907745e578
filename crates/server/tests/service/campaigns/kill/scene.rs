//! The customers, the writers, and what the database must hold between two lives of the service.

use std::{collections::BTreeMap, sync::Arc};

use keyholder_client::{Clock, DeviceKey};
use keyholder_domain::{
    ids::{AuditSubjectId, UserId},
    role::BuiltInRole,
};
use keyholder_store::{
    Database, DatabaseOptions, access_facts,
    audit::{self, AuditFilter, AuditPosition, AuditView},
    testing::{self, TestDatabase},
};
use tempfile::TempDir;
use tokio::process::Command;

use super::{
    journal::{Confirmed, Journal},
    writer::Writer,
};
use crate::support::{
    House, Member, PASSWORD,
    program::{self, Process},
    try_sign_in,
};

const WRITERS: usize = 32;
/// Writers of one customer meet at its audit chain; those of others do not.
const CUSTOMERS: usize = 4;

/// A database that nobody has open, with writers who are signed in to it.
pub(super) struct Scene {
    database: Arc<TestDatabase>,
    folder: Arc<TempDir>,
    pub(super) writers: Vec<Writer>,
    /// Rows of each table before the first life.
    before: BTreeMap<&'static str, usize>,
}

/// One row in each for every person whom a writer adds.
const ROWS_OF_A_PERSON: [&str; 5] = ["users", "memberships", "directory", "invitations", "outbox"];

impl Scene {
    pub(super) async fn set(database: TestDatabase) -> Self {
        let house = House::on(database).await;
        // The processes that follow go by the real time.
        house.clock.set(Clock::system().now());
        let mut merchants = Vec::new();
        for number in 0..CUSTOMERS {
            merchants.push(house.merchant(&format!("{}", 200_001 + number)).await);
        }
        let mut writers = Vec::new();
        for number in 0..WRITERS {
            let merchant = &merchants[number % CUSTOMERS];
            let member = Member::new(format!("w{number}"), BuiltInRole::MerchantAdministrator);
            let admin = house.member(merchant, member).await;
            let key = DeviceKey::generate().unwrap();
            let same = DeviceKey::from_bytes(&key.to_bytes()).unwrap();
            let tokens = try_sign_in(&house.client_with(same), &admin.name, PASSWORD)
                .await
                .unwrap();
            let (cashier, refresh) = (merchant.roles["cashier"], tokens.refresh_token.into());
            writers.push(Writer::new(number, merchant.id, cashier, &key, refresh));
        }
        let before = rows(house.app.database.clone()).await;
        let (database, folder) = house.leave().await;
        Self {
            database,
            folder,
            writers,
            before,
        }
    }

    /// The service on this database.
    pub(super) fn command(&self) -> Command {
        program::command(self.database.url(), self.folder.path())
    }

    /// Holds the database against what the journal says of some users, while no service runs.
    pub(super) async fn check(&self, users: &BTreeMap<UserId, Confirmed>) {
        let database = Database::connect(self.database.url(), DatabaseOptions::default())
            .await
            .unwrap();
        testing::assert_sound(&database).await;
        for (&user, confirmed) in users {
            let facts = access_facts::find(&database, confirmed.customer, user).await;
            let facts = facts.unwrap();
            let version = facts
                .unwrap_or_else(|| panic!("lost: {user} {confirmed:?}"))
                .version;
            let newest = confirmed.version + u32::from(confirmed.open);
            assert!(
                (confirmed.version..=newest).contains(&version),
                "{user} has version {version}, confirmed was {confirmed:?}"
            );
            let about = AuditFilter {
                about: Some(AuditSubjectId::from_uuid(user.as_uuid())),
                ..AuditFilter::default()
            };
            let page = audit::page(
                &database,
                AuditView::whole(confirmed.customer),
                &about,
                AuditPosition::Newest,
                100,
            )
            .await
            .unwrap();
            // Adding somebody writes two entries, each edit one.
            assert_eq!(
                page.events.len(),
                usize::try_from(version).unwrap() + 1,
                "{user} has version {version} and the log says {:?}",
                page.events
            );
        }
        for chain in audit::chains(&database).await.unwrap() {
            audit::verify(&database, chain).await.unwrap();
        }
        let now = rows(database.clone()).await;
        let added = |table: &str| now[table] - self.before[table];
        for table in ROWS_OF_A_PERSON {
            assert_eq!(
                added(table),
                added("users"),
                "somebody is there by half: {table}"
            );
        }
        database.close().await.unwrap();
    }

    /// Asks again for everything that was never answered.
    pub(super) async fn settle(&mut self, journal: &Journal) {
        let process = Process::start(&mut self.command()).await;
        let origin = process.origin.clone();
        for writer in &mut self.writers {
            writer.settle(&origin, journal).await;
        }
        process.kill().await;
        let database = Database::connect(self.database.url(), DatabaseOptions::default()).await;
        let now = rows(database.unwrap()).await;
        let added = now["users"] - self.before["users"];
        assert_eq!(
            added,
            journal.users().len(),
            "somebody was added twice, or never"
        );
    }

    /// The shipped command finds nothing either.
    pub(super) async fn verify_audit(&self) {
        let done = self.command().arg("verify-audit").output().await.unwrap();
        let told = String::from_utf8_lossy(&done.stdout);
        assert!(done.status.success(), "{told}");
        assert!(told.lines().count() >= CUSTOMERS, "{told}");
    }
}

async fn rows(database: Database) -> BTreeMap<&'static str, usize> {
    let dump = testing::dump(&database).await;
    let count = |table| (table, dump[table].len());
    ROWS_OF_A_PERSON.map(count).into()
}
