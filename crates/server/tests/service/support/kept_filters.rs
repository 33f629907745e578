//! Filters that people keep, put into the database through the store.

use keyholder_domain::ids::SavedFilterId;
use keyholder_store::saved_filters::{self, Keeper, SavedFilter};

use super::{House, Merchant, Person};

impl House {
    /// Adds a filter that lets everybody through.
    pub(crate) async fn saved_filter(
        &self,
        merchant: &Merchant,
        by: &Person,
        name: &str,
    ) -> SavedFilterId {
        let now = self.app.now();
        let keeper = Keeper {
            customer_id: merchant.id,
            user_id: by.id,
        };
        let new = SavedFilter {
            id: SavedFilterId::from_uuid(self.app.random.uuid(now)),
            name: name.to_owned(),
            version: 1,
            filter: "{}".to_owned(),
        };
        let tx = self.app.database.begin_write().await.unwrap();
        saved_filters::insert(&tx, keeper, &new, now).await.unwrap();
        tx.commit().await.unwrap();
        new.id
    }
}
