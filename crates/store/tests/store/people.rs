//! Customers, users, roles and memberships.

use keyholder_domain::{ids::RoleId, permission::Permission, role::BuiltInRole};
use keyholder_store::{
    access_facts,
    additions::{self, Addition},
    customers,
    error::unique,
    memberships, on_both_databases, roles, second_factors, users,
};

use crate::fixture::{self, NOW, customer_id, role_id, user_id};

on_both_databases! {
    async fn customers_are_found_and_listed_by_number(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let on = database.database();
        let first = customers::find(on, customer_id(1)).await.unwrap().unwrap();
        assert_eq!(customers::find_by_number(on, &first.number).await.unwrap(), Some(first.clone()));
        assert_eq!(customers::find(on, customer_id(3)).await.unwrap(), None);
        let all = customers::list(on, None, 10).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(customers::list(on, Some(&first.number), 10).await.unwrap(), all[1..]);
        let tx = database.begin_write().await.unwrap();
        let mut taken = first;
        taken.id = customer_id(3);
        let refused = customers::insert(&tx, &taken).await.unwrap_err();
        assert!(refused.is_taken(unique::CUSTOMER_NUMBER), "{refused}");
    }

    async fn a_person_is_found_by_the_folded_name_and_sees_where_they_belong(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let user = fixture::new_user(1, "Anna", "Ünal");
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &user).await;
        memberships::insert(&tx, &fixture::new_membership(2, &user)).await.unwrap();
        tx.commit().await.unwrap();
        let on = database.database();
        let found = users::find_by_sign_in_name(on, "user1@example.com").await.unwrap().unwrap();
        assert_eq!(found.id, user_id(1));
        assert_eq!(found.last_sign_in_at, Some(NOW));
        assert_eq!(users::find(on, user_id(1)).await.unwrap(), Some(found));
        let accepted = customers::list_of_user(on, user_id(1)).await.unwrap();
        assert_eq!(accepted.iter().map(|each| each.id).collect::<Vec<_>>(), [customer_id(1)]);
        let all = access_facts::of_user(on, user_id(1)).await.unwrap();
        assert_eq!(
            all.iter().map(|(id, facts)| (*id, facts.status.accepted_at)).collect::<Vec<_>>(),
            [(customer_id(1), Some(NOW)), (customer_id(2), None)]
        );
    }

    async fn roles_are_listed_built_in_first_and_add_up(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let own = RoleId::from_uuid(fixture::uuid(3, 999));
        let permissions = Permission::PayoutsView | Permission::ApiWebhooks;
        let tx = database.begin_write().await.unwrap();
        roles::insert_own(&tx, customer_id(1), own, "Kasse Süd", permissions, NOW).await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(1, "Anna", "Ünal")).await;
        let both = [own, role_id(1, BuiltInRole::Cashier)].into();
        memberships::set_roles(&tx, customer_id(1), user_id(1), &both).await.unwrap();
        tx.commit().await.unwrap();

        let all = roles::list(database.database(), customer_id(1)).await.unwrap();
        let built_in: Vec<_> = all.iter().filter_map(|role| role.built_in).collect();
        assert_eq!(built_in, BuiltInRole::ALL);
        let last = all.last().unwrap();
        assert_eq!((last.name.as_deref(), last.permissions), (Some("Kasse Süd"), permissions));
        let found = roles::find_all(database.database(), customer_id(2), &[own].into()).await;
        assert_eq!(found.unwrap(), []);
        let facts = access_facts::find(database.database(), customer_id(1), user_id(1)).await;
        assert_eq!(
            facts.unwrap().unwrap().access.permissions,
            permissions | BuiltInRole::Cashier.permissions()
        );
        let tx = database.begin_write().await.unwrap();
        let other = RoleId::from_uuid(fixture::uuid(3, 998));
        let taken = roles::insert_own(&tx, customer_id(1), other, "KASSE  süd", permissions, NOW).await;
        assert!(taken.unwrap_err().is_taken(unique::ROLE_NAME));
    }

    async fn what_an_addition_rests_on_is_read_as_by_the_questions_one_by_one(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        let user = fixture::new_user(1, "Anna", "Ünal");
        fixture::add_member(&tx, 1, &user).await;
        memberships::insert(&tx, &fixture::new_membership(2, &user)).await.unwrap();
        second_factors::mail_codes(&tx, user_id(1)).await.unwrap();
        second_factors::set_recovery_codes(&tx, user_id(1), &[[1; 32], [2; 32]]).await.unwrap();
        tx.commit().await.unwrap();
        let on = database.database();
        let newcomer = fixture::new_user(3, "Cem", "Neu");
        let roles = [BuiltInRole::Cashier, BuiltInRole::MerchantAdministrator].map(|role| role_id(1, role));
        let elsewhere = role_id(2, BuiltInRole::Cashier);
        let asked = roles.into_iter().chain([elsewhere]).collect();
        let tx = database.begin_write().await.unwrap();
        let begun = additions::begin(&tx, customer_id(1), user_id(1), &newcomer, &asked);
        let Addition { caller, roles: kept, person, holders } = begun.await.unwrap().unwrap();
        assert_eq!((caller.given_name.as_str(), caller.family_name.as_str()), ("Anna", "Ünal"));
        assert_eq!(caller.held, second_factors::held(on, user_id(1)).await.unwrap());
        assert_eq!(caller.held.recovery_codes, 2);
        let facts = access_facts::find(on, customer_id(1), user_id(1)).await.unwrap();
        assert_eq!(Some(caller.facts), facts);
        assert_eq!(kept, roles::find_all(on, customer_id(1), &asked).await.unwrap());
        assert_eq!(kept.len(), 2);
        assert_eq!((person, holders), (user_id(3), vec![]));
        let nobody = additions::begin(&tx, customer_id(1), user_id(2), &newcomer, &asked);
        assert_eq!(nobody.await.unwrap(), None);
    }
}
