//! An answer that is remembered is the one that would be read again: whatever
//! anybody commits, the next check says so.

use keyholder_domain::ids::{DeviceId, SessionId};
use keyholder_store::{
    Database, DatabaseOptions,
    devices::{self, Device},
    on_both_databases,
    session_checks::{self, Everywhere, SessionCheck},
    sessions::{self, NewSession, Place, Tokens},
};

use crate::fixture::{self, NOW, customer_id, user_id};

/// One of each kind of change that a check tells of.
const CHANGES: [&str; 14] = [
    "UPDATE sessions SET proven_at = proven_at + 1",
    "UPDATE sessions SET ended_at = 1",
    "UPDATE users SET given_name = 'Other'",
    "UPDATE users SET locked_until = 1",
    "UPDATE users SET operator = TRUE",
    "UPDATE memberships SET version = version + 1",
    "INSERT INTO membership_permissions (customer_id, user_id, permission) \
     SELECT customer_id, user_id, 'users.view' FROM memberships",
    "INSERT INTO membership_locations (customer_id, user_id, location_id) \
     SELECT m.customer_id, m.user_id, l.id FROM memberships m JOIN locations l ON l.customer_id = m.customer_id;
     UPDATE memberships SET scope_kind = 'only'",
    "DELETE FROM membership_roles",
    "UPDATE customers SET mode = 'test'",
    "UPDATE customers SET acquirer_agreement = FALSE",
    "UPDATE memberships SET deactivated_at = 1",
    "UPDATE memberships SET deleted_at = 1",
    "DELETE FROM sessions",
];

async fn sign_in(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
    let device = Device {
        id: DeviceId::from_uuid(fixture::uuid(6, 1)),
        user_id: user_id(1),
        name: "Till".to_owned(),
        key_thumbprint: "thumbprint".to_owned(),
        created_at: NOW,
        last_seen_at: NOW,
    };
    let device = devices::remember(&tx, &device).await.unwrap();
    let session = NewSession {
        id: SessionId::from_uuid(fixture::uuid(7, 1)),
        user_id: user_id(1),
        device_id: device.id,
        key_thumbprint: device.key_thumbprint,
        tokens: Tokens {
            access_hash: [1; 32],
            access_expires_at: NOW,
            refresh_hash: [2; 32],
            session_expires_at: NOW,
        },
        factor: None,
        place: Place::default(),
        created_at: NOW,
    };
    sessions::insert(&tx, &session).await.unwrap();
    tx.commit().await.unwrap();
}

/// Both kinds of check.
async fn check(database: &Database) -> (Option<SessionCheck>, Option<Everywhere>) {
    let at = session_checks::at_customer(database, &[1; 32], customer_id(1));
    let everywhere = session_checks::everywhere(database, &[1; 32]);
    (at.await.unwrap(), everywhere.await.unwrap())
}

/// Opens the database as another service would.
async fn open(url: &str) -> Database {
    Database::connect(url, DatabaseOptions::default())
        .await
        .unwrap()
}

on_both_databases! {
    async fn whatever_another_service_commits_is_seen_at_the_next_check(database: TestDatabase) {
        sign_in(&database).await;
        let service = open(database.url()).await;
        for change in CHANGES {
            let mut before = check(&service).await;
            for _ in 0..3 {
                let again = check(&service).await;
                assert_eq!(again, before, "before {change}");
                before = again;
            }
            database.run(change).await.unwrap();
            let after = check(&service).await;
            assert_ne!(after, before, "{change}");
            let unremembering = open(database.url()).await;
            assert_eq!(after, check(&unremembering).await, "{change}");
            unremembering.close().await.unwrap();
        }
        assert_eq!(check(&service).await, (None, None));
    }
}
