//! What becomes of the session: over a restart, while the service is away, and when it has ended.

use keyholder_app::CoreEvent;
use keyholder_store::on_both_databases;
use serde_json::{Value, json};

use crate::{
    mock_window::{Computer, House, NAME, Window},
    signed_in,
};

on_both_databases! {
    async fn a_restart_keeps_the_session(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::new();
        let (window, _) = signed_in(&house, &computer).await;
        drop(window);
        for _ in 0..2 {
            let window = Window::open(&computer);
            let start = window.call("start_up", json!({})).await.unwrap();
            assert_eq!(start["me"]["sign_in_name"], NAME);
            assert_eq!(start["server_url"], house.origin.as_str());
            assert_eq!(start["start_problem"], Value::Null);
            // As after a reload of the page.
            let start = window.call("start_up", json!({})).await.unwrap();
            assert_eq!(start["me"]["sign_in_name"], NAME);
        }
    }

    async fn what_was_found_before_the_page_asked_is_told_once(database: TestDatabase) {
        let mut house = House::start(database).await;
        let computer = Computer::new();
        let (window, _) = signed_in(&house, &computer).await;
        drop(window);
        let window = Window::open(&computer);
        window.begin().await;
        // Whoever answers the page now has asked the service before.
        house.stop().await;
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"]["sign_in_name"], NAME);
        assert_eq!(start["start_problem"], Value::Null);
        // A page that is loaded again hears how things stand now, also where the app begins late.
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"], Value::Null);
        assert_eq!(start["start_problem"]["code"], "server_unreachable");
        window.begin().await;
        house.run().await;
        let start = window.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"]["sign_in_name"], NAME);
    }

    async fn a_service_that_is_away_ends_nothing(database: TestDatabase) {
        let mut house = House::start(database).await;
        let computer = Computer::new();
        let (window, _) = signed_in(&house, &computer).await;
        house.stop().await;
        let error = window.call("me", json!({})).await.unwrap_err();
        assert_eq!(error["code"], "server_unreachable");
        assert_eq!(window.told().await, CoreEvent::ConnectionChanged { online: false });

        let restarted = Window::open(&computer);
        let start = restarted.call("start_up", json!({})).await.unwrap();
        assert_eq!(start["me"], Value::Null);
        assert_eq!(start["start_problem"]["code"], "server_unreachable");

        house.run().await;
        // Found again without anybody asking.
        assert_eq!(window.told().await, CoreEvent::ConnectionChanged { online: true });
        let me = restarted.call("me", json!({})).await.unwrap();
        assert_eq!(me["sign_in_name"], NAME);
    }

    async fn a_session_that_the_service_ended_is_forgotten(database: TestDatabase) {
        let house = House::start(database).await;
        let computer = Computer::new();
        let (window, _) = signed_in(&house, &computer).await;
        let copy = Window::open(&computer);
        copy.call("start_up", json!({})).await.unwrap();
        copy.call("sign_out", json!({})).await.unwrap();

        let error = window.call("me", json!({})).await.unwrap_err();
        assert_eq!(error["code"], "sign_in_required");
        let CoreEvent::SignedOut { reason } = window.told().await else {
            panic!("something else was told");
        };
        assert_eq!(reason, "sign_in_required");
        assert_eq!(computer.secrets(&house.origin).await.1, None);
        let error = window.call("me", json!({})).await.unwrap_err();
        assert_eq!(error["code"], "sign_in_required");
    }
}
