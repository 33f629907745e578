//! Filters that people keep: they go where the membership goes.

use keyholder_domain::ids::SavedFilterId;
use keyholder_store::{
    conversions, on_both_databases,
    saved_filters::{self, Keeper, SavedFilter},
    users,
};

use crate::fixture::{self, NOW, customer_id, user_id};

on_both_databases! {
    async fn kept_filters_go_with_a_membership_to_another_sign_in(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let other = fixture::new_user(9, "Other", "Person");
        let keeper = |user_id| Keeper { customer_id: customer_id(1), user_id };
        let away = SavedFilter {
            id: SavedFilterId::from_uuid(fixture::uuid(10, 1)),
            name: "Away".to_owned(),
            version: 1,
            filter: "{}".to_owned(),
        };
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &fixture::new_user(1, "Given", "Family")).await;
        users::insert(&tx, &other).await.unwrap();
        saved_filters::insert(&tx, keeper(user_id(1)), &away, NOW).await.unwrap();
        conversions::hand_over(&tx, customer_id(1), user_id(1), other.id).await.unwrap();
        tx.commit().await.unwrap();
        let on = database.database();
        assert_eq!(saved_filters::list(on, keeper(other.id)).await.unwrap(), [away]);
    }
}
