//! What operators of the payment provider do in the app, against the real service.

use keyholder_client::{Client, Clock, DeviceKey, ServiceAddress, Session, TokenSink};
use keyholder_store::on_both_databases;
use serde_json::{Value, json};

use crate::mock_window::{Computer, House, NAME, PASSWORD, Window};

/// The operator of the sample merchants.
const OPERATOR: &str = "oskar.lind@provider.example";
const NOWHERE: &str = "01890000-0000-7000-8000-000000000000";

fn facts(number: &str) -> Value {
    json!({ "number": number, "name": "Bergbahn AG", "mode": "test", "acquirer_agreement": false })
}

fn place(name: &str) -> Value {
    json!({ "name": name, "city": "Basel", "country": "ch" })
}

fn till(number: &str) -> Value {
    json!({ "number": number, "name": "Till", "kind": "point_of_sale" })
}

fn lost(name: &str) -> Value {
    json!({ "sign_in_name": name, "reason": "Phone lost", "evidence": "Passport" })
}

/// Every command of operators at a customer, each with arguments that its screens could send.
pub(crate) fn calls(customer: &Value) -> Vec<(&'static str, Value)> {
    let administrator = json!({
        "email": "ines@bergbahn.example", "given_name": "Ines", "family_name": "Graf",
        "language": "de",
    });
    let request = json!({ "customer": facts("720001"), "administrator": administrator });
    let create = json!({ "request": request, "idempotencyKey": "o1" });
    let at = |more: Value| {
        let mut all = json!({ "customerId": customer });
        if let (Value::Object(all), Value::Object(more)) = (&mut all, more) {
            all.extend(more);
        }
        all
    };
    let moved = json!({
        "number": "1001", "name": "Till", "kind": "moto", "location_id": NOWHERE,
    });
    let no = json!({ "answer": "refuse", "reason": "No contract" });
    vec![
        ("search_customers", json!({ "query": {} })),
        ("create_customer", create),
        ("read_provider_customer", at(json!({}))),
        (
            "change_customer",
            at(json!({ "version": 1, "request": facts("720001") })),
        ),
        ("list_provider_locations", at(json!({ "query": {} }))),
        (
            "create_location",
            at(json!({ "request": place("Pier 7"), "idempotencyKey": "o2" })),
        ),
        (
            "change_location",
            at(json!({ "locationId": NOWHERE, "version": 1, "request": place("Pier 8") })),
        ),
        (
            "create_terminal",
            at(json!({ "locationId": NOWHERE, "request": till("1001"), "idempotencyKey": "o3" })),
        ),
        (
            "change_terminal",
            at(json!({ "terminalId": NOWHERE, "version": 1, "request": moved })),
        ),
        ("list_waiting_requests", json!({ "query": {} })),
        (
            "answer_location_request",
            at(json!({ "requestId": NOWHERE, "version": 1, "request": no })),
        ),
        ("list_all_recoveries", json!({ "query": {} })),
        ("list_recoveries", at(json!({}))),
        (
            "start_recovery",
            at(json!({ "request": lost(NAME), "idempotencyKey": "o4" })),
        ),
        ("finish_recovery", at(json!({ "recoveryId": NOWHERE }))),
        ("stop_recovery", at(json!({ "recoveryId": NOWHERE }))),
    ]
}

async fn operator(house: &House, computer: &Computer) -> Window {
    let window = Window::open(computer);
    let address = json!({ "serverUrl": house.origin });
    window.call("connect", address).await.unwrap();
    let who = json!({ "signInName": OPERATOR, "password": PASSWORD });
    let outcome = window.call("sign_in", who).await.unwrap();
    assert_eq!(outcome["me"]["operator"], true);
    assert_eq!(outcome["me"]["memberships"], json!([]));
    window
}

on_both_databases! {
    async fn an_operator_is_still_signed_in_after_a_restart(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::new();
        drop(operator(&house, &computer).await);
        let (key, token) = computer.secrets(&house.origin).await;
        // Bound to the key of this device: with another one the token opens nothing.
        assert!(!key.is_empty());
        let stolen = String::from_utf8(token.unwrap()).unwrap();
        let address = ServiceAddress::parse(&house.origin).unwrap();
        let another = Client::new(address, DeviceKey::generate().unwrap(), Clock::system()).unwrap();
        let thief = Session::resume(another, stolen.into(), TokenSink::none());
        assert!(thief.read_me().await.is_err());

        let again = Window::open(&computer);
        let start = again.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"]["sign_in_name"], OPERATOR);
        let found = again.call("search_customers", json!({ "query": { "search": "Sonnen" } })).await;
        assert_eq!(found.unwrap()["items"].as_array().unwrap().len(), 1);
    }

    async fn s001_s061_s068_l07_c22_an_operator_works_through_the_app(database: TestDatabase) {
        let mut house = House::start(database).await;
        let computer = Computer::new();
        let window = operator(&house, &computer).await;
        let ok = async |command: &str, arguments: Value| {
            window.call(command, arguments).await.unwrap_or_else(|error| panic!("{command}: {error}"))
        };
        let all = ok("search_customers", json!({ "query": { "search": "248113" } })).await;
        let bakery = all["items"][0]["id"].clone();
        let mut made = calls(&bakery).into_iter();
        let mut arguments = |command: &str| made.find(|(name, _)| *name == command).unwrap().1;

        let customer = ok("create_customer", arguments("create_customer")).await;
        let at = json!({ "customerId": customer["id"] });
        let read = ok("read_provider_customer", at.clone()).await;
        assert_eq!(read, customer);
        let change = json!({
            "customerId": customer["id"], "version": customer["version"],
            "request": { "number": "720002", "name": "Bergbahn", "mode": "live", "acquirer_agreement": true },
        });
        assert_eq!(ok("change_customer", change.clone()).await["mode"], "live");
        assert_eq!(window.call("change_customer", change).await.unwrap_err()["code"], "stale");

        let one = ok("create_location", arguments("create_location")).await;
        assert_eq!(one["country"], "CH");
        let change = json!({
            "customerId": bakery, "locationId": one["id"], "version": one["version"],
            "request": place("Pier 8"),
        });
        assert_eq!(ok("change_location", change).await["name"], "Pier 8");
        let add = json!({
            "customerId": bakery, "locationId": one["id"], "request": till("90001"),
            "idempotencyKey": "o5",
        });
        let one = ok("create_terminal", add).await;
        let listed = json!({ "customerId": bakery, "query": { "search": "Basel" } });
        let listed = ok("list_provider_locations", listed).await;
        let other = listed["items"].as_array().unwrap().iter();
        let other = other.clone().find(|each| each["id"] != one["id"]).unwrap();
        let terminal = &one["terminals"][0];
        let moved = json!({
            "number": "90001", "name": "Till", "kind": "moto", "location_id": other["id"],
        });
        let moved = json!({
            "customerId": bakery, "terminalId": terminal["id"], "version": terminal["version"],
            "request": moved,
        });
        assert_eq!(ok("change_terminal", moved).await["id"], other["id"]);

        // A wish of the sample bakery waits.
        let waiting = ok("list_waiting_requests", json!({ "query": {} })).await;
        let wish = &waiting["items"][0];
        let request = json!({
            "answer": "create", "location": wish["request"]["location"], "terminals": [till("90002")],
        });
        let answer = json!({
            "customerId": wish["customer_id"], "requestId": wish["request"]["id"],
            "version": wish["request"]["version"], "request": request,
        });
        let answered = ok("answer_location_request", answer.clone()).await;
        assert_eq!(answered["request"]["state"], "created");
        assert_eq!(answered["location"]["terminals"][0]["number"], "90002");
        let twice = window.call("answer_location_request", answer).await.unwrap_err();
        assert_eq!(twice["code"], "request_over");

        let begun = ok("start_recovery", arguments("start_recovery")).await;
        assert_eq!(begun["state"], "waiting");
        let one = json!({ "customerId": bakery, "recoveryId": begun["id"] });
        let early = window.call("finish_recovery", one.clone()).await.unwrap_err();
        assert_eq!(early["code"], "recovery_too_early");
        assert_eq!(early["params"]["ready_at"], begun["ready_at"]);
        assert_eq!(ok("stop_recovery", one).await["stopped_by"], "operator");
        let listed = ok("list_recoveries", json!({ "customerId": bakery })).await;
        assert_eq!(listed["items"][0]["state"], "stopped");
        let over = ok("list_all_recoveries", json!({ "query": { "standing": "over" } })).await;
        assert_eq!(over["items"][0]["recovery"], listed["items"][0]);
        assert_eq!(over["items"][0]["customer_id"], bakery);

        // The sample starts again although it holds one more customer now.
        drop(window);
        house.stop().await;
        house.run().await;
    }
}
