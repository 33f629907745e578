//! Parallel writers.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::RoleId,
    last_administrator,
    permission::{Permission, PermissionSet},
    role::BuiltInRole,
};
use keyholder_store::{
    StoreError, access_facts, additions, audit,
    directory::Holder,
    error::unique,
    memberships, on_both_databases,
    roles::{self, Role},
    users,
};

use crate::fixture::{self, NOW, customer_id, role_id, user_id};

on_both_databases! {
    async fn parallel_writers_lose_nothing(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
        tx.commit().await.unwrap();
        let writers: Vec<_> = (0..8_u64)
            .map(|writer| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    for number in 0..10 {
                        let tx = database.begin_write().await.unwrap();
                        let facts = access_facts::lock(&tx, customer_id(1), user_id(1)).await.unwrap();
                        assert!(facts.is_some());
                        memberships::bump(&tx, customer_id(1), user_id(1)).await.unwrap();
                        fixture::append(&tx, &fixture::event(Some(1), writer * 100 + number)).await;
                        tx.commit().await.unwrap();
                    }
                })
            })
            .collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let facts = access_facts::find(database.database(), customer_id(1), user_id(1)).await;
        // Version 1, one acceptance, eighty changes.
        assert_eq!(facts.unwrap().unwrap().version, 82);
        let chain = audit::verify(database.database(), Some(customer_id(1))).await.unwrap();
        assert_eq!(chain.entries, 80);
    }

    async fn of_parallel_creations_with_one_address_one_succeeds(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tries: Vec<_> = (1..=12_u64)
            .map(|number| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let mut user = fixture::new_user(number, "Anna", "Ünal");
                    user.sign_in_name = fixture::new_user(0, "Anna", "Ünal").sign_in_name;
                    let tx = database.begin_write().await.unwrap();
                    users::insert(&tx, &user).await?;
                    tx.commit().await
                })
            })
            .collect();
        let mut made = 0;
        for each in tries {
            match each.await.unwrap() {
                Ok(()) => made += 1,
                Err(error) => assert!(error.is_taken(unique::SIGN_IN_NAME), "{error}"),
            }
        }
        assert_eq!(made, 1);
    }

    async fn a_second_membership_and_foreign_parts_are_refused_by_name(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        let user = fixture::new_user(1, "Anna", "Ünal");
        fixture::add_member(&tx, 1, &user).await;
        tx.commit().await.unwrap();
        let tx = database.begin_write().await.unwrap();
        let twice = memberships::insert(&tx, &fixture::new_membership(1, &user)).await;
        assert!(twice.unwrap_err().is_taken(unique::MEMBERSHIP));
        drop(tx);
        let tx = database.begin_write().await.unwrap();
        let mut foreign = fixture::new_membership(2, &user);
        foreign.roles = BTreeSet::from([role_id(1, BuiltInRole::Cashier)]);
        // SQLite and PostgreSQL both check at the end of the statement.
        let refused = memberships::insert(&tx, &foreign).await;
        assert!(matches!(refused, Err(StoreError::NotFound)), "{refused:?}");
    }

    async fn two_administrators_cannot_send_each_other_away(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for number in [1, 2] {
            fixture::add_member(&tx, 1, &fixture::new_user(number, "Anna", "Ünal")).await;
            let roles = BTreeSet::from([role_id(1, BuiltInRole::MerchantAdministrator)]);
            memberships::set_roles(&tx, customer_id(1), user_id(number), &roles).await.unwrap();
        }
        fixture::add_member(&tx, 1, &fixture::new_user(3, "No", "Administrator")).await;
        tx.commit().await.unwrap();
        let tries: Vec<_> = [1, 2]
            .map(|number| {
                let database = database.database().clone();
                tokio::spawn(async move {
                    let tx = database.begin_write().await.unwrap();
                    let others = access_facts::working_administrators_besides(
                        &tx, customer_id(1), user_id(number), NOW,
                    )
                    .await
                    .unwrap();
                    if last_administrator::may_fall_away(others.len() as u64).is_err() {
                        return false;
                    }
                    memberships::deactivate(&tx, customer_id(1), user_id(number), NOW).await.unwrap();
                    tx.commit().await.unwrap();
                    true
                })
            })
            .into();
        let mut gone = 0;
        for each in tries {
            gone += usize::from(each.await.unwrap());
        }
        assert_eq!(gone, 1);
    }

    async fn who_waited_for_a_change_of_a_role_gives_it_as_it_is(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let (place, id) = (customer_id(1), role_id(1, BuiltInRole::Cashier));
        let own = RoleId::from_uuid(fixture::uuid(9, 1));
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
        let before = PermissionSet::only(Permission::ActivityView);
        roles::insert_own(&tx, place, own, "Night shift", before, NOW).await.unwrap();
        tx.commit().await.unwrap();
        let both = BTreeSet::from([id, own]);
        let wanted = |all: Vec<Role>| {
            all.into_iter().map(|role| (role.id, role.permissions)).collect::<Vec<_>>()
        };

        let changing = database.begin_write().await.unwrap();
        roles::lock(&changing, place, own).await.unwrap();
        let giving = {
            let (database, both) = (database.database().clone(), both.clone());
            tokio::spawn(async move {
                let tx = database.begin_write().await.unwrap();
                let newcomer = fixture::new_user(3, "Cem", "Neu");
                let begun = additions::begin(&tx, place, user_id(1), &newcomer, &both);
                begun.await.unwrap().unwrap().roles
            })
        };
        database.until_somebody_waits().await;
        let after = PermissionSet::only(Permission::UsersManage);
        roles::change_own(&changing, place, own, "Night", after).await.unwrap();
        changing.commit().await.unwrap();
        let given = wanted(giving.await.unwrap());
        assert_eq!(given, wanted(roles::find_all(database.database(), place, &both).await.unwrap()));
        assert!(given.contains(&(own, after)));
        assert_eq!(given.len(), 2);
    }

    async fn who_waited_for_the_same_address_sees_who_has_it_now(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let place = customer_id(1);
        let first = fixture::new_user(1, "Anna", "Ünal");
        let mut second = fixture::new_user(2, "Ben", "Ode");
        second.sign_in_name = first.sign_in_name.clone();
        let roles = BTreeSet::from([role_id(1, BuiltInRole::Cashier)]);
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(3, "Cem", "Alt")).await;
        tx.commit().await.unwrap();

        let adding = database.begin_write().await.unwrap();
        let begun = additions::begin(&adding, place, user_id(3), &first, &roles);
        let begun = begun.await.unwrap().unwrap();
        assert_eq!((begun.person, begun.holders), (first.id, vec![]));
        memberships::insert(&adding, &fixture::new_membership(1, &first)).await.unwrap();
        let waiting = {
            let database = database.database().clone();
            tokio::spawn(async move {
                let tx = database.begin_write().await.unwrap();
                let begun = additions::begin(&tx, place, user_id(3), &second, &roles);
                begun.await.unwrap().unwrap()
            })
        };
        database.until_somebody_waits().await;
        adding.commit().await.unwrap();
        let holder = Holder { user_id: first.id, deleted: false };
        let begun = waiting.await.unwrap();
        assert_eq!((begun.person, begun.holders), (first.id, vec![holder]));
    }
}
