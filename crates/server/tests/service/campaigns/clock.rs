//! Goal 6: the clock jumps, ahead or back, by a second or by ten years, on a leap day, at the change to
//! summer time, at the end of 32-bit time, and comes back. No lock ends early, no session lasts longer,
//! no proof counts twice, and nothing is over that was not.

use std::time::Duration;

use keyholder_domain::{
    role::BuiltInRole,
    session::{ACCESS_LIFETIME, CLOCK_TOLERANCE},
    timestamp::Timestamp,
};
use keyholder_server::housekeeping::{self, ClockWatch};
use keyholder_store::on_both_databases;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};
use tokio::time::Instant;

use crate::support::{
    Browser, Device, House, Member, Merchant, PASSWORD, Person, Reply, depth::times,
};

const WRONG: &str = "Wrong-Horse-7-Battery";
const SECOND: Duration = Duration::from_secs(1);
const LOCK: Duration = Duration::from_mins(30);
const DAY: Duration = Duration::from_hours(24);

/// From which moments the clock jumps, in the order in which they come.
const MOMENTS: [&str; 4] = [
    "2023-11-14T22:13:20Z",
    // A leap day, a second before it is over.
    "2024-02-29T23:59:59Z",
    // When Europe turns its clocks to summer time.
    "2024-03-31T00:59:59Z",
    // The last second of a signed 32-bit count.
    "2038-01-19T03:14:07Z",
];

/// By how much, and which way.
fn jumps() -> Vec<(Duration, bool)> {
    let mut by = vec![
        SECOND,
        SECOND * 30,
        Duration::from_hours(1),
        DAY,
        DAY * 3_653,
    ];
    // Any others, up to ten years.
    by.extend((0..times(0, 100, 1_000)).map(|number| {
        let seconds = u64::try_from(number).unwrap() * 7_919_777 % (3_653 * 86_400);
        Duration::from_secs(seconds)
    }));
    by.into_iter()
        .flat_map(|by| [(by, true), (by, false)])
        .collect()
}

/// What is there before a jump.
struct Before<'a> {
    house: &'a House,
    /// What is told when something does not hold.
    what: String,
    start: Timestamp,
    /// The body and the proof of a sign-in that was made.
    used: (Value, String),
    device: Device<'a>,
    /// When its session ends.
    ends: Timestamp,
    /// Another device of the same person, which goes on while the clock is wrong.
    busy: Device<'a>,
    /// Somebody who was locked at the start.
    locked: Person,
}

fn end_of(tokens: &Value) -> Timestamp {
    tokens["session_expires_at"]
        .as_str()
        .unwrap()
        .parse()
        .unwrap()
}

impl<'a> Before<'a> {
    async fn set(house: &'a House, merchant: &Merchant, start: Timestamp, name: &str) -> Self {
        house.clock.set(start);
        let maria = Member::new(format!("maria{name}"), BuiltInRole::Cashier);
        let maria = house.member(merchant, maria).await;
        let locked = Member::new(format!("locked{name}"), BuiltInRole::Cashier);
        let locked = house.member(merchant, locked).await;
        for _ in 0..5 {
            Device::new(house).try_sign_in(&locked.name, WRONG).await;
        }
        let device = Device::new(house);
        let proof = device.proof(&Method::POST, "/v1/sign-ins", None);
        let body =
            json!({ "sign_in_name": maria.name, "password": PASSWORD, "device_name": "Test" });
        let mut before = Self {
            house,
            what: name.to_owned(),
            start,
            used: (body, proof),
            device,
            ends: start,
            busy: Device::of(house, &maria).await,
            locked,
        };
        let reply = before.sign_in().await;
        assert_eq!(reply.status, StatusCode::CREATED);
        let tokens = &reply.json()["next"]["tokens"];
        before.device.keep(tokens);
        before.ends = end_of(tokens);
        before
    }

    async fn sign_in(&self) -> Reply {
        let (body, proof) = &self.used;
        let headers = [("dpop", proof.as_str())];
        let body = Some(body.clone());
        self.device
            .send(Method::POST, "/v1/sign-ins", body, &headers)
            .await
    }

    async fn stays_locked(&self) {
        let Self {
            house,
            what,
            locked,
            ..
        } = self;
        let reply = Device::new(house).try_sign_in(&locked.name, PASSWORD).await;
        let now = house.app.now();
        assert_eq!(
            reply.code(),
            "sign_in_failed",
            "{what}: unlocked early, at {now}"
        );
    }

    /// The clock is wrong.
    async fn while_wrong(&mut self, wrong: Timestamp) {
        let (start, what) = (self.start, &self.what);
        self.house.clock.set(wrong);
        let known = wrong + CLOCK_TOLERANCE >= start;
        let lives = known && wrong < start + ACCESS_LIFETIME;
        let status = self.device.get("/v1/me").await.status;
        assert_eq!(status == StatusCode::OK, lives, "{what}: {status}");
        let token = self.busy.refresh.clone().unwrap();
        let reply = self.busy.try_refresh(&token).await;
        if known && wrong < self.ends {
            self.busy.keep(&reply.json());
        } else {
            // Asking is refused, and ends nothing.
            assert_eq!(reply.code(), "sign_in_required", "{what}");
        }
        if wrong < start + LOCK {
            self.stays_locked().await;
        }
    }

    /// The clock is right again, a second later.
    async fn when_right(self, wrong: Timestamp) {
        let (house, start, what) = (self.house, self.start, &self.what);
        let reply = self.device.get("/v1/me").await;
        assert_eq!(reply.status, StatusCode::OK, "{what}: over too soon");
        let code = self.sign_in().await.code();
        assert_eq!(code, "invalid_proof", "{what}: a proof counted twice");
        let refresh = self.device.refresh.as_deref().unwrap();
        let renewed = self.device.try_refresh(refresh).await.json();
        assert_eq!(end_of(&renewed), self.ends + SECOND, "{what}");
        // Who refreshed while the clock was ahead by up to an hour goes on; beyond they sign in again.
        let token = self.busy.refresh.as_deref().unwrap();
        let reply = self.busy.try_refresh(token).await;
        let goes_on = wrong <= start + SECOND + CLOCK_TOLERANCE || wrong >= self.ends;
        let status = reply.status;
        assert_eq!(status == StatusCode::OK, goes_on, "{what}: {status}");
        self.stays_locked().await;
        house.clock.set(start + LOCK - Duration::from_micros(1));
        self.stays_locked().await;
        house.clock.set(start + LOCK);
        let reply = Device::new(house)
            .try_sign_in(&self.locked.name, PASSWORD)
            .await;
        assert_eq!(
            reply.status,
            StatusCode::CREATED,
            "{what}: locked for longer"
        );
    }
}

/// One jump and the way back; the service sweeps whenever it believes the clock.
async fn leap(house: &House, merchant: &Merchant, start: Timestamp, wrong: Timestamp, name: &str) {
    let mut before = Before::set(house, merchant, start, name).await;
    before.what = format!("{start} to {wrong}");
    let counter = Instant::now();
    let mut watch = ClockWatch::new(start, counter);
    before.while_wrong(wrong).await;
    if watch.believes(wrong, counter) {
        housekeeping::sweep(&house.app).await.unwrap();
    }
    let back = start + SECOND;
    house.clock.set(back);
    assert!(watch.believes(back, counter + SECOND), "{}", before.what);
    housekeeping::sweep(&house.app).await.unwrap();
    before.when_right(wrong).await;
}

on_both_databases! {
    async fn goal_06_a_clock_that_jumps_ends_nothing_early_and_prolongs_nothing(
        database: TestDatabase
    ) {
        let house = House::with(database, |config| config.refused_sign_ins_per_address = 0).await;
        for (place, moment) in MOMENTS.iter().enumerate() {
            let start: Timestamp = moment.parse().unwrap();
            house.clock.set(start);
            let merchant = house.merchant(&format!("{}", 200_001 + place)).await;
            for (number, (by, ahead)) in jumps().into_iter().enumerate() {
                let wrong = if ahead { start + by } else { start - by };
                leap(&house, &merchant, start, wrong, &format!("{place}-{number}")).await;
            }
        }
    }

    async fn goal_06_a_link_works_again_when_the_clock_is_right_again(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let body = Some(json!({ "sign_in_name": maria.name }));
        Device::new(&house).call(Method::POST, "/v1/password-resets", body).await;
        let link = house.link_for(&maria.name).await;
        let start = house.app.now();
        let mut browser = Browser::new(&house);
        for (moment, expected) in [
            (start + DAY * 3_653, StatusCode::GONE),
            (start, StatusCode::OK),
            (start - DAY, StatusCode::OK),
            (start + Duration::from_hours(1), StatusCode::GONE),
            (start + SECOND, StatusCode::OK),
        ] {
            house.clock.set(moment);
            assert_eq!(browser.open(&link).await.status, expected, "{moment}");
        }
    }
}
