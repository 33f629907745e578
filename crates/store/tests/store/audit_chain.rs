//! The audit log as a chain.

use keyholder_domain::{
    audit::AuditAction,
    audit_chain::ChainFault,
    ids::{AuditEventId, AuditSubjectId},
};
use keyholder_store::{
    Database, StoreError,
    audit::{self, AuditFilter, AuditPosition, AuditView, VerifyError},
    on_both_databases,
};

use crate::fixture::{self, customer_id, user_id};

async fn with_events(database: &Database, count: u64) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
    for number in 1..=count {
        fixture::append(&tx, &fixture::event(Some(1), number)).await;
    }
    fixture::append(&tx, &fixture::event(None, count + 1)).await;
    tx.commit().await.unwrap();
}

/// Changes rows behind the store's back, past the triggers, as somebody with the file would.
async fn tamper(database: &keyholder_store::testing::TestDatabase, sql: &str) {
    database.tamper("audit_events", sql).await;
}

async fn fault(database: &Database) -> ChainFault {
    match audit::verify(database, Some(customer_id(1))).await {
        Err(VerifyError::Fault(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

on_both_databases! {
    async fn eight_writers_make_one_whole_chain(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let writers: Vec<_> = (0..8_u64)
            .map(|writer| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    for number in 0..25 {
                        let tx = database.begin_write().await.unwrap();
                        fixture::append(&tx, &fixture::event(Some(1), writer * 100 + number)).await;
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let verified = audit::verify(database.database(), Some(customer_id(1))).await.unwrap();
        assert_eq!(verified.entries, 200);
        assert_eq!(audit::chains(database.database()).await.unwrap(), [Some(customer_id(1))]);
    }

    async fn chains_are_apart_and_each_is_verified(database: TestDatabase) {
        with_events(&database, 3).await;
        let chains = audit::chains(database.database()).await.unwrap();
        assert_eq!(chains, [None, Some(customer_id(1))]);
        let global = audit::verify(database.database(), None).await.unwrap();
        assert_eq!(global.entries, 1);
        let missing = audit::verify(database.database(), Some(customer_id(2))).await;
        assert!(matches!(missing, Err(VerifyError::Store(StoreError::NotFound))));
    }

    async fn entries_cannot_be_changed_or_deleted_through_sql(database: TestDatabase) {
        with_events(&database, 3).await;
        for sql in [
            "UPDATE audit_events SET action = 'signed_in'",
            "UPDATE audit_events SET salt = NULL, details = NULL, action = 'signed_in'",
            "UPDATE audit_events SET salt = NULL, details = NULL, target_id = NULL",
            "UPDATE audit_events SET details = '{}'",
            "DELETE FROM audit_events",
        ] {
            let refused = database.run(sql).await;
            assert!(matches!(refused, Err(StoreError::Refused(_))), "{sql}: {refused:?}");
        }
        audit::verify(database.database(), Some(customer_id(1))).await.unwrap();
    }

    async fn erased_details_leave_the_chain_whole(database: TestDatabase) {
        with_events(&database, 3).await;
        let tx = database.begin_write().await.unwrap();
        let id = AuditEventId::from_uuid(fixture::uuid(5, 2));
        audit::erase_details(&tx, id).await.unwrap();
        tx.commit().await.unwrap();
        audit::verify(database.database(), Some(customer_id(1))).await.unwrap();
        let page = audit::page(database.database(), AuditView::whole(customer_id(1)), &AuditFilter::default(), AuditPosition::Newest, 9)
            .await
            .unwrap();
        let erased: Vec<_> = page.events.iter().map(|event| event.details.is_none()).collect();
        assert_eq!(erased, [false, true, false]);
    }

    async fn tampering_is_named_with_its_place(database: TestDatabase) {
        with_events(&database, 6).await;
        let chain = customer_id(1);
        for (sql, expected) in [
            ("UPDATE audit_events SET details = '{}' WHERE sequence = 5", ChainFault::DetailsAltered(5)),
            ("UPDATE audit_events SET action = 'signed_in' WHERE sequence = 4", ChainFault::Altered(4)),
            ("UPDATE audit_events SET action = 'nonsense' WHERE sequence = 3", ChainFault::Altered(3)),
            ("DELETE FROM audit_events WHERE sequence = 3", ChainFault::Gap(3)),
            ("DELETE FROM audit_events WHERE sequence > 1", ChainFault::CutOff(1)),
        ] {
            tamper(&database, &format!("{sql} AND chain = '{chain}'")).await;
            assert_eq!(fault(&database).await, expected, "{sql}");
        }
    }

    async fn the_log_is_read_newest_first_in_pages_both_ways(database: TestDatabase) {
        with_events(&database, 7).await;
        let on = database.database();
        let read = async |position| {
            let page = audit::page(on, AuditView::whole(customer_id(1)), &AuditFilter::default(), position, 3).await.unwrap();
            let places: Vec<_> = page.events.iter().map(|event| event.sequence).collect();
            (places, page.older, page.newer)
        };
        let (places, older, newer) = read(AuditPosition::Newest).await;
        assert_eq!((places, newer), (vec![7, 6, 5], None));
        let (places, older, newer) = read(older.unwrap()).await;
        assert_eq!(places, [4, 3, 2]);
        assert_eq!(read(newer.unwrap()).await.0, [7, 6, 5]);
        let (places, older, newer) = read(older.unwrap()).await;
        assert_eq!((places, older), (vec![1], None));
        assert_eq!(read(newer.unwrap()).await.0, [4, 3, 2]);

        let about = AuditFilter {
            about: Some(AuditSubjectId::from_uuid(user_id(5).as_uuid())),
            ..AuditFilter::default()
        };
        let page = audit::page(on, AuditView::whole(customer_id(1)), &about, AuditPosition::Newest, 3)
            .await
            .unwrap();
        assert_eq!((page.events.len(), page.older, page.newer), (1, None, None));
        let event = &page.events[0];
        assert_eq!(event.action, AuditAction::UserCreated);
        assert_eq!(event.target_name, None);
        assert_eq!(event.actor_name.as_deref(), Some("Anna Ünal"));
        let stranger = audit::page(on, AuditView::whole(customer_id(2)), &AuditFilter::default(), AuditPosition::Newest, 3).await.unwrap();
        assert_eq!(stranger.events, []);
    }
}
