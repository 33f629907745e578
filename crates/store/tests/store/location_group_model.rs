//! Groups of locations, against a model: whatever happens to groups and scopes, what is stored as
//! reached is what the rule says of what was chosen.

use std::collections::{BTreeMap, BTreeSet};

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::UserFilter,
    ids::{LocationGroupId, LocationId, UserId},
    location_scope::LocationScope,
    scope_choice::{Groups, ScopeChoice},
};
use keyholder_store::{
    Database, Read, StoreError, access_facts, directory, location_groups, memberships,
    on_both_databases,
};
use proptest::{prelude::*, strategy::ValueTree, test_runner::TestRunner};

use crate::{
    directory_lists::{query, viewpoint},
    fixture::{NOW, customer_id, location_id, user_id},
    location_groups::{PEOPLE, group_id, people, places},
};

/// What was chosen, and what groups hold.
#[derive(Default)]
struct Model {
    groups: Groups,
    choices: BTreeMap<UserId, ScopeChoice>,
}

#[derive(Clone, Debug)]
enum Step {
    /// Make the group, or make it hold something else.
    Save(u64, BTreeSet<u64>),
    Delete(u64),
    Choose(u64, ScopeChoice),
    Bin(u64),
}

fn steps() -> impl Strategy<Value = Step> {
    let some = || proptest::collection::btree_set(1_u64..4, 1..4);
    let groups = proptest::collection::btree_set((1_u64..4).prop_map(group_id), 0..3);
    let named = proptest::collection::btree_set((1_u64..4).prop_map(|n| location_id(1, n)), 0..3);
    let choice = prop_oneof![
        1 => Just(ScopeChoice::All),
        1 => Just(ScopeChoice::NoneYet),
        8 => (named, groups).prop_map(|(locations, groups)| {
            ScopeChoice::only(locations, groups).unwrap_or(ScopeChoice::NoneYet)
        }),
    ];
    prop_oneof![
        4 => (1_u64..4, some()).prop_map(|(group, held)| Step::Save(group, held)),
        1 => (1_u64..4).prop_map(Step::Delete),
        4 => (1..=PEOPLE, choice).prop_map(|(user, choice)| Step::Choose(user, choice)),
        1 => (1..=PEOPLE).prop_map(Step::Bin),
    ]
}

impl Model {
    async fn take(&mut self, database: &Database, step: Step) {
        let tx = database.begin_write().await.unwrap();
        let here = customer_id(1);
        match step {
            Step::Save(number, held) => {
                let (id, held, name) = (group_id(number), places(held), format!("Group {number}"));
                if self.groups.insert(id, held.clone()).is_some() {
                    location_groups::change(&tx, here, id, &name, &held)
                        .await
                        .unwrap();
                } else {
                    location_groups::insert(&tx, here, id, &name, &held, NOW)
                        .await
                        .unwrap();
                }
            }
            Step::Delete(number) => {
                let gone = location_groups::delete(&tx, here, group_id(number)).await;
                if self.groups.remove(&group_id(number)).is_none() {
                    assert!(matches!(gone, Err(StoreError::NotFound)));
                    return;
                }
                gone.unwrap();
                for choice in self.choices.values_mut() {
                    let mut groups = choice.groups();
                    if groups.remove(&group_id(number)) {
                        let locations = match choice.named() {
                            LocationScope::Only(locations) => locations,
                            _ => BTreeSet::new(),
                        };
                        *choice =
                            ScopeChoice::only(locations, groups).unwrap_or(ScopeChoice::NoneYet);
                    }
                }
            }
            Step::Choose(number, choice) => {
                let known = |group: &LocationGroupId| self.groups.contains_key(group);
                if !choice.groups().iter().all(known) {
                    return;
                }
                let user = user_id(number);
                memberships::set_scope(&tx, here, user, &choice.named())
                    .await
                    .unwrap();
                location_groups::give(&tx, here, user, &choice.groups())
                    .await
                    .unwrap();
                self.choices.insert(user, choice);
            }
            Step::Bin(number) => {
                memberships::delete(&tx, here, user_id(number), NOW)
                    .await
                    .unwrap();
            }
        }
        tx.commit().await.unwrap();
    }

    async fn compare(&self, database: &Database) {
        for (user, choice) in &self.choices {
            let here = customer_id(1);
            let facts = access_facts::find(database, here, *user)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(facts.access.scope, choice.reach(&self.groups), "{choice:?}");
            assert_eq!(facts.groups, choice.groups());
            let row = directory::find(database, here, *user)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(row.version, facts.version);
            let scope = match &facts.access.scope {
                LocationScope::All => directory::ScopeSummary::All,
                LocationScope::NoneYet => directory::ScopeSummary::NoneYet,
                LocationScope::Only(only) => {
                    directory::ScopeSummary::Only(u32::try_from(only.len()).unwrap())
                }
            };
            assert_eq!(row.scope, scope);
            for number in 1..4 {
                let place = location_id(1, number);
                let through: Vec<_> = self
                    .groups
                    .iter()
                    .filter(|(id, held)| choice.groups().contains(id) && held.contains(&place))
                    .map(|(id, _)| *id)
                    .collect();
                let found = location_groups::through(database, here, *user, place).await;
                assert_eq!(found.unwrap(), through);
            }
        }
    }

    /// Whom the list shows to somebody who reaches these, and whom the rule admits.
    async fn compare_lists(&self, database: &Database, own: BTreeSet<LocationId>) {
        let visible = VisibleUsers::WithinLocations(own.clone());
        let shown = listed(database, &visible).await;
        for (user, choice) in &self.choices {
            let facts = access_facts::find(database, customer_id(1), *user).await;
            let here = facts.unwrap().unwrap().status.deleted_at.is_none();
            let admitted = visible.admits(&choice.reach(&self.groups));
            assert_eq!(
                shown.contains(user),
                admitted && here,
                "{choice:?} for {own:?}"
            );
        }
        let scope = LocationScope::reaching(own.clone());
        let groups = location_groups::list(database, customer_id(1), &scope)
            .await
            .unwrap();
        let within = self.groups.iter().filter(|(_, held)| held.is_subset(&own));
        let within: BTreeSet<_> = within.map(|(id, _)| *id).collect();
        assert_eq!(
            groups.iter().map(|group| group.id).collect::<BTreeSet<_>>(),
            within
        );
    }
}

async fn listed(on: &impl Read, visible: &VisibleUsers) -> BTreeSet<UserId> {
    let query = query(UserFilter::default(), 100);
    let page = directory::list(on, viewpoint(visible), &query)
        .await
        .unwrap();
    page.rows.into_iter().map(|row| row.user_id).collect()
}

on_both_databases! {
    async fn l07_what_is_reached_is_what_was_chosen_with_the_groups_as_they_are(database: TestDatabase) {
        people(&database).await;
        let mut model = Model::default();
        let mut random = TestRunner::deterministic();
        for step in 1..=120 {
            let next = steps().new_tree(&mut random).unwrap().current();
            model.take(&database, next).await;
            if step % 4 == 0 {
                model.compare(&database).await;
            }
            if step % 12 == 0 {
                for own in [vec![1], vec![1, 2], vec![2, 3], vec![1, 2, 3], vec![]] {
                    model.compare_lists(&database, places(own)).await;
                }
            }
        }
        model.compare(&database).await;
    }
}
