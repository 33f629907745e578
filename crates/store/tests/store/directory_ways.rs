//! Whichever way a list is found, it holds the same users in the same order.

use std::{collections::BTreeSet, time::Duration};

use keyholder_domain::{
    access::VisibleUsers,
    directory_query::{DirectoryQuery, LastSignIn, SearchText, SortKey, UserFilter},
    ids::{AuthenticatorId, UserId},
    location_scope::LocationScope,
    second_factor::{
        FactorState,
        time_code::{CodeDigits, TimeCodeAlgorithm},
    },
    user::SignInName,
    user_status::UserStatusKind,
};
use keyholder_store::{
    Database,
    authenticators::{self, Authenticator, CodeSource},
    directory,
    memberships::{self, NewMembership},
    on_both_databases, users,
};
use uuid::Uuid;

use crate::{
    directory_lists::{query, viewpoint, walk},
    fixture::{self, NOW, customer_id, location_id, user_id},
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

/// So many numbers without a pattern.
fn scattered(count: usize) -> impl Iterator<Item = u32> {
    let next = |last: &u32| Some(last.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    std::iter::successors(Some(7), next)
        .map(|number| number >> 12)
        .take(count)
}

/// Who has accepted: four in five.
fn accepts(number: u64) -> bool {
    !number.is_multiple_of(5)
}

fn authenticator(number: u64) -> Authenticator {
    Authenticator {
        id: AuthenticatorId::from_uuid(Uuid::from_u128(number.into())),
        user_id: user_id(number),
        name: "Phone".to_owned(),
        source: CodeSource {
            algorithm: TimeCodeAlgorithm::Sha1,
            digits: CodeDigits::Six,
            sealed_secret: vec![1],
        },
        last_step: 1,
        created_at: NOW,
        last_used_at: NOW,
        built_in: false,
    }
}

/// The age of a last sign-in, in days, of those who signed in at all: one in ten.
fn idle_days(number: u64) -> Option<u32> {
    (number % 10 == 2).then_some(if number % 20 == 2 { 100 } else { 10 })
}

on_both_databases! {
    async fn last_sign_ins_find_the_same_however_many_there_are(database: TestDatabase) {
        add(&database).await;
        let tx = database.begin_write().await.unwrap();
        for (number, days) in (1..=COUNT).filter_map(|number| Some((number, idle_days(number)?))) {
            let user = user_id(number);
            memberships::accept(&tx, customer_id(1), user, NOW).await.unwrap();
            let then = NOW - Duration::from_hours(24) * days;
            users::record_sign_in(&tx, user, then).await.unwrap();
        }
        tx.commit().await.unwrap();
        for (never, asked) in [(true, None), (false, Some(100)), (false, Some(101)), (false, Some(5)), (true, Some(50))] {
            for search in ["", "weiher"] {
                let filter = UserFilter {
                    search: SearchText::parse(search).unwrap(),
                    last_sign_in: LastSignIn { never, idle_days: asked },
                    ..UserFilter::default()
                };
                let expected = expected(|number| {
                    let fits = idle_days(number).map_or(never, |days| asked.is_some_and(|asked| days >= u32::from(asked)));
                    fits && family(number).to_lowercase().contains(search)
                });
                let what = format!("{never} {asked:?} {search}");
                let found = walk(database.database(), query(filter.clone(), 200)).await;
                assert_eq!(found, expected, "{what}");
                let by_age = DirectoryQuery { sort: SortKey::LastSignInAt, ..query(filter.clone(), 200) };
                let mut found = walk(database.database(), by_age).await;
                found.sort_by_key(|user| expected.iter().position(|each| each == user));
                assert_eq!(found, expected, "{what}, by age");
                let visible = VisibleUsers::All;
                let count = directory::count(database.database(), viewpoint(&visible), &filter).await;
                assert_eq!(count.unwrap(), expected.len() as u64, "{what}");
            }
        }
    }

    async fn second_factors_find_the_same_however_many_there_are(database: TestDatabase) {
        add(&database).await;
        let has_app = |number: u64| number.is_multiple_of(3);
        let tx = database.begin_write().await.unwrap();
        for number in (1..=COUNT).filter(|number| accepts(*number)) {
            memberships::accept(&tx, customer_id(1), user_id(number), NOW).await.unwrap();
            if has_app(number) {
                authenticators::insert(&tx, &authenticator(number)).await.unwrap();
            }
        }
        tx.commit().await.unwrap();
        let (none, app) = (FactorState::None, FactorState::App);
        for asked in [vec![none], vec![app], vec![none, app]] {
            for (search, statuses) in [("", vec![]), ("weiher", vec![]), ("", vec![UserStatusKind::Deactivated])] {
                let filter = UserFilter {
                    search: SearchText::parse(search).unwrap(),
                    second_factors: asked.clone(),
                    statuses: statuses.clone(),
                    ..UserFilter::default()
                };
                let expected = expected(|number| {
                    let state = if has_app(number) { app } else { none };
                    accepts(number)
                        && asked.contains(&state)
                        && family(number).to_lowercase().contains(search)
                        && (statuses.is_empty() || number % 10 == 1)
                });
                let what = format!("{asked:?} {search} {statuses:?}");
                let found = walk(database.database(), query(filter.clone(), 200)).await;
                assert_eq!(found, expected, "{what}");
                let by_age = DirectoryQuery { sort: SortKey::CreatedAt, ..query(filter.clone(), 200) };
                let mut found = walk(database.database(), by_age).await;
                found.sort_by_key(|user| expected.iter().position(|each| each == user));
                assert_eq!(found, expected, "{what}, by age");
                let visible = VisibleUsers::All;
                let count = directory::count(database.database(), viewpoint(&visible), &filter).await;
                assert_eq!(count.unwrap(), expected.len() as u64, "{what}");
            }
        }
    }

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

    async fn l008_a_limited_viewer_finds_the_same_however_common_a_fragment_is(database: TestDatabase) {
        let place = |number: u64| location_id(1, number % 3 + 1);
        fixture::two_customers(&database).await;
        let people: Vec<_> = (1..=COUNT)
            .map(|number| fixture::new_user(number, "Anna", family(number)))
            .collect();
        let joining: Vec<_> = (1..).zip(&people)
            .map(|(number, user)| NewMembership {
                scope: LocationScope::only([place(number)]).unwrap(),
                ..fixture::new_membership(1, user)
            })
            .collect();
        let tx = database.begin_write().await.unwrap();
        users::insert_many(&tx, &people).await.unwrap();
        memberships::insert_many(&tx, &joining).await.unwrap();
        tx.commit().await.unwrap();
        // Few enough to be sorted, and more.
        for places in [&[1][..], &[1, 2, 3]] {
            let own: BTreeSet<_> = places.iter().map(|number| location_id(1, *number)).collect();
            let visible = VisibleUsers::WithinLocations(own.clone());
            for fragment in ["", "tal", "talh", "eih", "ann", "zzz"] {
                let filter = UserFilter {
                    search: SearchText::parse(fragment).unwrap(),
                    ..UserFilter::default()
                };
                let mut expected = expected(|number| {
                    let name = format!("{} anna", family(number).to_lowercase());
                    own.contains(&place(number)) && name.contains(fragment)
                });
                let counted = directory::count(database.database(), viewpoint(&visible), &filter).await;
                assert_eq!(counted.unwrap(), expected.len() as u64, "{fragment} {places:?}");
                expected.truncate(200);
                let page = directory::list(database.database(), viewpoint(&visible), &query(filter, 200)).await;
                let found: Vec<_> = page.unwrap().rows.iter().map(|row| row.user_id).collect();
                assert_eq!(found, expected, "{fragment} {places:?}");
            }
        }
    }

    async fn names_that_grow_when_they_are_folded_are_listed_and_found(database: TestDatabase) {
        // Letters that stand for words, and others that repeat nothing: a database can shorten neither.
        let words = ['\u{fdfa}', '\u{fdfb}'].into_iter().chain('\u{3300}'..='\u{3357}');
        let words: String = words.chain('\u{1f110}'..='\u{1f119}').collect();
        let letters: String = scattered(100)
            .filter_map(|number| char::from_u32(0x20000 + number % 0xa6d7))
            .collect();
        let label = |digits: &[u32]| -> String {
            digits.iter().filter_map(|digit| char::from_digit(digit % 36, 36)).collect()
        };
        let digits: Vec<_> = scattered(220).collect();
        let labels: Vec<_> = digits.chunks(55).map(label).collect();
        let address = format!("{}@{}.example", labels[0], labels[1..].join("."));
        let mut user = fixture::new_user(1, &letters, &words);
        user.sign_in_name = SignInName::Email(address.parse().unwrap());
        fixture::two_customers(database.database()).await;
        let tx = database.begin_write().await.unwrap();
        fixture::add_member(&tx, 1, &user).await;
        tx.commit().await.unwrap();
        for fragment in ["アパート", "صل", "\u{20000}"] {
            let filter = UserFilter {
                search: SearchText::parse(fragment).unwrap(),
                ..UserFilter::default()
            };
            let found = walk(database.database(), query(filter, 50)).await;
            assert_eq!(found, [user_id(1)], "{fragment}");
        }
    }
}
