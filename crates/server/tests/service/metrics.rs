//! What Prometheus reads: figures, at an address of their own, and nothing that is anybody's secret.

use std::net::SocketAddr;

use keyholder_domain::role::BuiltInRole;
use keyholder_store::on_both_databases;

use crate::support::{Browser, House, Member, requests::verified};

async fn figures(house: &House) -> String {
    let address = house.metrics_address.unwrap();
    let reply = house
        .http
        .get(format!("http://{address}/metrics"))
        .send()
        .await
        .unwrap();
    assert_eq!(reply.status(), 200);
    assert!(
        reply.headers()["content-type"]
            .to_str()
            .unwrap()
            .starts_with("application/openmetrics-text")
    );
    reply.text().await.unwrap()
}

/// The value of a line.
fn value(figures: &str, line: &str) -> Option<f64> {
    let found = figures.lines().find_map(|text| text.strip_prefix(line))?;
    Some(found.trim().parse().unwrap())
}

on_both_databases! {
    async fn figures_count_what_happened_and_name_nobody(database: TestDatabase) {
        let house = House::with(database, |config| {
            config.metrics_listen = Some(SocketAddr::from(([127, 0, 0, 1], 0)));
        }).await;
        let merchant = house.merchant("200001").await;
        let member = Member::new("anna", BuiltInRole::MerchantAdministrator);
        let anna = house.member(&merchant, member).await;
        let admin = house.sign_in(&anna).await;
        let before = figures(&house).await;
        assert_eq!(value(&before, "keyholder_mails_waiting "), Some(0.0));
        assert_eq!(value(&before, "keyholder_database_up "), Some(1.0));

        let mut request = verified("ada", merchant.roles["cashier"]);
        request.invite = true;
        admin.create_user(merchant.id, &request, None).await.unwrap();
        house.clock.advance(std::time::Duration::from_mins(3));
        let mut browser = Browser::new(&house);
        browser.open(&format!("{}activate/some-secret-token", house.app.origin)).await;
        let nonsense = reqwest::Method::from_bytes(b"NONSENSE").unwrap();
        house.http.request(nonsense, house.app.origin.join("v1/me").unwrap()).send().await.unwrap();

        let after = figures(&house).await;
        assert_eq!(value(&after, "keyholder_mails_waiting "), Some(1.0));
        assert_eq!(value(&after, "keyholder_oldest_mail_age_seconds "), Some(180.0));
        let created = r#"keyholder_http_requests_total{method="POST",route="/v1/customers/{customer_id}/users",status="201"} "#;
        assert_eq!(value(&after, created), Some(1.0), "{after}");
        assert_eq!(value(&before, created), None);
        let timed = r#"keyholder_http_request_duration_seconds_count{method="POST",route="/v1/customers/{customer_id}/users"} "#;
        assert_eq!(value(&after, timed), Some(1.0));
        assert!(value(&after, "keyholder_password_hashes_total ") > Some(0.0));
        assert!(after.contains(r#"method="other""#) && !after.contains("NONSENSE"));
        for secret in ["some-secret-token", "ada@", "200001", &merchant.id.to_string()] {
            assert!(!after.contains(secret), "{secret}");
        }
        assert!(after.ends_with("# EOF\n"));
    }

    async fn the_figures_are_not_at_the_address_of_the_service(database: TestDatabase) {
        let house = House::with(database, |config| {
            config.metrics_listen = Some(SocketAddr::from(([127, 0, 0, 1], 0)));
        }).await;
        let reply = house.http.get(house.app.origin.join("metrics").unwrap()).send().await.unwrap();
        assert_eq!(reply.status(), 404);
        let address = house.metrics_address.unwrap();
        let reply = house.http.get(format!("http://{address}/v1/me")).send().await.unwrap();
        assert_eq!(reply.status(), 404);
    }
}
