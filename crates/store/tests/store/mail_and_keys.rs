//! The mail queue, idempotency keys and service clients.

use std::time::Duration;

use keyholder_domain::ids::{MailId, ServiceClientId};
use keyholder_store::{
    idempotency::{self, Answer, Claim},
    on_both_databases,
    outbox::{self, NewMail},
    service_clients::{self, ServiceClient},
    testing::dump,
};

use crate::fixture::{self, NOW, customer_id};

const MINUTE: Duration = Duration::from_mins(1);

fn mail(number: u64) -> NewMail {
    NewMail {
        id: MailId::from_uuid(fixture::uuid(9, number)),
        letter: r#"{"to":"anna@example.com","seed":"secret"}"#.to_owned(),
        created_at: NOW + Duration::from_secs(number),
    }
}

on_both_databases! {
    async fn parallel_senders_take_each_mail_once(database: TestDatabase) {
        let tx = database.begin_write().await.unwrap();
        for number in 1..=20 {
            outbox::insert(&tx, &mail(number)).await.unwrap();
        }
        tx.commit().await.unwrap();
        assert_eq!(outbox::next_due(database.database()).await.unwrap(), Some(mail(1).created_at));
        let senders: Vec<_> = (0..8)
            .map(|_| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await.unwrap();
                    let taken = outbox::claim_due(&tx, NOW + MINUTE, NOW + MINUTE * 2, 5).await.unwrap();
                    tx.commit().await.unwrap();
                    taken
                })
            })
            .collect();
        let mut ids = Vec::new();
        for sender in senders {
            ids.extend(sender.await.unwrap().into_iter().map(|due| due.mail.id));
        }
        ids.sort();
        assert_eq!(ids, (1..=20).map(|number| mail(number).id).collect::<Vec<_>>());
    }

    async fn a_mail_is_tried_again_and_its_letter_erased_in_the_end(database: TestDatabase) {
        let tx = database.begin_write().await.unwrap();
        outbox::insert(&tx, &mail(1)).await.unwrap();
        outbox::insert(&tx, &mail(2)).await.unwrap();
        let now = NOW + MINUTE;
        let first = outbox::claim_due(&tx, now, now + MINUTE, 1).await.unwrap();
        assert_eq!((first[0].mail.clone(), first[0].attempts), (mail(1), 1));
        outbox::retry_later(&tx, first[0].mail.id, now + MINUTE * 3, "451").await.unwrap();
        let due = outbox::claim_due(&tx, now, now + MINUTE, 10).await.unwrap();
        assert_eq!(due.iter().map(|due| due.mail.id).collect::<Vec<_>>(), [mail(2).id]);
        outbox::mark_sent(&tx, mail(2).id, now).await.unwrap();
        let again = outbox::claim_due(&tx, now + MINUTE * 3, now + MINUTE * 9, 10).await.unwrap();
        assert_eq!((again.len(), again[0].attempts), (1, 2));
        outbox::mark_failed(&tx, mail(1).id, now, "550").await.unwrap();
        assert_eq!(outbox::next_due(&tx).await.unwrap(), None);
        let rows = dump(&tx).await.remove("outbox").unwrap();
        assert!(rows.iter().all(|row| !row.contains("secret")), "{rows:?}");
    }

    async fn a_key_answers_the_same_request_only(database: TestDatabase) {
        let answer = Answer { status: 201, location: Some("/x".to_owned()), body: "{}".to_owned() };
        let tx = database.begin_write().await.unwrap();
        let claim = idempotency::claim(&tx, "anna", "k", &[1; 32], NOW).await.unwrap();
        assert_eq!(claim, Claim::Fresh);
        idempotency::complete(&tx, "anna", "k", &answer).await.unwrap();
        tx.commit().await.unwrap();
        let tx = database.begin_write().await.unwrap();
        for (caller, hash, expected) in [
            ("anna", [1; 32], Claim::Answered(answer)),
            ("anna", [2; 32], Claim::Reused),
            ("berta", [2; 32], Claim::Fresh),
        ] {
            let claim = idempotency::claim(&tx, caller, "k", &hash, NOW + MINUTE).await.unwrap();
            assert_eq!(claim, expected, "{caller}");
        }
        assert_eq!(idempotency::purge(&tx, NOW + MINUTE).await.unwrap(), 1);
    }

    async fn of_parallel_requests_with_one_key_one_acts(database: TestDatabase) {
        let requests: Vec<_> = (0..12)
            .map(|_| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await.unwrap();
                    let claim = idempotency::claim(&tx, "anna", "k", &[1; 32], NOW).await.unwrap();
                    let fresh = claim == Claim::Fresh;
                    if fresh {
                        let answer =
                            Answer { status: 201, location: None, body: "{}".to_owned() };
                        idempotency::complete(&tx, "anna", "k", &answer).await.unwrap();
                    } else {
                        assert!(matches!(claim, Claim::Answered(_)), "{claim:?}");
                    }
                    tx.commit().await.unwrap();
                    fresh
                })
            })
            .collect();
        let mut acted = 0;
        for request in requests {
            acted += usize::from(request.await.unwrap());
        }
        assert_eq!(acted, 1);
    }

    async fn a_revoked_secret_is_unknown(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let client = ServiceClient {
            id: ServiceClientId::from_uuid(fixture::uuid(10, 1)),
            customer_id: customer_id(1),
            name: "Back office".to_owned(),
            created_at: NOW,
        };
        let tx = database.begin_write().await.unwrap();
        service_clients::insert(&tx, &client, &[1; 32]).await.unwrap();
        let found = service_clients::find_by_secret(&tx, &[1; 32]).await.unwrap();
        assert_eq!(found.as_ref(), Some(&client));
        assert_eq!(service_clients::find_by_secret(&tx, &[2; 32]).await.unwrap(), None);
        service_clients::revoke(&tx, customer_id(2), client.id, NOW).await.unwrap();
        assert!(service_clients::find_by_secret(&tx, &[1; 32]).await.unwrap().is_some());
        service_clients::revoke(&tx, customer_id(1), client.id, NOW).await.unwrap();
        assert_eq!(service_clients::find_by_secret(&tx, &[1; 32]).await.unwrap(), None);
    }
}
