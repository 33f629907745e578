//! What has had its time is forgotten, and nothing else.

use std::time::Duration;

use keyholder_domain::role::BuiltInRole;
use keyholder_server::housekeeping;
use keyholder_store::on_both_databases;

use crate::support::{Device, House, Member};

on_both_databases! {
    async fn the_sweep_takes_what_is_over(database: TestDatabase) {
        let house = House::on(database).await;
        let merchant = house.merchant("200001").await;
        let maria = house.member(&merchant, Member::new("maria", BuiltInRole::Cashier)).await;
        let device = Device::of(&house, &maria).await;
        assert!(device.get("/v1/me").await.status.is_success());
        let count = async |table: &str| house.dump().await[table].len();

        housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!((count("proof_ids").await, count("sessions").await), (1, 1));
        house.clock.advance(Duration::from_mins(3));
        housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!((count("proof_ids").await, count("sessions").await), (0, 1));
        assert!(device.get("/v1/me").await.status.is_success());
        house.clock.advance(Duration::from_hours(31 * 24));
        housekeeping::sweep(&house.app).await.unwrap();
        assert_eq!((count("proof_ids").await, count("sessions").await), (0, 0));
    }
}
