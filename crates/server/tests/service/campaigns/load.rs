//! Goal 24: more sign-ins than the machine can hash. Their memory stays bounded, the rest is told at
//! once when to come back and leaves no trace, and administrators go on working.

use futures_util::future::{join, join_all};
use keyholder_contract::user_list::UserQuery;
use keyholder_domain::role::BuiltInRole;
use keyholder_server::passwords::{Bound, Cost};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::support::{Device, Hashing, House, Member, PASSWORD, depth::times};

/// One hash at a time, and three that wait.
const BOUND: Bound = Bound {
    running: 1,
    waiting: 3,
};

/// How many sign in at once under one name. An attempt counts until its password turns out to be right,
/// so it is fewer than lock an account: a slow database must not be taken for a flood that locks.
const EACH: usize = 4;

on_both_databases! {
    async fn goal_24_a_flood_of_sign_ins_is_shed_and_administrators_go_on(database: TestDatabase) {
        let hashing = Hashing { cost: Cost::STANDARD, bound: BOUND };
        let house = House::hashing_with(hashing, database, |_| {}).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let mut people = Vec::new();
        for number in 0..times(100, 500, 2_000) / EACH {
            let cashier = Member::new(format!("cashier{number}"), BuiltInRole::Cashier);
            people.push(house.member(&merchant, cashier).await);
        }
        let admin = house.sign_in(&anna).await;
        let before = house.app.passwords.count();

        let attempts: Vec<_> = people.iter().flat_map(|person| [person; EACH])
            .map(|person| (person, Device::new(&house)))
            .collect();
        let flood = join_all(attempts.iter().map(|(person, device)| device.try_sign_in(&person.name, PASSWORD)));
        let working = async {
            for _ in 0..20 {
                let page = admin.list_users(merchant.id, &UserQuery::default()).await.unwrap();
                assert!(!page.items.is_empty());
            }
        };
        let (replies, ()) = join(flood, working).await;

        let shed = replies.iter().filter(|reply| reply.status != StatusCode::CREATED);
        let mut turned_away = 0;
        for reply in shed {
            assert_eq!(reply.code(), "unavailable", "{}", reply.json());
            assert_eq!(reply.header("retry-after"), "2");
            turned_away += 1;
        }
        let let_in = replies.len() - turned_away;
        assert!(turned_away > 0 && let_in >= 4, "{let_in} of {} were let in", replies.len());
        let hashed = house.app.passwords.count() - before;
        assert_eq!(hashed, u64::try_from(let_in).unwrap(), "one hash for each who had a place");
        assert_eq!(house.app.passwords.peak(), 1, "the memory of one hash at once, and no more");
        // Who was turned away was not counted: nobody is locked by a flood.
        let attempts = house.dump().await["sign_in_attempts"].clone();
        assert!(attempts.is_empty(), "{attempts:?}");
        let reply = Device::new(&house).try_sign_in(&people[0].name, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::CREATED);
    }
}
