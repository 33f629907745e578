//! The list of users while the service is away: what is read, what is refused, and what ends it.

use std::{
    sync::{
        Arc,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use keyholder_app::CoreEvent;
use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use keyholder_store::on_both_databases;
use serde_json::{Value, json};

use crate::{
    mock_window::{Computer, House, NAME, Window},
    signed_in,
};

/// Looks at the list, and waits until it is kept.
async fn kept(window: &Window, customer: &Value) -> Value {
    let list = json!({ "customerId": customer, "query": { "limit": 20 } });
    window.call("list_users", list).await.unwrap();
    let kept = async {
        loop {
            let copy = copy(window, customer).await;
            if copy["kind"] == "kept" {
                return copy;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), kept)
        .await
        .unwrap()
}

async fn copy(window: &Window, customer: &Value) -> Value {
    let here = json!({ "customerId": customer });
    window.call("read_offline_copy", here).await.unwrap()
}

async fn search(window: &Window, customer: &Value, query: Value) -> Result<Vec<String>, Value> {
    let asked = json!({ "customerId": customer, "query": query });
    let page = window.call("list_offline_users", asked).await?;
    let rows = page["items"].as_array().unwrap().iter();
    Ok(rows
        .map(|row| row["family_name"].as_str().unwrap().to_owned())
        .collect())
}

fn lies_there(computer: &Computer) -> bool {
    computer.folder().join("offline.list").exists()
}

on_both_databases! {
    async fn goal_52_the_list_is_read_while_the_service_is_away(database: TestDatabase) {
        let mut house = House::start(database).await;
        let computer = Computer::new();
        let (window, customer) = signed_in(&house, &computer).await;
        let copy = kept(&window, &customer).await;
        assert!(copy["rows"].as_u64().unwrap() > 5);
        assert_eq!(copy["rows"], copy["total"]);
        let online = json!({ "customerId": customer, "query": { "limit": 200, "search": "ke" } });
        let online = window.call("list_users", online).await.unwrap();

        house.stop().await;
        drop(window);
        let window = Window::open(&computer);
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"]["sign_in_name"], NAME);
        assert_eq!(start["start_problem"]["code"], "server_unreachable");
        let asked = json!({ "customerId": customer, "query": { "limit": 200, "search": "ke" } });
        let found = window.call("list_offline_users", asked).await.unwrap();
        assert_eq!(found["items"], online["items"], "as the service found them");
        let none = search(&window, &customer, json!({ "search": "nobody of that name" })).await;
        assert_eq!(none.unwrap(), [""; 0]);
        let bin = search(&window, &customer, json!({ "status": ["deleted"] })).await;
        assert_eq!(bin.unwrap_err()["code"], "offline_bin");
        let place = json!({ "location": ["01890000-0000-7000-8000-000000000000"] });
        let refused = search(&window, &customer, place).await.unwrap_err();
        assert_eq!(refused["code"], "offline_locations");

        // Nothing is written, now or later, and nobody is signed out.
        let user = &found["items"][0];
        let off = json!({ "customerId": customer, "userId": user["id"], "version": user["version"] });
        let refused = window.call("deactivate_user", off).await.unwrap_err();
        assert_eq!(refused["code"], "server_unreachable");
        house.run().await;
        loop {
            if window.told().await == (CoreEvent::ConnectionChanged { online: true }) {
                break;
            }
        }
        let one = json!({ "customerId": customer, "userId": user["id"] });
        let read = window.call("read_user", one).await.unwrap();
        assert_eq!(read["version"], user["version"]);
    }

    async fn goal_52_signing_out_and_another_customer_throw_the_list_away(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::new();
        let (window, customer) = signed_in(&house, &computer).await;
        kept(&window, &customer).await;
        assert!(lies_there(&computer));
        let other = json!("01890000-0000-7000-8000-000000000000");
        assert_eq!(copy(&window, &other).await["kind"], "absent");
        assert!(!lies_there(&computer));

        kept(&window, &customer).await;
        let chosen = json!({ "preferences": {
            "theme": "system", "language": "system", "user_columns": [], "customer_id": other,
            "auto_lock_minutes": null, "hide_codes": null, "server_url": null,
        } });
        window.call("save_preferences", chosen).await.unwrap();
        assert!(!lies_there(&computer));

        kept(&window, &customer).await;
        window.call("sign_out", json!({})).await.unwrap();
        assert!(!lies_there(&computer));
        assert_eq!(copy(&window, &customer).await["why"], "none");
    }

    async fn goal_52_a_session_that_ended_takes_the_list_along(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::new();
        let (window, customer) = signed_in(&house, &computer).await;
        kept(&window, &customer).await;
        let other = Window::open(&computer);
        other.call("start_up", json!({})).await.unwrap();
        let devices = other.call("list_own_sessions", json!({})).await.unwrap();
        let own = json!({ "sessionId": devices["devices"][0]["session_id"] });
        other.call("end_own_session", own).await.unwrap();
        let error = window.call("me", json!({})).await.unwrap_err();
        assert_eq!(error["code"], "sign_in_required");
        assert!(!lies_there(&computer));
        assert_eq!(copy(&window, &customer).await["kind"], "absent");
    }

    async fn goal_52_the_list_goes_when_its_time_is_up(database: TestDatabase) {
        let mut house = House::start(database).await;
        let hours = Arc::new(AtomicI64::new(0));
        let (passed, system) = (Arc::clone(&hours), Clock::system());
        let clock = Clock::from_fn(move || {
            let passed = passed.load(Ordering::SeqCst) * 3_600_000_000;
            Timestamp::from_micros(system.now().as_micros() + passed)
        });
        let computer = Computer::with_clock(clock);
        let (window, customer) = signed_in(&house, &computer).await;
        kept(&window, &customer).await;
        house.stop().await;
        window.core().look_at_offline_copy().await;
        assert!(lies_there(&computer));
        hours.store(25, Ordering::SeqCst);
        window.core().look_at_offline_copy().await;
        assert!(!lies_there(&computer), "also where nobody looks at it");
        assert_eq!(copy(&window, &customer).await["why"], "time_up");
        let gone = search(&window, &customer, json!({})).await.unwrap_err();
        assert_eq!(gone["code"], "offline_copy_gone");
    }
}
