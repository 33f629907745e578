//! Activation links.

use std::time::Duration;

use keyholder_domain::{
    ids::InvitationId,
    invitation::{self, LinkFault},
    security_policy::SecurityPolicy,
};
use keyholder_store::{
    Database,
    invitations::{self, NewInvitation},
    memberships, on_both_databases, users,
};

use crate::fixture::{self, NOW, customer_id, user_id};

fn link(number: u8) -> NewInvitation {
    NewInvitation {
        id: InvitationId::from_uuid(fixture::uuid(8, u64::from(number))),
        customer_id: customer_id(1),
        user_id: user_id(1),
        token_hash: [number; 32],
        created_at: NOW,
        created_by: None,
        needs_code: false,
        mailed: true,
        expires_at: NOW + SecurityPolicy::PAYMENTS.invitation(),
    }
}

async fn invited(database: &Database) {
    fixture::two_customers(database).await;
    let user = fixture::new_user(1, "Anna", "Ünal");
    let tx = database.begin_write().await.unwrap();
    users::insert(&tx, &user).await.unwrap();
    memberships::insert(&tx, &fixture::new_membership(1, &user))
        .await
        .unwrap();
    invitations::insert(&tx, &link(1)).await.unwrap();
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn s042_of_fifty_parallel_visitors_one_spends_the_link(database: TestDatabase) {
        invited(&database).await;
        let visitors: Vec<_> = (0..50)
            .map(|_| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await.unwrap();
                    let found = invitations::find(&tx, &[1; 32]).await.unwrap().unwrap();
                    let spent = invitations::spend(&tx, found.customer_id, found.id, NOW).await.unwrap();
                    tx.commit().await.unwrap();
                    spent
                })
            })
            .collect();
        let mut spent = 0;
        for visitor in visitors {
            spent += usize::from(visitor.await.unwrap());
        }
        assert_eq!(spent, 1);
    }

    async fn c016_a_newer_link_replaces_the_older_one(database: TestDatabase) {
        invited(&database).await;
        let tx = database.begin_write().await.unwrap();
        invitations::insert(&tx, &link(2)).await.unwrap();
        let old = invitations::lock(&tx, &[1; 32]).await.unwrap().unwrap();
        assert_eq!(invitation::check(&old.link, NOW), Err(LinkFault::Superseded));
        assert!(!invitations::spend(&tx, customer_id(1), old.id, NOW).await.unwrap());
        let new = invitations::lock(&tx, &[2; 32]).await.unwrap().unwrap();
        assert_eq!(invitation::check(&new.link, NOW), Ok(()));
        invitations::supersede(&tx, customer_id(1), user_id(1), NOW).await.unwrap();
        let new = invitations::find(&tx, &[2; 32]).await.unwrap().unwrap();
        assert_eq!(invitation::check(&new.link, NOW), Err(LinkFault::Superseded));
        assert_eq!(invitations::find(&tx, &[3; 32]).await.unwrap(), None);
    }

    async fn s041_opening_spends_nothing(database: TestDatabase) {
        invited(&database).await;
        let tx = database.begin_write().await.unwrap();
        for minutes in [1, 2] {
            let at = NOW + Duration::from_secs(60 * minutes);
            invitations::mark_opened(&tx, customer_id(1), link(1).id, at).await.unwrap();
        }
        let opened = invitations::find(&tx, &[1; 32]).await.unwrap().unwrap();
        assert_eq!(opened.opened_at, Some(NOW + Duration::from_mins(1)));
        assert_eq!(invitation::check(&opened.link, NOW), Ok(()));
        assert!(invitations::spend(&tx, customer_id(1), opened.id, NOW).await.unwrap());
    }
}
