//! Searching, filtering, sorting and paging the list of users.

use std::collections::BTreeSet;

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{Direction, DirectoryQuery, SearchText, SortKey, SortOrder, UserFilter},
    ids::UserId,
    location_scope::LocationScope,
    role::BuiltInRole,
    security_policy::SecurityPolicy,
    timestamp::Timestamp,
    user_status::UserStatusKind,
};
use keyholder_store::{
    Database, Read,
    directory::{self, DirectoryPage, Viewpoint},
    memberships, on_both_databases, users,
};

use crate::fixture::{self, NOW, customer_id, location_id, role_id, user_id};

pub(crate) fn viewpoint(visible: &VisibleUsers) -> Viewpoint<'_> {
    Viewpoint {
        customer: customer_id(1),
        visible,
        policy: SecurityPolicy::PAYMENTS.status(),
        now: NOW,
    }
}

pub(crate) fn query(filter: UserFilter, limit: u16) -> DirectoryQuery {
    DirectoryQuery {
        filter,
        sort: SortKey::Name,
        order: SortOrder::Ascending,
        position: None,
        limit,
    }
}

async fn page(on: &impl Read, query: &DirectoryQuery) -> DirectoryPage {
    directory::list(on, viewpoint(&VisibleUsers::All), query)
        .await
        .unwrap()
}

/// Adds users of customer 1, numbered from 1; the same names at customer 2 under other numbers.
async fn add_named(database: &Database, names: &[(&str, &str)]) {
    fixture::two_customers(database).await;
    let tx = database.begin_write().await.unwrap();
    for (number, (given, family)) in (1..).zip(names) {
        fixture::add_member(&tx, 1, &fixture::new_user(number, given, family)).await;
        fixture::add_member(&tx, 2, &fixture::new_user(1_000 + number, given, family)).await;
    }
    tx.commit().await.unwrap();
}

async fn found(database: &Database, typed: &str) -> BTreeSet<UserId> {
    let filter = UserFilter {
        search: SearchText::parse(typed).unwrap(),
        ..UserFilter::default()
    };
    let page = page(database, &query(filter.clone(), 200)).await;
    let visible = VisibleUsers::All;
    let count = directory::count(database, viewpoint(&visible), &filter)
        .await
        .unwrap();
    assert_eq!(count, page.rows.len() as u64, "{typed:?}");
    page.rows.iter().map(|row| row.user_id).collect()
}

fn users_numbered(numbers: &[u64]) -> BTreeSet<UserId> {
    numbers.iter().map(|number| user_id(*number)).collect()
}

const PEOPLE: [(&str, &str); 10] = [
    ("Özgür", "Ünal"),
    ("Anna", "Müller"),
    ("Ann", "Muller"),
    ("50%", "Rabatt_Aktion"),
    (r"Back\slash", "O'Neil"),
    ("👩‍💼", "Emoji"),
    ("山田", "太郎"),
    ("Maria", "van der Berg"),
    ("Groß", "Straße"),
    ("<b>Bold</b>", "\"Quoted\" AND x*"),
];

/// Walks the whole list forwards, then backwards from its end, and checks that both agree.
pub(crate) async fn walk(on: &impl Read, mut query: DirectoryQuery) -> Vec<UserId> {
    let mut forwards = Vec::new();
    let mut last = loop {
        let page = page(on, &query).await;
        forwards.extend(page.rows.iter().map(|row| row.user_id));
        let Some(next) = page.next.clone() else {
            break page;
        };
        query.position = Some(next);
    };
    let mut backwards: Vec<_> = last.rows.iter().map(|row| row.user_id).rev().collect();
    while let Some(previous) = last.previous {
        assert_eq!(previous.direction, Direction::Before);
        query.position = Some(previous);
        last = page(on, &query).await;
        assert!(last.next.is_some());
        backwards.extend(last.rows.iter().map(|row| row.user_id).rev());
    }
    backwards.reverse();
    assert_eq!(forwards, backwards);
    forwards
}

on_both_databases! {
    async fn words_are_found_as_text_whatever_they_hold(database: TestDatabase) {
        add_named(&database, &PEOPLE).await;
        for (typed, expected) in [
            ("", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10][..]),
            ("ünal", &[1]),
            ("ÜNAL", &[1]),
            ("u\u{308}nal", &[1]),
            ("nal", &[1]),
            ("müll", &[2]),
            ("mull", &[3]),
            ("m", &[2, 3, 8]),
            ("mü", &[2]),
            ("an", &[2, 3, 10]),
            ("ann mul", &[3]),
            ("mul ann", &[3]),
            ("50%", &[4]),
            ("0%", &[]),
            ("5%", &[]),
            ("%", &[]),
            ("_", &[]),
            ("t_a", &[4]),
            ("t%a", &[]),
            (r"k\s", &[5]),
            (r"\", &[]),
            ("o'n", &[5]),
            ("👩‍💼", &[6]),
            ("👩", &[6]),
            ("山田", &[7]),
            ("太", &[7]),
            ("田", &[]),
            ("van", &[8]),
            ("der", &[8]),
            ("straße", &[9]),
            ("STRASSE", &[9]),
            ("<b>", &[10]),
            ("\"quoted\"", &[10]),
            ("and x*", &[10]),
            ("user7@", &[7]),
            ("user1@example.com", &[1]),
            ("user1001", &[]),
            ("example", &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
            ("nobody", &[]),
        ] {
            assert_eq!(found(&database, typed).await, users_numbered(expected), "{typed:?}");
        }
    }

    async fn names_sort_beside_their_look_alikes(database: TestDatabase) {
        add_named(&database, &PEOPLE).await;
        let page = page(database.database(), &query(UserFilter::default(), 50)).await;
        let names: Vec<_> = page.rows.iter().map(|row| row.family_name.as_str()).collect();
        assert_eq!(
            names,
            [
                "\"Quoted\" AND x*", "Emoji", "Muller", "Müller", "O'Neil", "Rabatt_Aktion",
                "Straße", "Ünal", "van der Berg", "太郎",
            ]
        );
    }

    async fn pages_join_without_gaps_or_repeats_even_among_ties(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for number in 1..=60 {
            // Six namesakes at a time, and half of them have never signed in.
            let family = format!("Name {}", number % 10);
            let user = fixture::new_user(number, "Kim", &family);
            users::insert(&tx, &user).await.unwrap();
            memberships::insert(&tx, &fixture::new_membership(1, &user)).await.unwrap();
            if number % 2 == 0 {
                let at = Timestamp::from_micros(i64::try_from(number / 8).unwrap());
                memberships::accept(&tx, customer_id(1), user.id, NOW).await.unwrap();
                users::record_sign_in(&tx, user.id, at).await.unwrap();
            }
            fixture::add_member(&tx, 2, &fixture::new_user(number + 1_000, "Kim", &family)).await;
        }
        tx.commit().await.unwrap();
        let searching = UserFilter {
            search: SearchText::parse("kim").unwrap(),
            ..UserFilter::default()
        };
        for sort in [SortKey::Name, SortKey::SignInName, SortKey::CreatedAt, SortKey::LastSignInAt] {
            let mut orders = Vec::new();
            for order in [SortOrder::Ascending, SortOrder::Descending] {
                for filter in [UserFilter::default(), searching.clone()] {
                    for limit in [1, 7, 59, 60, 61] {
                        let query = DirectoryQuery { sort, order, ..query(filter.clone(), limit) };
                        let walked = walk(database.database(), query).await;
                        let each: BTreeSet<_> = walked.iter().copied().collect();
                        assert_eq!(each, (1..=60).map(user_id).collect(), "{sort:?} {order:?} {limit}");
                        assert_eq!(walked.len(), 60);
                        orders.push((order, walked));
                    }
                }
            }
            let ascending = &orders[0].1;
            for (order, walked) in &orders {
                let mut walked = walked.clone();
                if *order == SortOrder::Descending {
                    walked.reverse();
                }
                assert_eq!(&walked, ascending, "{sort:?}");
            }
        }
    }

    async fn more_matches_than_are_worth_sorting_are_walked_in_order(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        let people: Vec<_> = (1..=2_100)
            .map(|number| fixture::new_user(number, "Kim", &format!("Name {}", number % 97)))
            .collect();
        users::insert_many(&tx, &people).await.unwrap();
        let all: Vec<_> = people.iter().map(|user| fixture::new_membership(1, user)).collect();
        memberships::insert_many(&tx, &all).await.unwrap();
        tx.commit().await.unwrap();

        let role = role_id(1, BuiltInRole::Cashier);
        let plain = walk(database.database(), query(UserFilter::default(), 200)).await;
        assert_eq!(plain.len(), 2_100);
        for filter in [
            UserFilter { search: SearchText::parse("kim").unwrap(), ..UserFilter::default() },
            UserFilter { roles: vec![role], ..UserFilter::default() },
            UserFilter { statuses: vec![UserStatusKind::NotInvited], ..UserFilter::default() },
        ] {
            assert_eq!(walk(database.database(), query(filter, 200)).await, plain);
        }
        let narrow = UserFilter {
            search: SearchText::parse("kim name 96").unwrap(),
            roles: vec![role],
            ..UserFilter::default()
        };
        let expected: Vec<_> = plain
            .iter()
            .copied()
            .filter(|id| people.iter().any(|user| {
                user.id == *id && {
                    let text = format!(
                        " {} {} {}",
                        user.family_name.as_str().to_lowercase(),
                        "kim",
                        user.sign_in_name.as_str()
                    );
                    text.contains("name") && text.contains(" 96")
                }
            }))
            .collect();
        assert!(!expected.is_empty());
        assert_eq!(walk(database.database(), query(narrow, 7)).await, expected);
    }

    async fn filters_narrow_each_other_and_widen_within(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        for number in 1..=4 {
            let user = fixture::new_user(number, "Kim", "Name");
            users::insert(&tx, &user).await.unwrap();
            let mut membership = fixture::new_membership(1, &user);
            if number % 2 == 0 {
                membership.roles.insert(role_id(1, BuiltInRole::Finance));
            }
            if number > 2 {
                membership.scope = LocationScope::only([location_id(1, number - 2)]).unwrap();
            }
            memberships::insert(&tx, &membership).await.unwrap();
        }
        memberships::delete(&tx, customer_id(1), user_id(1), NOW).await.unwrap();
        tx.commit().await.unwrap();
        let finance = role_id(1, BuiltInRole::Finance);
        let cashier = role_id(1, BuiltInRole::Cashier);
        let developer = role_id(1, BuiltInRole::Developer);
        let deleted = vec![UserStatusKind::Deleted];
        let none = UserFilter::default;
        for (filter, expected) in [
            (none(), &[2, 3, 4][..]),
            (UserFilter { statuses: deleted.clone(), ..none() }, &[1]),
            (
                UserFilter {
                    statuses: vec![UserStatusKind::Deleted, UserStatusKind::NotInvited],
                    ..none()
                },
                &[1, 2, 3, 4],
            ),
            (UserFilter { roles: vec![finance], ..none() }, &[2, 4]),
            (UserFilter { roles: vec![finance, cashier], ..none() }, &[2, 3, 4]),
            (UserFilter { roles: vec![developer], ..none() }, &[]),
            (UserFilter { locations: vec![location_id(1, 1)], ..none() }, &[2, 3]),
            (
                UserFilter { locations: vec![location_id(1, 1), location_id(1, 2)], ..none() },
                &[2, 3, 4],
            ),
            (
                UserFilter { roles: vec![finance], locations: vec![location_id(1, 1)], ..none() },
                &[2],
            ),
            (UserFilter { kind: Some(keyholder_domain::user::UserKind::Unverified), ..none() }, &[]),
        ] {
            let rows = page(database.database(), &query(filter.clone(), 50)).await.rows;
            let ids: BTreeSet<_> = rows.iter().map(|row| row.user_id).collect();
            assert_eq!(ids, users_numbered(expected), "{filter:?}");
            let visible = VisibleUsers::All;
            let count = directory::count(database.database(), viewpoint(&visible), &filter).await;
            assert_eq!(count.unwrap(), expected.len() as u64);
        }
    }

    async fn l008_a_limited_viewer_sees_who_lies_wholly_within(database: TestDatabase) {
        fixture::two_customers(&database).await;
        let tx = database.begin_write().await.unwrap();
        let scopes = [
            LocationScope::All,
            LocationScope::NoneYet,
            LocationScope::only([location_id(1, 1)]).unwrap(),
            LocationScope::only([location_id(1, 1), location_id(1, 2)]).unwrap(),
            LocationScope::only([location_id(1, 3)]).unwrap(),
        ];
        for (number, scope) in (1..).zip(&scopes) {
            let user = fixture::new_user(number, "Kim", "Name");
            users::insert(&tx, &user).await.unwrap();
            let mut membership = fixture::new_membership(1, &user);
            membership.scope = scope.clone();
            memberships::insert(&tx, &membership).await.unwrap();
        }
        tx.commit().await.unwrap();
        for own in [&[][..], &[1], &[1, 2], &[2], &[3], &[1, 2, 3]] {
            let own = own.iter().map(|number| location_id(1, *number)).collect();
            let visible = VisibleUsers::WithinLocations(own);
            let expected: BTreeSet<_> = (1..)
                .zip(&scopes)
                .filter(|(_, scope)| visible.admits(scope))
                .map(|(number, _)| user_id(number))
                .collect();
            let question = query(UserFilter::default(), 50);
            let page = directory::list(database.database(), viewpoint(&visible), &question).await;
            let ids: BTreeSet<_> = page.unwrap().rows.iter().map(|row| row.user_id).collect();
            assert_eq!(ids, expected, "{visible:?}");
            let count =
                directory::count(database.database(), viewpoint(&visible), &question.filter).await;
            assert_eq!(count.unwrap(), expected.len() as u64);
        }
    }
}
