//! Corrections of somebody's data that an administrator proposes.

use keyholder_contract::{
    problem::{ErrorCode, FieldCode},
    profile::ProposeCorrection,
};
use keyholder_store::on_both_databases;
use reqwest::StatusCode;

use crate::own_data::{NEW, OLD, answer, code, field, scene};

on_both_databases! {
    async fn l02_a_proposed_correction_counts_once_the_person_confirms_it(database: TestDatabase) {
        let scene = scene(database).await;
        let house = &scene.house;
        let admin = house.sign_in(&scene.anna).await;
        let carla = house.sign_in(&scene.carla).await;
        let name = ProposeCorrection {
            given_name: Some("Karla".to_owned()),
            ..ProposeCorrection::default()
        };
        let at = scene.merchant.id;
        admin.propose_correction(at, scene.carla.id, &name).await.unwrap();
        let waiting = carla.read_profile().await.unwrap().waiting.unwrap();
        assert_eq!(waiting.proposed_by.as_deref(), Some("Merchant 200001"));
        assert_eq!(admin.read_user(at, scene.carla.id).await.unwrap().given_name, "carla");
        // A name needs the old mailbox only.
        assert_eq!(answer(house, &house.link_for(OLD).await, "confirm").await.0, StatusCode::OK);
        assert_eq!(admin.read_user(at, scene.carla.id).await.unwrap().given_name, "Karla");

        // An address needs both; the person may refuse.
        let address = ProposeCorrection { email: Some(NEW.to_owned()), ..ProposeCorrection::default() };
        admin.propose_correction(at, scene.carla.id, &address).await.unwrap();
        assert_eq!(answer(house, &house.link_for(OLD).await, "refuse").await.0, StatusCode::OK);
        assert_eq!(answer(house, &house.link_for(NEW).await, "confirm").await.0, StatusCode::GONE);
        admin.propose_correction(at, scene.carla.id, &address).await.unwrap();
        assert_eq!(answer(house, &house.link_for(NEW).await, "confirm").await.0, StatusCode::OK);
        assert_eq!(carla.read_profile().await.unwrap().sign_in_name, OLD);
        assert_eq!(answer(house, &house.link_for(OLD).await, "confirm").await.0, StatusCode::OK);
        assert_eq!(carla.read_profile().await.unwrap().sign_in_name, NEW);

        // Not for oneself, not without the right, and not for nothing.
        let own = admin.propose_correction(at, scene.anna.id, &name).await.unwrap_err();
        assert_eq!(code(&own), Some(ErrorCode::OwnAccess));
        let without = carla.propose_correction(at, scene.anna.id, &name).await.unwrap_err();
        assert_eq!(code(&without), Some(ErrorCode::PermissionMissing));
        let same = admin.propose_correction(at, scene.carla.id, &address).await.unwrap_err();
        assert_eq!(field(&same), Some(("given_name".to_owned(), FieldCode::Unchanged)));
    }
}
