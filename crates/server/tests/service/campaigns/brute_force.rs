//! Goal 14, threats 6 and 7: however many addresses guess at an account at once, its password is looked
//! at no more often than the lock allows, also over a restart; whoever has signed in on a device before
//! gets in all the while; and one address that tries many names is told to wait.

use std::{net::Ipv4Addr, time::Duration};

use futures_util::{
    StreamExt as _,
    future::{join, join_all},
    stream,
};
use keyholder_client::DeviceKey;
use keyholder_domain::{audit::AuditAction, role::BuiltInRole};
use keyholder_store::{
    audit::{self, AuditFilter, AuditPosition, AuditView},
    on_both_databases,
};
use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::support::{Device, House, Member, Merchant, PASSWORD, Person, Reply, depth::times};

const WRONG: &str = "Wrong-Horse-7-Battery";
const LOCK: Duration = Duration::from_mins(30);
const ALMOST: Duration = Duration::from_micros(1);
/// Addresses that guess.
const ADDRESSES: usize = 1_000;
/// How many guess at once.
const AT_ONCE: usize = 200;
/// How often a password may be looked at before the lock (the profile's five; no profile allows more
/// than ten).
const LOOKS: usize = 5;

/// A house that believes this machine, as if it were a proxy.
async fn behind_a_proxy(database: keyholder_store::testing::TestDatabase) -> House {
    House::with(database, |config| {
        config.trusted_proxies = vec![Ipv4Addr::LOCALHOST.into()];
    })
    .await
}

async fn maria(house: &House) -> (Merchant, Person) {
    let merchant = house.merchant("200001").await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    (merchant, maria)
}

/// The address with a number.
fn address(number: usize) -> String {
    let [.., high, low] = u32::try_from(number % ADDRESSES).unwrap().to_be_bytes();
    format!("198.18.{high}.{low}")
}

/// A sign-in that comes from elsewhere.
async fn from(device: &Device<'_>, address: &str, name: &str, password: &str) -> Reply {
    let path = "/v1/sign-ins";
    let proof = device.proof(&Method::POST, path, None);
    let headers = [("dpop", proof.as_str()), ("x-forwarded-for", address)];
    let body = json!({ "sign_in_name": name, "password": password, "device_name": "Test" });
    device.send(Method::POST, path, Some(body), &headers).await
}

/// Guesses from strange devices, many at once; none may get in.
async fn storm(house: &House, person: &Person, password: &str, guesses: usize) {
    let guess = |number| async move {
        let device = Device::new(house);
        from(&device, &address(number), &person.name, password).await
    };
    let mut replies = stream::iter((0..guesses).map(guess)).buffer_unordered(AT_ONCE);
    while let Some(reply) = replies.next().await {
        // Who is turned away for want of time was not counted either.
        let refused = reply.code() == "sign_in_failed" || reply.code() == "unavailable";
        assert!(refused, "{} {}", reply.status, reply.json());
    }
}

/// How often somebody looked at a password of this customer's people: what is refused without a look
/// stands in the chain without a customer.
async fn looks(house: &House, merchant: &Merchant) -> usize {
    let filter = AuditFilter::default();
    let view = AuditView::whole(merchant.id);
    let database = house.database.database();
    let page = audit::page(database, view, &filter, AuditPosition::Newest, u16::MAX).await;
    let failed = |event: &&audit::AuditEvent| event.action == AuditAction::SignInFailed;
    page.unwrap().events.iter().filter(failed).count()
}

on_both_databases! {
    async fn goal_14_a_thousand_addresses_are_looked_at_five_times_and_the_owner_gets_in(
        database: TestDatabase
    ) {
        let mut house = behind_a_proxy(database).await;
        let (merchant, maria) = maria(&house).await;
        let key = DeviceKey::generate().unwrap();
        let bytes = key.to_bytes();
        let guesses = times(250, 10_000, 10_000);
        {
            let mut own = Device::new(&house);
            own.key = key;
            assert_eq!(own.try_sign_in(&maria.name, PASSWORD).await.status, StatusCode::CREATED);
            let signing_in = async {
                for _ in 0..times(20, 100, 100) {
                    let reply = own.try_sign_in(&maria.name, PASSWORD).await;
                    assert_eq!(reply.status, StatusCode::CREATED, "{}", reply.json());
                }
            };
            join(storm(&house, &maria, WRONG, guesses / 2), signing_in).await;
        }
        assert_eq!(looks(&house, &merchant).await, LOOKS);
        house.restart().await;
        storm(&house, &maria, WRONG, guesses / 4).await;
        storm(&house, &maria, PASSWORD, guesses / 4).await;
        assert_eq!(looks(&house, &merchant).await, LOOKS, "over a restart");
        let mut own = Device::new(&house);
        own.key = DeviceKey::from_bytes(&bytes).unwrap();
        assert_eq!(own.try_sign_in(&maria.name, PASSWORD).await.status, StatusCode::CREATED);

        house.clock.advance(LOCK.checked_sub(ALMOST).unwrap());
        storm(&house, &maria, PASSWORD, 10).await;
        assert_eq!(looks(&house, &merchant).await, LOOKS, "until the lock is over");
        house.clock.advance(ALMOST);
        storm(&house, &maria, WRONG, AT_ONCE).await;
        assert_eq!(looks(&house, &merchant).await, 2 * LOOKS, "and then as often again");
    }

    async fn threat_07_whoever_asks_for_links_fills_no_mailbox_and_lifts_no_lock(
        database: TestDatabase
    ) {
        let house = behind_a_proxy(database).await;
        let (_, maria) = maria(&house).await;
        storm(&house, &maria, WRONG, 20).await;
        let ask = |number| {
            let (house, name) = (&house, &maria.name);
            async move {
                let device = Device::new(house);
                let path = "/v1/password-resets";
                let proof = device.proof(&Method::POST, path, None);
                let from = address(number);
                let headers = [("dpop", proof.as_str()), ("x-forwarded-for", from.as_str())];
                let body = json!({ "sign_in_name": name });
                device.send(Method::POST, path, Some(body), &headers).await.status
            }
        };
        let asked = join_all((0..times(30, 300, 1_000)).map(ask)).await;
        assert!(asked.iter().all(|status| *status == StatusCode::NO_CONTENT), "{asked:?}");
        assert_eq!(house.mails().await.len(), 3);
        storm(&house, &maria, PASSWORD, 5).await;
    }

    async fn threat_06_an_address_that_tries_many_names_waits_and_a_known_device_does_not(
        database: TestDatabase
    ) {
        let house = House::with(database, |config| {
            config.trusted_proxies = vec![Ipv4Addr::LOCALHOST.into()];
            config.refused_sign_ins_per_address = 20;
        })
        .await;
        let (merchant, maria) = maria(&house).await;
        let own = Device::of(&house, &maria).await;
        let here = "203.0.113.7";
        for number in 0..20 {
            let reply = from(&Device::new(&house), here, &format!("nobody{number}"), PASSWORD).await;
            assert_eq!(reply.code(), "sign_in_failed");
        }
        for name in ["somebody", maria.name.as_str()] {
            let reply = from(&Device::new(&house), here, name, PASSWORD).await;
            assert_eq!(reply.status, StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(reply.header("retry-after"), "90", "half an hour for twenty");
        }
        assert_eq!(looks(&house, &merchant).await, 0);
        let reply = from(&own, here, &maria.name, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::CREATED, "a device that she signed in on before");
        let reply = from(&Device::new(&house), "203.0.113.8", &maria.name, PASSWORD).await;
        assert_eq!(reply.status, StatusCode::CREATED, "from another address");
        // Right passwords cost nothing: a whole shop can sign in from one address.
        house.clock.advance(Duration::from_secs(90));
        for _ in 0..3 {
            let reply = from(&Device::new(&house), here, &maria.name, PASSWORD).await;
            assert_eq!(reply.status, StatusCode::CREATED);
        }
    }

    async fn reg_xff_only_from_trusted_proxy_a_header_moves_nobody(database: TestDatabase) {
        let house = House::with(database, |config| config.refused_sign_ins_per_address = 5).await;
        let mut codes = Vec::new();
        for number in 0..6 {
            let device = Device::new(&house);
            let reply = from(&device, &address(number), "nobody", PASSWORD).await;
            codes.push(reply.code());
        }
        assert_eq!(codes[..5], vec!["sign_in_failed"; 5]);
        assert_eq!(codes[5], "too_many_requests");
    }
}
