//! Goal 4: PostgreSQL goes away, is cut off, falls silent or takes no changes. The service lets
//! nobody through meanwhile, says within two seconds when to come back, answers again within five
//! once the database does, and does nothing twice that was asked for again under the same key.

use std::time::{Duration, Instant};

use futures_util::future::{join, join_all};
use keyholder_domain::role::BuiltInRole;
use keyholder_store::{
    audit,
    testing::{Product, TestDatabase, dump},
};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{
    Device, House, Member, Merchant, Reply,
    depth::times,
    fault_proxy::{Fault, FaultProxy},
    requests::unverified,
};

/// How soon a caller is told.
const TOLD: Duration = Duration::from_secs(2);
/// How soon the service is back after its database.
const BACK: Duration = Duration::from_secs(5);
/// What a busy machine may add to what it measures.
const SLACK: Duration = Duration::from_millis(500);
/// Changes that are under way when the fault comes.
const CHANGES: usize = 8;

/// A service that reaches its database through the proxy; the test itself reaches it directly.
async fn house_behind_a_proxy() -> (House, FaultProxy) {
    let database = TestDatabase::new(Product::Postgres).await;
    let mut url: url::Url = database.url().parse().unwrap();
    let host = url.host_str().unwrap_or("127.0.0.1").to_owned();
    let proxy = FaultProxy::to(&format!("{host}:{}", url.port().unwrap_or(5432))).await;
    url.set_host(Some("127.0.0.1")).unwrap();
    url.set_port(Some(proxy.port())).unwrap();
    let house = House::with(database, |config| config.database_url = url.to_string()).await;
    (house, proxy)
}

/// Adds somebody without an address, whom nothing but the key keeps from being added twice.
async fn add(device: &Device<'_>, merchant: &Merchant, key: &str) -> Reply {
    let path = format!("/v1/customers/{}/users", merchant.id);
    let proof = device.proof(&Method::POST, &path, device.access.as_deref());
    let authorization = format!("DPoP {}", device.access.as_deref().unwrap());
    let headers = [
        ("dpop", proof.as_str()),
        ("authorization", &authorization),
        ("idempotency-key", key),
    ];
    let body = json!(unverified(merchant.roles["cashier"]));
    device.send(Method::POST, &path, Some(body), &headers).await
}

/// A refusal that fails closed: come back, and when.
fn is_refused(reply: &Reply) -> bool {
    reply.status == StatusCode::SERVICE_UNAVAILABLE
        && reply.code() == "unavailable"
        && reply.header("retry-after").parse::<u64>().is_ok()
}

async fn people(house: &House) -> usize {
    dump(house.database.database()).await["memberships"].len()
}

/// One fault, from before it to after it.
async fn weather(
    house: &House,
    proxy: &mut FaultProxy,
    merchant: &Merchant,
    device: &Device<'_>,
    fault: Fault,
    round: usize,
) {
    let before = people(house).await;
    let keys: Vec<_> = (0..CHANGES)
        .map(|number| format!("{fault:?}-{round}-{number}"))
        .collect();
    // Some of these are answered before the fault, some are cut off in the middle.
    let asked = join_all(keys.iter().map(|key| add(device, merchant, key)));
    let (first, ()) = join(asked, proxy.set(fault)).await;
    for reply in &first {
        let fine = reply.status == StatusCode::CREATED || is_refused(reply);
        assert!(fine, "{fault:?}: {} {}", reply.status, reply.json());
    }
    for path in ["/v1/me", "/health/ready"] {
        let asked = Instant::now();
        let reply = device.get(path).await;
        let took = asked.elapsed();
        assert!(
            is_refused(&reply),
            "{fault:?} {path}: {} {}",
            reply.status,
            reply.json()
        );
        assert!(took < TOLD + SLACK, "{fault:?} {path}: told after {took:?}");
    }

    proxy.set(Fault::None).await;
    let healed = Instant::now();
    while device.get("/v1/me").await.status != StatusCode::OK {
        assert!(healed.elapsed() < BACK, "{fault:?}: not back");
    }
    // Whoever was not answered asks again, under the same key, until they are.
    for key in &keys {
        while add(device, merchant, key).await.status != StatusCode::CREATED {
            assert!(
                healed.elapsed() < 2 * BACK,
                "{fault:?}: changes do not get through"
            );
        }
    }
    assert_eq!(people(house).await, before + CHANGES, "{fault:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_04_without_its_database_the_service_lets_nobody_through_and_recovers_by_itself() {
    let (house, mut proxy) = house_behind_a_proxy().await;
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let device = Device::of(&house, &anna).await;
    for round in 0..times(1, 20, 100) {
        for fault in [Fault::Down, Fault::Reset, Fault::Silent] {
            weather(&house, &mut proxy, &merchant, &device, fault, round).await;
        }
    }
    audit::verify(house.database.database(), Some(merchant.id))
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_04_a_slow_database_makes_the_service_slow_and_nothing_else() {
    let (house, mut proxy) = house_behind_a_proxy().await;
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let device = Device::of(&house, &anna).await;
    proxy.set(Fault::Slow(Duration::from_millis(50))).await;
    assert_eq!(device.get("/v1/me").await.status, StatusCode::OK);
    proxy.set(Fault::Slow(Duration::from_secs(5))).await;
    let asked = Instant::now();
    assert!(is_refused(&device.get("/v1/me").await));
    assert!(asked.elapsed() < TOLD + SLACK);
    proxy.set(Fault::None).await;
    let healed = Instant::now();
    while device.get("/v1/me").await.status != StatusCode::OK {
        assert!(healed.elapsed() < BACK, "not back");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn goal_04_a_database_that_takes_no_changes_is_read_all_the_same() {
    let (house, mut proxy) = house_behind_a_proxy().await;
    let merchant = house.merchant("200001").await;
    let anna = Member::new("anna", BuiltInRole::MerchantAdministrator);
    let anna = house.member(&merchant, anna).await;
    let device = Device::of(&house, &anna).await;
    let name = house.database.url().rsplit('/').next().unwrap();
    let name = name.split('?').next().unwrap();
    // A token is noted at its first use; afterwards reading changes nothing.
    assert_eq!(device.get("/v1/me").await.status, StatusCode::OK);
    let before = people(&house).await;
    // What a standby says of itself; it holds for connections that are made from now on.
    let read_only = format!("ALTER DATABASE {name} SET default_transaction_read_only");
    house
        .database
        .run(&format!("{read_only} = on"))
        .await
        .unwrap();
    proxy.set(Fault::Reset).await;
    proxy.set(Fault::None).await;
    let reset = Instant::now();
    while device.get("/v1/me").await.status != StatusCode::OK {
        assert!(reset.elapsed() < BACK, "not back");
    }
    let refused = add(&device, &merchant, "key").await;
    assert!(
        is_refused(&refused),
        "{} {}",
        refused.status,
        refused.json()
    );
    assert_eq!(people(&house).await, before);

    house
        .database
        .run(&format!("{read_only} = off"))
        .await
        .unwrap();
    proxy.set(Fault::Reset).await;
    proxy.set(Fault::None).await;
    let healed = Instant::now();
    while add(&device, &merchant, "key").await.status != StatusCode::CREATED {
        assert!(healed.elapsed() < BACK, "not back");
    }
    assert_eq!(people(&house).await, before + 1);
}
