//! Groups of locations: what becomes of those who have one.

use std::collections::BTreeSet;

use keyholder_domain::{
    ids::{LocationGroupId, LocationId},
    location_scope::LocationScope,
};
use keyholder_store::{
    Database, StoreError, access_facts, conversions, error::unique, location_groups, memberships,
    on_both_databases, users,
};

use crate::fixture::{self, NOW, customer_id, location_id, user_id};

pub(crate) const PEOPLE: u64 = 4;

pub(crate) fn group_id(number: u64) -> LocationGroupId {
    LocationGroupId::from_uuid(fixture::uuid(9, number))
}

pub(crate) fn places(numbers: impl IntoIterator<Item = u64>) -> BTreeSet<LocationId> {
    numbers
        .into_iter()
        .map(|each| location_id(1, each))
        .collect()
}

pub(crate) async fn people(database: &Database) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    for number in 1..=PEOPLE {
        fixture::add_member(&tx, 1, &fixture::new_user(number, "Given", "Family")).await;
    }
    tx.commit().await.unwrap();
}

on_both_databases! {
    async fn l07_a_deleted_group_leaves_nobody_with_everything(database: TestDatabase) {
        people(&database).await;
        let here = customer_id(1);
        let tx = database.begin_write().await.unwrap();
        for (number, held) in [(1, vec![1, 2]), (2, vec![2])] {
            let name = format!("Group {number}");
            location_groups::insert(&tx, here, group_id(number), &name, &places(held), NOW).await.unwrap();
        }
        // One has nothing else, one names a location, one has another group, one lies in the bin.
        for (user, named, groups) in [
            (1, vec![], vec![1]), (2, vec![3], vec![1]), (3, vec![], vec![1, 2]), (4, vec![], vec![1]),
        ] {
            let named = LocationScope::reaching(places(named));
            memberships::set_scope(&tx, here, user_id(user), &named).await.unwrap();
            let groups = groups.into_iter().map(group_id).collect();
            location_groups::give(&tx, here, user_id(user), &groups).await.unwrap();
        }
        memberships::delete(&tx, here, user_id(4), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let on = database.database();
        let effect = location_groups::effect(on, here, group_id(1)).await.unwrap();
        assert_eq!((effect.members, effect.alone), (3, 1));
        let first = location_groups::first(on, here, group_id(1), 2).await.unwrap();
        assert_eq!(first.len(), 2);
        let together = location_groups::together(on, here, group_id(1)).await.unwrap();
        assert!(together.any && !together.foreign);

        let tx = database.begin_write().await.unwrap();
        location_groups::delete(&tx, here, group_id(1)).await.unwrap();
        tx.commit().await.unwrap();
        for (user, expected) in [
            (1, LocationScope::NoneYet),
            (2, LocationScope::Only(places([3]))),
            (3, LocationScope::Only(places([2]))),
            (4, LocationScope::NoneYet),
        ] {
            let facts = access_facts::find(on, here, user_id(user)).await.unwrap().unwrap();
            assert_eq!(facts.access.scope, expected);
        }
    }

    async fn l07_a_group_goes_with_a_membership_to_another_person(database: TestDatabase) {
        people(&database).await;
        let here = customer_id(1);
        let other = fixture::new_user(9, "Other", "Person");
        let tx = database.begin_write().await.unwrap();
        users::insert(&tx, &other).await.unwrap();
        location_groups::insert(&tx, here, group_id(1), "North", &places([1, 2]), NOW).await.unwrap();
        memberships::set_scope(&tx, here, user_id(1), &LocationScope::Only(places([3]))).await.unwrap();
        location_groups::give(&tx, here, user_id(1), &[group_id(1)].into()).await.unwrap();
        conversions::hand_over(&tx, here, user_id(1), other.id).await.unwrap();
        location_groups::change(&tx, here, group_id(1), "North", &places([2])).await.unwrap();
        tx.commit().await.unwrap();
        let facts = access_facts::find(database.database(), here, other.id).await.unwrap().unwrap();
        assert_eq!(facts.access.scope, LocationScope::Only(places([2, 3])));
        assert_eq!(facts.groups, BTreeSet::from([group_id(1)]));
    }

    async fn l07_names_and_locations_are_the_customers_own(database: TestDatabase) {
        people(&database).await;
        let tx = database.begin_write().await.unwrap();
        let made = async |customer, number, name: &str, held: LocationId| {
            let held = BTreeSet::from([held]);
            location_groups::insert(&tx, customer_id(customer), group_id(number), name, &held, NOW).await
        };
        made(1, 1, "North", location_id(1, 1)).await.unwrap();
        made(2, 2, "north", location_id(2, 1)).await.unwrap();
        tx.commit().await.unwrap();
        let tx = database.begin_write().await.unwrap();
        let held = places([1]);
        let taken = location_groups::insert(&tx, customer_id(1), group_id(3), "NORTH", &held, NOW).await;
        assert!(taken.unwrap_err().is_taken(unique::LOCATION_GROUP_NAME));
        drop(tx);
        let tx = database.begin_write().await.unwrap();
        let foreign = location_groups::insert(&tx, customer_id(2), group_id(3), "South", &held, NOW).await;
        assert!(matches!(foreign, Err(StoreError::NotFound)));
        drop(tx);
        let tx = database.begin_write().await.unwrap();
        let foreign = location_groups::give(&tx, customer_id(1), user_id(1), &[group_id(2)].into()).await;
        assert!(matches!(foreign, Err(StoreError::NotFound)));
    }

    async fn l07_a_scope_and_a_group_that_change_at_once_end_in_step(database: TestDatabase) {
        people(&database).await;
        let here = customer_id(1);
        let tx = database.begin_write().await.unwrap();
        location_groups::insert(&tx, here, group_id(1), "North", &places([1]), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let groups = BTreeSet::from([group_id(1)]);
        let mut writers = Vec::new();
        for writer in 0..4_u64 {
            let (database, groups) = (database.database().clone(), groups.clone());
            writers.push(tokio::spawn(async move {
                for round in 0..12 {
                    let tx = database.begin_write().await.unwrap();
                    if writer < 2 {
                        location_groups::lock(&tx, here, group_id(1)).await.unwrap();
                        let held = places([1 + (writer + round) % 3]);
                        location_groups::change(&tx, here, group_id(1), "North", &held).await.unwrap();
                    } else {
                        location_groups::keep(&tx, here, &groups).await.unwrap();
                        let user = user_id(1 + round % 2);
                        access_facts::lock(&tx, here, user).await.unwrap();
                        memberships::set_scope(&tx, here, user, &LocationScope::NoneYet).await.unwrap();
                        location_groups::give(&tx, here, user, &groups).await.unwrap();
                    }
                    tx.commit().await.unwrap();
                }
            }));
        }
        for writer in writers {
            writer.await.unwrap();
        }
        let on = database.database();
        let held = location_groups::locations_of(on, here, group_id(1)).await.unwrap();
        for user in [1, 2] {
            let facts = access_facts::find(on, here, user_id(user)).await.unwrap().unwrap();
            assert_eq!(facts.access.scope, LocationScope::Only(held.clone()));
        }
    }
}
