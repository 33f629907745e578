//! The read model against the tables it is made from.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::InvitationId, location_scope::LocationScope, role::BuiltInRole, timestamp::Timestamp,
};
use keyholder_store::{
    Database, WriteTransaction, access_facts, credentials, directory,
    invitations::{self, NewInvitation},
    memberships, on_both_databases, role_members,
    testing::dump,
    users,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use crate::fixture::{self, NOW, customer_id, location_id, role_id, user_id};

const PEOPLE: u64 = 6;

async fn act(tx: &WriteTransaction, step: u64, action: u8, customer: u64, user: u64) {
    let (at, id) = (NOW + std::time::Duration::from_secs(step), user_id(user));
    let place = customer_id(customer);
    match action {
        0 => memberships::accept(tx, place, id, at).await.unwrap(),
        1 => memberships::deactivate(tx, place, id, at).await.unwrap(),
        2 => memberships::reactivate(tx, place, id).await.unwrap(),
        3 => memberships::delete(tx, place, id, at).await.unwrap(),
        4 => {
            let roles = BTreeSet::from([
                role_id(
                    customer,
                    BuiltInRole::ALL[usize::try_from(step % 7).unwrap()],
                ),
                role_id(customer, BuiltInRole::Auditor),
            ]);
            memberships::set_roles(tx, place, id, &roles).await.unwrap();
        }
        5 => {
            let scope = match step % 3 {
                0 => LocationScope::All,
                1 => LocationScope::NoneYet,
                _ => LocationScope::only([location_id(customer, 1), location_id(customer, 2)])
                    .unwrap(),
            };
            memberships::set_scope(tx, place, id, &scope).await.unwrap();
        }
        6 => {
            let invitation = NewInvitation {
                id: InvitationId::from_uuid(fixture::uuid(8, step)),
                customer_id: place,
                user_id: id,
                token_hash: std::array::from_fn(|byte| step.to_be_bytes()[byte % 8]),
                created_at: at,
                created_by: None,
                needs_code: false,
                mailed: true,
                expires_at: at,
            };
            invitations::insert(tx, &invitation).await.unwrap();
        }
        7 => users::record_sign_in(tx, id, at).await.unwrap(),
        8 => users::set_locked_until(tx, id, Some(at)).await.unwrap(),
        9 => credentials::set_password(tx, id, "hash", at).await.unwrap(),
        10 => {
            let (from, to) = (BuiltInRole::Auditor, BuiltInRole::Cashier);
            let to = step.is_multiple_of(2).then(|| role_id(customer, to));
            role_members::move_all(tx, place, role_id(customer, from), to)
                .await
                .unwrap();
        }
        _ => {
            let name = format!("Name {step}");
            users::rename(tx, id, &name.parse().unwrap(), &name.parse().unwrap())
                .await
                .unwrap();
        }
    }
}

/// What each row should say, from the tables of truth.
async fn compare(database: &Database) {
    for customer in [1, 2] {
        for user in 1..=PEOPLE {
            let (place, id) = (customer_id(customer), user_id(user));
            let row = directory::find(database, place, id).await.unwrap().unwrap();
            let facts = access_facts::find(database, place, id)
                .await
                .unwrap()
                .unwrap();
            let person = users::find(database, id).await.unwrap().unwrap();
            assert_eq!(row.version, facts.version);
            assert_eq!(row.status, facts.status);
            assert_eq!(row.roles, facts.roles);
            assert_eq!(row.sign_in_name, person.sign_in_name);
            let scope = match &facts.access.scope {
                LocationScope::All => directory::ScopeSummary::All,
                LocationScope::NoneYet => directory::ScopeSummary::NoneYet,
                LocationScope::Only(only) => {
                    directory::ScopeSummary::Only(u32::try_from(only.len()).unwrap())
                }
            };
            assert_eq!(row.scope, scope);
            if facts.status.accepted_at.is_some() {
                assert_eq!(row.given_name, person.given_name.as_str());
                assert_eq!(row.status.last_sign_in_at, person.last_sign_in_at);
            } else {
                assert_eq!(row.given_name, "Given");
                assert_eq!(row.status.last_sign_in_at, None);
                assert_eq!(row.status.password_changed_at, None);
            }
        }
    }
}

async fn people_at_both_customers(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    for number in 1..=PEOPLE {
        let user = fixture::new_user(number, "Given", "Family");
        users::insert(&tx, &user).await.unwrap();
        for customer in [1, 2] {
            memberships::insert(&tx, &fixture::new_membership(customer, &user))
                .await
                .unwrap();
        }
    }
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn every_change_reaches_the_list_in_its_own_transaction(database: TestDatabase) {
        people_at_both_customers(&database).await;
        let mut random = TestRunner::deterministic();
        let steps = (0_u8..=11, 1_u64..=2, 1..=PEOPLE, any::<bool>());
        for step in 1..=150 {
            let (action, customer, user, keep) = steps.new_tree(&mut random).unwrap().current();
            let tx = database.begin_write().await.unwrap();
            act(&tx, step, action, customer, user).await;
            if step % 3 == 0 {
                let (place, id) = (customer_id(customer), user_id(user));
                let given = directory::refresh_and_find(&tx, place, id).await.unwrap();
                let found = directory::find_in_full(&tx, place, id).await.unwrap();
                assert_eq!(given, found);
                assert!(given.is_some());
            }
            if keep || step % 5 != 0 {
                tx.commit().await.unwrap();
            } else {
                drop(tx);
            }
            if step % 10 == 0 {
                compare(&database).await;
            }
        }
        compare(&database).await;
    }

    async fn parallel_changes_in_different_tables_leave_no_stale_row(database: TestDatabase) {
        people_at_both_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for customer in [1, 2] {
            memberships::accept(&tx, customer_id(customer), user_id(1), NOW).await.unwrap();
        }
        tx.commit().await.unwrap();
        // A sign-in, another name, a scope, a switch-off and a new link, all of one person.
        let writers: Vec<_> = [7_u8, 11, 5, 1, 6, 2]
            .into_iter()
            .zip(1_u64..)
            .map(|(action, writer)| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    for round in 0..12 {
                        let tx = database.begin_write().await.unwrap();
                        act(&tx, writer * 100 + round, action, 1 + round % 2, 1).await;
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        compare(&database).await;
    }

    async fn an_inviter_learns_nothing_of_an_existing_person(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let user = fixture::new_user(1, "Real", "Name");
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &user).await;
        let mut membership = fixture::new_membership(2, &user);
        membership.given_name = "Guessed".parse().unwrap();
        memberships::insert(&tx, &membership).await.unwrap();
        tx.commit().await.unwrap();
        let row = directory::find(database.database(), customer_id(2), user.id).await.unwrap().unwrap();
        assert_eq!(row.given_name, "Guessed");
        assert_eq!(row.status.last_sign_in_at, None);
        let facts = access_facts::find(database.database(), customer_id(2), user.id).await;
        assert_eq!(facts.unwrap().unwrap().status.last_sign_in_at, None);

        let tx = database.begin_write().await.unwrap();
        memberships::accept(&tx, customer_id(2), user.id, NOW).await.unwrap();
        directory::refresh(&tx).await.unwrap();
        let row = directory::find(&tx, customer_id(2), user.id).await.unwrap().unwrap();
        assert_eq!(row.given_name, "Real");
        assert_eq!(row.status.last_sign_in_at, Some(NOW));
    }

    async fn what_is_rolled_back_leaves_nothing(database: TestDatabase) {
        people_at_both_customers(&database).await;
        let before = dump(database.database()).await;
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(99, "Not", "Here")).await;
        fixture::append(&tx, &fixture::event(Some(1), 99)).await;
        directory::refresh(&tx).await.unwrap();
        assert!(directory::find(&tx, customer_id(1), user_id(99)).await.unwrap().is_some());
        drop(tx);
        assert_eq!(dump(database.database()).await, before);
        let moment = Timestamp::from_micros(1);
        let tx = database.begin_write().await.unwrap();
        let missing = users::record_sign_in(&tx, user_id(99), moment).await;
        assert!(matches!(missing, Err(keyholder_store::StoreError::NotFound)));
    }
}
