//! A fragment that very many have, of which the first rows of the order hold a page or none.

use keyholder_domain::directory_query::{DirectoryQuery, SearchText, SortOrder, UserFilter};
use keyholder_store::{memberships, on_both_databases, users};

use crate::{
    directory_lists::{query, walk},
    fixture::{self, user_id},
};

on_both_databases! {
    async fn what_very_many_have_is_found_at_both_ends_of_the_order(database: TestDatabase) {
        // More than are named before the order is walked; at one end nobody has it for longer than is looked there.
        let (without, with) = (2_100, 8_100);
        let family = |number: u64| if number <= without { "Abel" } else { "Berger" };
        fixture::two_customers(&database).await;
        let people: Vec<_> = (1..=without + with)
            .map(|number| fixture::new_user(number, "Anna", family(number)))
            .collect();
        let joining: Vec<_> = people.iter().map(|user| fixture::new_membership(1, user)).collect();
        let tx = database.begin_write().await.unwrap();
        users::insert_many(&tx, &people).await.unwrap();
        memberships::insert_many(&tx, &joining).await.unwrap();
        tx.commit().await.unwrap();
        let filter = UserFilter {
            search: SearchText::parse("berger").unwrap(),
            ..UserFilter::default()
        };
        let mut expected: Vec<_> = (without + 1..=without + with).map(user_id).collect();
        for order in [SortOrder::Ascending, SortOrder::Descending] {
            let found = walk(database.database(), DirectoryQuery { order, ..query(filter.clone(), 200) }).await;
            assert!(found == expected, "{order:?}: {} of {}", found.len(), expected.len());
            expected.reverse();
        }
    }
}
