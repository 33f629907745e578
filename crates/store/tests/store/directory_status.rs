//! The status predicate, through SQL, against the domain's own derivation.

use std::{collections::BTreeSet, time::Duration};

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DirectoryQuery, SortKey, SortOrder, UserFilter},
    ids::InvitationId,
    security_policy::SecurityPolicy,
    timestamp::Timestamp,
    user_status::{self, StatusPolicy, UserStatusKind},
};
use keyholder_store::{
    Database, credentials,
    directory::{self, Viewpoint},
    invitations::{self, NewInvitation},
    memberships, on_both_databases, users,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use crate::fixture::{self, NOW, customer_id, user_id};

/// Moments at, next to and far from the borders of the policy.
fn moment() -> impl Strategy<Value = Option<Timestamp>> {
    let days = prop::sample::select(vec![-200_i64, -91, -90, -89, -1, 0, 1, 100]);
    let nudge = prop::sample::select(vec![-1_i64, 0, 1]);
    let day = 24 * 60 * 60 * 1_000_000_i64;
    prop::option::of((days, nudge).prop_map(move |(days, nudge)| {
        Timestamp::from_micros(NOW.as_micros() + days * day + nudge)
    }))
}

async fn add_random_user(database: &Database, number: u64, facts: &[Option<Timestamp>]) {
    let [
        deleted,
        deactivated,
        accepted,
        expires,
        signed_in,
        locked,
        password,
    ] = facts
    else {
        panic!("seven facts");
    };
    let (customer, user) = (customer_id(1), fixture::new_user(number, "Kim", "Name"));
    let tx = database.begin_write().await.unwrap();
    users::insert(&tx, &user).await.unwrap();
    memberships::insert(&tx, &fixture::new_membership(1, &user))
        .await
        .unwrap();
    if let Some(at) = expires {
        let invitation = NewInvitation {
            id: InvitationId::from_uuid(fixture::uuid(8, number)),
            customer_id: customer,
            user_id: user.id,
            token_hash: std::array::from_fn(|place| number.to_be_bytes()[place % 8]),
            created_at: *at - Duration::from_mins(1),
            created_by: None,
            needs_code: false,
            mailed: true,
            expires_at: *at,
        };
        invitations::insert(&tx, &invitation).await.unwrap();
    }
    if let Some(at) = accepted {
        memberships::accept(&tx, customer, user.id, *at)
            .await
            .unwrap();
    }
    if let Some(at) = signed_in {
        users::record_sign_in(&tx, user.id, *at).await.unwrap();
    }
    if let Some(at) = password {
        credentials::set_password(&tx, user.id, "hash", *at)
            .await
            .unwrap();
    }
    users::set_locked_until(&tx, user.id, *locked)
        .await
        .unwrap();
    if let Some(at) = deactivated {
        memberships::deactivate(&tx, customer, user.id, *at)
            .await
            .unwrap();
    }
    if let Some(at) = deleted {
        memberships::delete(&tx, customer, user.id, *at)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn s043_s047_c09_a_status_filter_finds_exactly_who_has_the_status(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let mut random = TestRunner::deterministic();
        let facts = (
            prop::option::weighted(0.1, moment()),
            prop::option::weighted(0.2, moment()),
            prop::option::weighted(0.7, moment()),
            moment(),
            moment(),
            moment(),
            moment(),
        );
        for number in 1..=400 {
            let (deleted, deactivated, accepted, a, b, c, d) =
                facts.new_tree(&mut random).unwrap().current();
            let facts = [deleted.flatten(), deactivated.flatten(), accepted.flatten(), a, b, c, d];
            add_random_user(&database, number, &facts).await;
        }
        let policies = [
            SecurityPolicy::PAYMENTS.status(),
            StatusPolicy { inactivity: None, ..SecurityPolicy::PAYMENTS.status() },
            StatusPolicy { inactivity: None, password_age: None },
        ];
        let visible = VisibleUsers::All;
        for policy in policies {
            let viewpoint =
                Viewpoint { customer: customer_id(1), visible: &visible, policy, now: NOW };
            let mut everybody = BTreeSet::new();
            for kind in UserStatusKind::ALL {
                let query = DirectoryQuery {
                    filter: UserFilter { statuses: vec![kind], ..UserFilter::default() },
                    sort: SortKey::CreatedAt,
                    order: SortOrder::Descending,
                    position: None,
                    limit: 200,
                };
                let mut position = None;
                loop {
                    let query = DirectoryQuery { position, ..query.clone() };
                    let page = directory::list(database.database(), viewpoint, &query).await.unwrap();
                    for row in &page.rows {
                        assert_eq!(user_status::of(&row.status, policy, NOW).kind(), kind);
                        assert!(everybody.insert(row.user_id), "in two statuses: {}", row.user_id);
                    }
                    position = page.next;
                    if position.is_none() {
                        break;
                    }
                }
            }
            assert_eq!(everybody, (1..=400).map(user_id).collect(), "in no status");
        }
    }
}
