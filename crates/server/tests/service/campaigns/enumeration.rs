//! Goal 13: nobody learns from an answer who exists, neither by what it says nor by how long it takes.
//!
//! What it says is compared byte by byte in every run, and the hashes are counted
//! (`every_refusal_is_the_same_and_costs_one_hash`). How long it takes is measured with `--deep`, on a
//! machine with nothing else to do.

use std::time::{Duration, Instant};

use keyholder_domain::role::BuiltInRole;
use keyholder_store::{
    on_both_databases, sign_in_attempts,
    testing::{Product, TestDatabase},
};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Browser, Device, Hashing, House, Member, PASSWORD, Person, Reply, depth::times,
    requests::verified,
};

pub(super) const WRONG: &str = "Wrong-Horse-7-Battery";

/// What such an answer waits for, so that more work behind it is not seen.
const BEAT: Duration = Duration::from_millis(50);

/// Everything of a reply but what differs by design: its id and the second it was made in.
fn essence(reply: &Reply) -> (StatusCode, Vec<String>, String) {
    let headers = reply.headers.iter();
    let headers = headers
        .filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()))
        .map(|(name, value)| format!("{name}: {}", value.to_str().unwrap()));
    let id = reply.header("x-request-id").to_owned();
    let body = String::from_utf8(reply.body.clone()).unwrap();
    (reply.status, headers.collect(), body.replace(&id, "-"))
}

fn all_alike(replies: &[(&str, Reply)]) {
    let first = essence(&replies[0].1);
    for (case, reply) in replies {
        assert_eq!(essence(reply), first, "{case}");
    }
}

/// The middle of many.
fn median(mut samples: Vec<Duration>) -> Duration {
    samples.sort();
    samples[samples.len() / 2]
}

/// How much oftener one of the first takes longer than one of the others, than the other way round: 0
/// where nobody can tell them apart, 1 or -1 where everybody can (the effect of Mann and Whitney).
fn effect(first: &[Duration], others: &[Duration]) -> f64 {
    let mut balance = 0_i64;
    for one in first {
        for other in others {
            balance += match one.cmp(other) {
                std::cmp::Ordering::Less => -1,
                std::cmp::Ordering::Equal => 0,
                std::cmp::Ordering::Greater => 1,
            };
        }
    }
    let pairs = i64::try_from(first.len() * others.len()).unwrap();
    let thousandths = i32::try_from(balance * 1_000_000 / pairs).unwrap();
    f64::from(thousandths) / 1_000_000.0
}

#[test]
fn the_effect_is_0_for_equals_and_1_for_those_who_always_take_longer() {
    let millis = |all: [u64; 3]| all.map(Duration::from_millis);
    assert!(effect(&millis([1, 2, 3]), &millis([1, 2, 3])).abs() < 0.01);
    assert!(effect(&millis([4, 5, 6]), &millis([1, 2, 3])) > 0.99);
}

/// Names of every kind, with what they stand for.
pub(super) async fn names(house: &House) -> Vec<(&'static str, String)> {
    let merchant = house.merchant("200001").await;
    let cashier = BuiltInRole::Cashier;
    let mut names = Vec::new();
    for (case, member) in [
        ("known", Member::new("maria", cashier)),
        ("locked", Member::new("locked", cashier)),
        ("pending", Member::new("pending", cashier).pending()),
        ("off", Member::new("off", cashier).deactivated()),
    ] {
        names.push((case, house.member(&merchant, member).await.name));
    }
    for _ in 0..5 {
        Device::new(house).try_sign_in(&names[1].1, WRONG).await;
    }
    names.push(("operator", house.operator("olga").await.name));
    for (case, name) in [
        ("unknown", "nobody@example.com"),
        ("no address", "u-7"),
        ("impossible", "maria\u{0}@example.com"),
    ] {
        names.push((case, name.to_owned()));
    }
    names
}

on_both_databases! {
    async fn goal_13_signing_in_and_forgetting_a_password_tell_nobody_who_exists(
        database: TestDatabase
    ) {
        let house = House::on(database).await;
        let names = names(&house).await;
        let mut refused = Vec::new();
        let mut asked = Vec::new();
        for (case, name) in &names {
            let before = house.app.passwords.count();
            let began = Instant::now();
            refused.push((*case, Device::new(&house).try_sign_in(name, WRONG).await));
            assert!(began.elapsed() >= BEAT, "{case}");
            assert_eq!(house.app.passwords.count() - before, 1, "{case}");
            let body = Some(json!({ "sign_in_name": name }));
            let began = Instant::now();
            let reply = Device::new(&house).call(Method::POST, "/v1/password-resets", body).await;
            assert!(began.elapsed() >= BEAT, "{case}");
            assert_eq!(house.app.passwords.count() - before, 1, "{case}");
            asked.push((*case, reply));
        }
        assert_eq!(refused[0].1.code(), "sign_in_failed");
        all_alike(&refused);
        assert_eq!(asked[0].1.status, StatusCode::NO_CONTENT);
        all_alike(&asked);
    }

    async fn goal_13_a_link_that_does_not_work_does_not_say_why(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let anna = house.member(&merchant, Member::new("anna", BuiltInRole::MerchantAdministrator)).await;
        let admin = house.sign_in(&anna).await;
        let mut request = verified("ada", merchant.roles["cashier"]);
        request.invite = true;
        let ada = admin.create_user(merchant.id, &request, None).await.unwrap();
        let replaced = house.link_for(&ada.sign_in_name).await;
        admin.invite_user(merchant.id, ada.id, None).await.unwrap();
        let spent = house.link_for(&ada.sign_in_name).await;
        Browser::new(&house).set_password(&spent, PASSWORD).await;
        let mut request = verified("berta", merchant.roles["cashier"]);
        request.invite = true;
        let berta = admin.create_user(merchant.id, &request, None).await.unwrap();
        let switched_off = house.link_for(&berta.sign_in_name).await;
        admin.deactivate_user(merchant.id, berta.id, berta.version).await.unwrap();
        let made_up: String = spent.chars().rev().skip(1).collect::<Vec<_>>().into_iter().rev()
            .chain(['A']).collect();
        let short = format!("{}x", spent.split("/account/").next().unwrap().to_owned() + "/account/activate/");

        let links = [
            ("replaced", replaced.as_str()), ("spent", &spent), ("switched off", &switched_off),
            ("made up", &made_up), ("no token at all", &short),
        ];
        let mut shown = Vec::new();
        let mut sent = Vec::new();
        for (case, link) in links {
            shown.push((case, Browser::new(&house).open(link).await));
            let fields = [("form_token", "x"), ("password", PASSWORD), ("repeat", PASSWORD)];
            sent.push((case, Browser::new(&house).send(link, &fields, &[]).await));
            let reset = link.replace("/activate/", "/reset/");
            shown.push((case, Browser::new(&house).open(&reset).await));
            sent.push((case, Browser::new(&house).send(&reset, &fields, &[]).await));
        }
        assert_eq!(shown[0].1.status, StatusCode::GONE);
        all_alike(&shown);
        all_alike(&sent);
    }
}

/// One refused sign-in, measured. The wrong passwords of one person are forgotten after each, whoever was named:
/// what the database was asked just before is the same for all.
async fn measure(house: &House, name: &str, forgotten: &Person) -> Duration {
    let device = Device::new(house);
    let began = Instant::now();
    let reply = device.try_sign_in(name, WRONG).await;
    let took = began.elapsed();
    assert_eq!(reply.code(), "sign_in_failed");
    let tx = house.app.database.begin_write().await.unwrap();
    sign_in_attempts::clear_all(&tx, forgotten.id)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    took
}

/// How long it takes to be told that a link is on its way, perhaps; an hour later, as only so many
/// mails go to an address within one.
async fn measure_forgotten(house: &House, name: &str) -> Duration {
    house.clock.advance(Duration::from_hours(1));
    let device = Device::new(house);
    let body = Some(json!({ "sign_in_name": name }));
    let began = Instant::now();
    let reply = device.call(Method::POST, "/v1/password-resets", body).await;
    assert_eq!(reply.status, StatusCode::NO_CONTENT);
    began.elapsed()
}

fn tell_nobody(cases: Vec<(&str, Vec<Duration>)>, unknown: &[Duration]) {
    let usual = median(unknown.to_vec());
    for (case, samples) in cases {
        let effect = effect(&samples, unknown);
        let middle = median(samples);
        eprintln!("{case}: median {middle:?} beside {usual:?}, effect {effect:.3}");
        let gap = middle.abs_diff(usual);
        assert!(gap * 20 < usual, "{case}: {middle:?} beside {usual:?}");
        assert!(effect.abs() < 0.1, "{case}: {effect}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_13_how_long_a_refusal_takes_tells_nobody_who_exists() {
    let samples = times(0, 1_000, 2_000);
    if samples == 0 {
        // A machine that does other things beside would tell nothing.
        return;
    }
    let database = TestDatabase::new(Product::Sqlite).await;
    let off =
        |config: &mut keyholder_server::config::Config| config.refused_sign_ins_per_address = 0;
    let house = House::hashing_with(Hashing::standard(), database, off).await;
    let merchant = house.merchant("200001").await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    let locked = Member::new("locked", BuiltInRole::Cashier);
    let locked = house.member(&merchant, locked).await;
    for _ in 0..5 {
        Device::new(&house).try_sign_in(&locked.name, WRONG).await;
    }
    let names = ["nobody@example.com", &maria.name, &locked.name];
    let mut took = [const { Vec::new() }; 3];
    for round in 0..samples {
        // In turns: nobody always comes after the same.
        for place in (0..3).map(|turn| (round + turn) % 3) {
            took[place].push(measure(&house, names[place], &maria).await);
        }
    }
    let [unknown, wrong, waiting] = took;
    tell_nobody(vec![("wrong", wrong), ("locked", waiting)], &unknown);
    let [mut nobody, mut somebody] = [const { Vec::new() }; 2];
    for _ in 0..samples {
        nobody.push(measure_forgotten(&house, "nobody@example.com").await);
        somebody.push(measure_forgotten(&house, &maria.name).await);
    }
    tell_nobody(vec![("forgotten", somebody)], &nobody);
}
