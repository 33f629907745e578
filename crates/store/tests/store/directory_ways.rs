//! Whichever way a list is found, it holds the same users in the same order.

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{SearchText, UserFilter},
    ids::UserId,
    user_status::UserStatusKind,
};
use keyholder_store::{Database, directory, memberships, on_both_databases, users};

use crate::{
    directory_lists::{query, viewpoint, walk},
    fixture::{self, NOW, customer_id, user_id},
};

/// More than any way takes as few.
const COUNT: u64 = 2_500;

/// Rare, so that all are sorted; common enough for walking among candidates; and nearly everybody.
fn family(number: u64) -> &'static str {
    match number {
        _ if number.is_multiple_of(25) => "Talheim",
        _ if number.is_multiple_of(3) => "Berger",
        _ => "Weiher",
    }
}

async fn add(database: &Database) {
    fixture::two_customers(database).await;
    let people: Vec<_> = (1..=COUNT)
        .map(|number| fixture::new_user(number, "Anna", family(number)))
        .collect();
    let joining: Vec<_> = people
        .iter()
        .map(|user| fixture::new_membership(1, user))
        .collect();
    let tx = database.begin_write().await.unwrap();
    users::insert_many(&tx, &people).await.unwrap();
    memberships::insert_many(&tx, &joining).await.unwrap();
    for user in people.iter().step_by(10) {
        memberships::deactivate(&tx, customer_id(1), user.id, NOW)
            .await
            .unwrap();
    }
    tx.commit().await.unwrap();
}

/// The numbers of those whose family name holds a fragment, in the list's order.
fn expected(keep: impl Fn(u64) -> bool) -> Vec<UserId> {
    let mut numbers: Vec<_> = (1..=COUNT).filter(|number| keep(*number)).collect();
    numbers.sort_by_key(|number| (family(*number), *number));
    numbers.into_iter().map(user_id).collect()
}

on_both_databases! {
    async fn a_fragment_finds_the_same_however_common_it_is(database: TestDatabase) {
        add(&database).await;
        for fragment in ["", "tal", "talh", "berg", "eih", "weih", "ann", "anna", "zzz", "zzzz"] {
            for statuses in [
                vec![],
                vec![UserStatusKind::Deactivated],
                vec![UserStatusKind::Deleted],
                vec![UserStatusKind::NotInvited, UserStatusKind::ActivationLinkSent],
                vec![UserStatusKind::NotInvited, UserStatusKind::Deactivated],
            ] {
                let filter = UserFilter {
                    search: SearchText::parse(fragment).unwrap(),
                    statuses: statuses.clone(),
                    ..UserFilter::default()
                };
                let expected = expected(|number| {
                    let name = format!("{} anna", family(number).to_lowercase());
                    let status = match number % 10 {
                        1 => UserStatusKind::Deactivated,
                        _ => UserStatusKind::NotInvited,
                    };
                    name.contains(fragment) && (statuses.is_empty() || statuses.contains(&status))
                });
                let found = walk(database.database(), query(filter.clone(), 200)).await;
                assert_eq!(found, expected, "{fragment} {statuses:?}");
                let visible = VisibleUsers::All;
                let count = directory::count(database.database(), viewpoint(&visible), &filter).await;
                assert_eq!(count.unwrap(), expected.len() as u64, "{fragment} {statuses:?}");
            }
        }
    }
}
