//! A computer whose clock is wrong: the service tells the time with every reply.

use keyholder_client::Clock;
use keyholder_domain::timestamp::Timestamp;
use keyholder_store::on_both_databases;
use serde_json::json;

use crate::{
    mock_window::{Computer, House, PASSWORD},
    signed_in,
};

/// A clock that is so many seconds late.
fn late_by(seconds: i64) -> Clock {
    let right = Clock::system();
    Clock::from_fn(move || Timestamp::from_micros(right.now().as_micros() - seconds * 1_000_000))
}

on_both_databases! {
    async fn with_a_clock_ten_minutes_wrong_one_signs_in_and_the_codes_are_right(database: TestDatabase) {
        let house = House::start(database).await;
        for late in [600, -600] {
            let computer = Computer::with_clock(late_by(late));
            let (window, _) = signed_in(&house, &computer).await;
            let told = window.call("read_clock_error", json!({})).await.unwrap();
            let apart = told.as_i64().unwrap() - late;
            assert!(apart.abs() <= 1, "{told} instead of {late}");
            let made = json!({ "inKeychain": true, "passphrase": null });
            window.call("create_vault", made).await.unwrap();
            // The service takes the first code of the vault.
            let own = json!({ "name": "Here", "currentPassword": PASSWORD });
            let added = window.call("set_up_on_this_computer", own).await.unwrap();
            let mine = json!({ "authenticatorId": added["authenticator"]["id"] });
            window.call("remove_authenticator", mine).await.unwrap();
        }
    }
}
