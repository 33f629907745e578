//! Lift L9: what one customer does to a shared person, another never sees.

use std::collections::BTreeMap;

use keyholder_contract::{
    location_group::SaveLocationGroup,
    problem::ErrorCode,
    user::{ChangePermissions, ChangeRoles, ChangeScope, Scope},
    user_list::UserQuery,
};
use keyholder_domain::{ids::CustomerId, permission::Permission, role::BuiltInRole};
use keyholder_server::random::Random;
use keyholder_store::on_both_databases;

use crate::support::{House, Member, depth::times, requests::only};

/// The rows that name a customer.
async fn rows_of(house: &House, customer: CustomerId) -> BTreeMap<String, Vec<String>> {
    let needle = customer.to_string();
    let mut dump = house.dump().await;
    for rows in dump.values_mut() {
        rows.retain(|row| row.contains(&needle));
    }
    dump
}

on_both_databases! {
    async fn l09_s070_what_one_customer_does_to_a_shared_person_another_never_sees(database: TestDatabase) {
        let house = House::on(database).await;
        let (here, there) = (house.merchant("200001").await, house.merchant("200002").await);
        let anna = house.member(&here, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let berta = house.member(&there, Member::new("berta", BuiltInRole::MerchantAdministrator)).await;
        let shared = house.member(&here, Member::new("shared", BuiltInRole::Cashier)).await;
        let member = Member::new("shared", BuiltInRole::Support).at(there.locations[0]);
        house.join(&there, &shared, member).await;
        let (admin, bystander) = (house.sign_in(&anna).await, house.sign_in(&berta).await);
        let seen = bystander.read_user(there.id, shared.id).await.unwrap();
        let groups = [
            house.group(&here, "North", &here.locations[..1]).await,
            house.group(&here, "Both", &here.locations).await,
        ];
        let there_group = house.group(&there, "North", &there.locations[..1]).await;
        let dump = rows_of(&house, there.id).await;
        let random = Random::seeded(70);
        for step in 0..times(256, 4_096, 65_536) {
            let [which, what, ..] = random.bytes::<4>();
            let version = admin.read_user(here.id, shared.id).await.unwrap().version;
            let (at, user) = (here.id, shared.id);
            let outcome = match which % 7 {
                5 => {
                    let group_ids = vec![groups[usize::from(what % 2)]];
                    let scope = ChangeScope { scope: Scope { group_ids, ..only(&[]) } };
                    admin.change_user_scope(at, user, version, &scope).await
                }
                6 => {
                    let group = groups[usize::from(what % 2)];
                    let held = admin.read_location_group(at, group).await.unwrap().group;
                    let wanted = SaveLocationGroup {
                        name: held.name,
                        location_ids: here.locations[usize::from(what / 2 % 2)..].to_vec(),
                    };
                    admin.change_location_group(at, group, held.version, &wanted).await.unwrap();
                    admin.read_user(at, user).await
                }
                0 => {
                    let places = &here.locations[usize::from(what % 2)..];
                    let scope = ChangeScope { scope: only(places) };
                    admin.change_user_scope(at, user, version, &scope).await
                }
                1 => {
                    let roles: Vec<_> = here.roles.values().copied().collect();
                    let role_ids = vec![roles[usize::from(what) % roles.len()]];
                    let roles = ChangeRoles { role_ids };
                    admin.change_user_roles(at, user, version, &roles).await
                }
                2 => {
                    let permissions = match what % 2 {
                        0 => vec![Permission::StatisticsView, Permission::SyncUse],
                        _ => Vec::new(),
                    };
                    let rights = ChangePermissions { permissions };
                    admin.change_user_permissions(at, user, version, &rights).await
                }
                3 => admin.deactivate_user(at, user, version).await,
                _ => admin.reactivate_user(at, user, version).await,
            };
            // What the status or a limit rules out is refused, and changes nothing either.
            drop(outcome);
            assert_eq!(rows_of(&house, there.id).await, dump, "step {step}");
        }
        assert_eq!(bystander.read_user(there.id, shared.id).await.unwrap(), seen);
        let all = bystander.list_users(there.id, &UserQuery::default()).await.unwrap();
        assert_eq!(all.items.len(), 2);
        // A group of the one says nothing to the other.
        let foreign = bystander.read_location_group(there.id, groups[0]).await.unwrap_err();
        assert_eq!(foreign.code(), Some(ErrorCode::NotFound));
        let version = admin.read_user(here.id, shared.id).await.unwrap().version;
        let scope = ChangeScope { scope: Scope { group_ids: vec![there_group], ..only(&[]) } };
        let foreign = admin.change_user_scope(here.id, shared.id, version, &scope).await;
        assert!(foreign.is_err());
        // And the other way round: a limit there takes nothing away here.
        let scope = ChangeScope { scope: only(&there.locations[1..]) };
        let before = admin.read_user(here.id, shared.id).await.unwrap();
        bystander.change_user_scope(there.id, shared.id, seen.version, &scope).await.unwrap();
        assert_eq!(admin.read_user(here.id, shared.id).await.unwrap(), before);
    }
}
