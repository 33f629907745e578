//! An answer that is remembered is the one that would be read again: whatever
//! anybody commits, the next check says so.

use keyholder_store::{
    Database, DatabaseOptions, on_both_databases,
    session_checks::{self, Everywhere, SessionCheck},
};

use crate::{fixture::customer_id, sign_in};

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
        sign_in::signed_in(&database).await;
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
