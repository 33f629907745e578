//! Being told of sign-in requests by a stream of events (decision 42).

use std::time::Duration;

use keyholder_client::{
    AuthRequestEvents, Client, Clock, DeviceKey, ServiceAddress, Session, TokenSink,
};
use keyholder_contract::session::{NextStep, SessionTokens};
use keyholder_domain::role::BuiltInRole;
use keyholder_store::{on_both_databases, testing::TestDatabase};
use reqwest::StatusCode;

use crate::{
    second_factors::{refused, scene},
    support::{
        Device, House, Member, Merchant, Person,
        confirming::{Elsewhere, asked, other_than},
        phone::{Phone, by_app},
    },
};

const MINUTE: Duration = Duration::from_mins(1);
/// Far longer than anything here takes.
const GIVE_UP: Duration = Duration::from_secs(30);

/// A house whose streams look after their sessions every second, and somebody at a merchant of it.
async fn lively(database: TestDatabase) -> (House, Merchant, Person) {
    let house = House::with(database, |config| config.event_beat_seconds = 1).await;
    let merchant = house.merchant("200001").await;
    let maria = Member::new("maria", BuiltInRole::Cashier);
    let maria = house.member(&merchant, maria).await;
    (house, merchant, maria)
}

/// Whether there was an event; `false` once the stream is over.
async fn told(events: &mut AuthRequestEvents) -> bool {
    let told = tokio::time::timeout(GIVE_UP, events.changed()).await;
    told.expect("neither told nor ended").unwrap()
}

/// A stream that has said that it is there.
async fn listening(session: &Session) -> AuthRequestEvents {
    let mut events = session.watch_own_auth_requests().await.unwrap();
    assert!(told(&mut events).await, "the first event comes at once");
    events
}

/// Signs in with a client; gives the tokens.
async fn enter(
    client: Client,
    house: &House,
    person: &Person,
    phone: &Phone,
) -> (Client, SessionTokens) {
    let sign_in = Elsewhere::on(client, person).await;
    let code = by_app(&phone.code(house.clock.now()));
    let client = sign_in.client;
    let done = client
        .show_second_factor(sign_in.sign_in, &code)
        .await
        .unwrap();
    let NextStep::Session { tokens } = done.next else {
        panic!("a session");
    };
    (client, tokens)
}

on_both_databases! {
    async fn threat_31_a_device_is_told_what_any_process_does(database: TestDatabase) {
        let (house, _, maria) = scene(database).await;
        let beside = house.beside().await;
        let device = house.confirming(&maria).await.session;
        let mut events = listening(&device).await;
        // Whoever signs in speaks to the other process.
        let elsewhere = beside.elsewhere(&maria).await;
        let first = elsewhere.raise().await;
        assert!(told(&mut events).await, "raised");
        assert_eq!(asked(&device).await.unwrap().id, first.id);
        let wrong = other_than(&first.number);
        device.decide_auth_request(first.id, Some(&wrong)).await.unwrap_err();
        assert!(told(&mut events).await, "a try less");
        let newest = elsewhere.raise().await;
        assert!(told(&mut events).await, "superseded");
        device.decide_auth_request(newest.id, Some(&newest.number)).await.unwrap();
        assert!(told(&mut events).await, "answered");
        assert_eq!(asked(&device).await, None);
        elsewhere.go_on(newest.id).await.unwrap();
    }

    async fn threat_31_a_stream_names_nothing_and_ends_with_the_enrolment(database: TestDatabase) {
        let (house, _, maria) = lively(database).await;
        let enrolled = house.confirming(&maria).await;
        let key = DeviceKey::generate().unwrap();
        let client = house.client_with(DeviceKey::from_bytes(&key.to_bytes()).unwrap());
        house.clock.advance(MINUTE);
        let (client, tokens) = enter(client, &house, &maria, &enrolled.phone).await;
        let mut device = Device::new(&house);
        device.key = key;
        device.access = Some(tokens.access_token.clone());
        let path = "/v1/me/auth-requests/events";
        assert_eq!(device.get(path).await.code(), "not_found", "it confirms nothing");
        let session = Session::start(client, tokens, TokenSink::none()).await;
        let own = session.enrol_confirming_device().await.unwrap().devices;
        let here = own.iter().find(|device| device.current).unwrap().id;
        let meanwhile = async {
            let mut other = listening(&enrolled.session).await;
            house.elsewhere(&maria).await.raise().await;
            assert!(told(&mut other).await);
            session.remove_confirming_device(here).await.unwrap();
        };
        let both = async { tokio::join!(device.get(path), meanwhile) };
        let (reply, ()) = tokio::time::timeout(GIVE_UP, both).await.expect("it does not end");
        assert_eq!(reply.status, StatusCode::OK);
        assert_eq!(reply.header("content-type"), "text/event-stream");
        assert_eq!(reply.header("cache-control"), "no-store");
        let said = String::from_utf8(reply.body).unwrap();
        let mut lines: Vec<_> = said.lines().filter(|line| !line.is_empty()).collect();
        lines.retain(|line| *line != ": beat");
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines, ["data: {}", "event: auth_requests_changed", "retry: 3000"]);
    }

    async fn threat_30_a_stream_ends_with_its_session_its_token_and_its_person(
        database: TestDatabase
    ) {
        let (house, merchant, maria) = lively(database).await;
        let enrolled = house.confirming(&maria).await;
        let device = &enrolled.session;
        let plain = {
            house.clock.advance(MINUTE);
            house.sign_in_with(&maria, &enrolled.phone).await
        };
        assert_eq!(refused(plain.watch_own_auth_requests().await), "not_found");

        let mut first = listening(device).await;
        let mut newer = listening(device).await;
        assert!(!told(&mut first).await, "a session has one stream");
        plain.end_own_other_sessions().await.unwrap();
        assert!(!told(&mut newer).await, "the session is over");
        assert_eq!(refused(device.watch_own_auth_requests().await), "sign_in_required");

        // Its clock stands, so that nothing but the service ends the stream.
        let address = ServiceAddress::parse(house.app.origin.as_str()).unwrap();
        let stands = house.clock.now();
        let client = Client::new(address, DeviceKey::generate().unwrap(), Clock::from_fn(move || stands));
        house.clock.advance(MINUTE);
        let (client, tokens) = enter(client.unwrap(), &house, &maria, &enrolled.phone).await;
        let device = Session::start(client, tokens, TokenSink::none()).await;
        device.enrol_confirming_device().await.unwrap();
        let mut events = listening(&device).await;
        house.clock.advance(MINUTE * 5);
        assert!(!told(&mut events).await, "the token is over");
        let mut events = listening(&device).await;
        house.deactivate(&merchant, &maria).await;
        assert!(!told(&mut events).await, "switched off");
        assert_eq!(refused(device.watch_own_auth_requests().await), "sign_in_required");
    }

    async fn threat_31_case_24_a_stream_holds_up_no_restart_and_nothing_is_lost_over_it(
        database: TestDatabase
    ) {
        let (mut house, _, maria) = scene(database).await;
        let device = house.confirming(&maria).await.session;
        let mut events = listening(&device).await;
        let elsewhere = house.elsewhere(&maria).await;
        tokio::time::timeout(GIVE_UP, house.restart()).await.expect("it waits for the stream");
        // Raised after the stream ended, and before the next one is there.
        let raised = elsewhere.raise().await;
        assert!(!told(&mut events).await, "it ended as it should");
        let mut events = listening(&device).await;
        assert_eq!(asked(&device).await.unwrap().id, raised.id);
        device.decide_auth_request(raised.id, None).await.unwrap();
        assert!(told(&mut events).await);
    }
}
